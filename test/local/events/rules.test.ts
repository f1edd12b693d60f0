import { describe, expect, test } from 'vitest'
import { type BusEvent, eventRulesOf } from '../../../local/events/rules.ts'
import { fatesOf, feedbackOn } from '../../../local/mail/feedback.ts'
import { schedulesOf } from '../../../local/schedules/schedules.ts'

const at = '2026-03-01T10:00:00.000Z'
const mail = {
  ...{ id: 'abc-000000', at, from: 'privacy@example.com', to: ['bounce+1@example.org'], subject: 'A letter' },
  ...{ messageId: '<abc-000000@eu-central-1.amazonses.com>', headers: { from: 'privacy@example.com' }, text: 'Hello' },
  ...{ html: '', attachments: [] },
}
const templateOf = (properties: Record<string, unknown>) => ({
  ofType: (type: string) =>
    type === 'AWS::Events::Rule'
      ? [
          {
            ...{ logicalId: 'Rule', type, name: 'rule', arn: 'arn:rule', stack: 'A', region: 'eu-central-1' },
            properties,
          },
        ]
      : [],
})
const bounced = {
  source: ['aws.ses'],
  'detail-type': ['Email Bounced'],
  detail: { bounce: { bounceType: ['Permanent'] }, mail: { tags: { 'ses:configuration-set': ['ours'] } } },
}
const rule = (EventPattern: unknown, target: object = {}) =>
  eventRulesOf(templateOf({ EventPattern, Targets: [{ Arn: 'arn:function', ...target }] }))[0]
const event = feedbackOn(mail, 'bounce+1@example.org', 'ours', 'bounced', at)

describe('a rule of the bus', () => {
  test('matches by values, in objects and in lists, and nothing else', () => {
    expect(rule(bounced)?.matches(event)).toBe(true)
    const others: readonly BusEvent[] = [
      { ...event, source: 'aws.s3' },
      { ...event, detail: {} },
      feedbackOn(mail, 'bounce+1@example.org', 'theirs', 'bounced', at),
      feedbackOn(mail, 'bounce+1@example.org', 'ours', 'complained', at),
    ]
    expect(others.filter((one) => rule(bounced)?.matches(one))).toEqual([])
  })

  test('passes on what its template picks, and nothing of whom the letter went to', () => {
    const transformed = rule(bounced, {
      InputTransformer: {
        InputPathsMap: { id: '$.detail.mail.messageId', none: '$.detail.nothing' },
        InputTemplate: '{"what":"bounced","id":<id>,"none":<none>}',
      },
    })
    expect(transformed?.targets[0]?.input(event)).toEqual({ what: 'bounced', id: 'abc-000000', none: null })
  })

  test('is none of the schedules, and fails where it is one that the local cloud does not know', () => {
    expect(schedulesOf(templateOf({ EventPattern: bounced }))).toEqual([])
    expect(() => rule({ source: [{ prefix: 'aws.' }] })).toThrow('content filters')
    expect(() => rule(bounced, { InputPath: '$.detail' })).toThrow('no such target')
  })
})

test('what becomes of a mail stands in its address, as with SES’s mailbox simulator', () => {
  expect(fatesOf('Bounce@example.org')).toEqual(['bounced'])
  expect(fatesOf('complaint+2@example.org')).toEqual(['delivered', 'complained'])
  expect(fatesOf('bounced.before@example.org')).toEqual(['delivered'])
})

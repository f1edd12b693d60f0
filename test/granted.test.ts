import { expect, test } from 'vitest'
import type { Permission } from '../local/gateway/iam/usage.ts'
import { granted, stale } from './granted.ts'

const permission = (action: string, used: number, only: readonly string[] = []): Permission => ({
  ...{ role: 'Oblige-OutboxRole', source: 'Own, statement 1', who: 'Outbox', local: true },
  ...{ action, resource: 'arn:aws:sqs:eu-central-1:000000000000:letters', on: 'DeadLetters', only, used },
})

test('what several statements allow is one permission, and needed when any of them was', () => {
  expect(granted([permission('sqs:SendMessage', 0), permission('sqs:SendMessage', 2)], [])).toEqual([
    { permission: 'Outbox sqs:SendMessage DeadLetters', used: 2, reason: undefined },
  ])
  expect(granted([permission('kms:Decrypt', 0, ['kms:ViaService s3']), permission('kms:Decrypt', 2)], []).length).toBe(
    2,
  )
})

test('a reason for what was needed after all, or for what nobody may, is found', () => {
  const reasons = [
    { permission: '* sqs:SendMessage *', reason: 'nothing failed' },
    { permission: 'Outbox sqs:GetQueueUrl *', reason: 'nothing failed', shownBy: 'test/granted.test.ts' },
    { permission: 'Nobody *', reason: 'they left' },
    { permission: 'Outbox sqs:Send*', reason: 'sometimes something fails', sometimes: true as const },
  ]
  const all = granted([permission('sqs:SendMessage', 1), permission('sqs:GetQueueUrl', 0)], reasons)
  expect(all.map(({ used, reason }) => [used, reason])).toEqual([
    [0, 'nothing failed (test/granted.test.ts)'],
    [1, 'nothing failed'],
  ])
  expect(stale(all, reasons)).toEqual(['* sqs:SendMessage *', 'Nobody *'])
})

import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { expect } from 'vitest'
import { synthetic } from '../../demo/company/synthetic.ts'
import policy from '../../demo/policy.ts'
import { list, part, text } from '../../local/front/resource.ts'
import { long } from '../long.ts'
import { promise } from '../promise.ts'
import { visible } from './house.ts'
import { house } from './one-house.ts'
import { canaryComes, canaryOf } from './synthetic-person.ts'

const rows = async () => {
  const [table] = house.cloud.resources
    .ofType('AWS::DynamoDB::Table')
    .filter(({ logicalId }) => /Requests/.test(logicalId))
  const { Items = [] } = await new DynamoDBClient(house.pastPermissions).send(
    new ScanCommand({ TableName: table?.name }),
  )
  return Items.map((item) => unmarshall(item))
}
const inCompany = () => house.sees([synthetic.id])

promise(
  'N3',
  'every day a synthetic person has everything made unavailable in every system, by the public pages, and back; nobody is told, and no figure counts it',
  async () => {
    const before = await inCompany()
    expect(visible(before).length).toBeGreaterThan(2)
    const others = (await house.cloud.mails()).length
    const { status, reference } = await canaryComes(house, 1)
    expect(status).toBe('SUCCEEDED')
    expect(await inCompany()).toEqual(before)
    const mails = (await house.cloud.mails()).slice(others)
    expect([...new Set(mails.filter(({ subject }) => subject.includes(reference)).flatMap(({ to }) => to))]).toEqual([
      synthetic.email,
    ])
    expect(mails.map(({ subject }) => subject.split(':')[0])).toEqual([
      'Please confirm your request',
      'Your data are now unavailable',
      'Everything is back',
    ])
    const all = await rows()
    const answers = all.filter(({ pk, sk }) => pk === `R#${reference}` && String(sk).startsWith('answer#restrict'))
    expect(answers.map(({ sk }) => String(sk).split('#').at(-1)).sort()).toEqual(Object.keys(policy.systems).sort())
    const counted = all.filter(({ pk }) => /^F#\d{4}-/.test(String(pk)))
    expect(counted.filter((row) => JSON.stringify(row).includes(reference))).toEqual([])
    expect(all.filter(({ pk, sk }) => pk === `R#${reference}` && String(sk).startsWith('notice#'))).toEqual([])
    expect(all.find(({ pk, sk }) => pk === `R#${reference}` && sk === 'request')).not.toHaveProperty('person')
  },
  240_000,
)

promise(
  'N3',
  'one system is down: the alarm rings before a real person notices, and the next synthetic person first takes back what is left',
  async () => {
    const before = await inCompany()
    const leave = house.cloud.onCall(({ needs }) => {
      if (needs.some(({ resource }) => resource.includes('demo-office-files'))) throw new Error('down')
    })
    const { status } = await canaryComes(house, 4)
    leave()
    expect(status).toBe('FAILED')
    // What the alarm looks at is this machine, and one is enough.
    const [alarm] = house.cloud.resources
      .ofType('AWS::CloudWatch::Alarm')
      .filter(({ logicalId }) => logicalId.includes('CanaryFailed'))
    const metrics = list(alarm?.properties.Metrics).map((one) => part(part(part(one, 'MetricStat'), 'Metric')))
    const looks = metrics.flatMap(({ MetricName, Dimensions }) =>
      list(Dimensions).map((one) => [text(MetricName), text(part(one).Value)]),
    )
    expect(looks).toContainEqual(['ExecutionsFailed', canaryOf(house).arn])
    expect([
      alarm?.properties.Threshold,
      alarm?.properties.ComparisonOperator,
      alarm?.properties.EvaluationPeriods,
    ]).toEqual([0, 'GreaterThanThreshold', 1])
    expect(visible(await inCompany())).not.toEqual(visible(before))
    expect((await canaryComes(house, 4)).status).toBe('SUCCEEDED')
    expect(await inCompany()).toEqual(before)
  },
  long,
)

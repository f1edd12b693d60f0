import { DynamoDBClient, PutItemCommand, QueryCommand, ScanCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { expect } from 'vitest'
import { names } from '../../demo/places/places.ts'
import policy from '../../demo/policy.ts'
import { long } from '../long.ts'
import { promise } from '../promise.ts'
import { program } from './company.ts'
import { house } from './one-house.ts'
import { owner, Person, somebody } from './person.ts'

const wilma = owner(9)
const xaver = somebody(97)

/** DynamoDB past every permission: what a restored backup or a far day would have made of its items. */
const dynamodb = () => new DynamoDBClient(house.pastPermissions)
const tableOf = (name: RegExp) =>
  house.cloud.resources.ofType('AWS::DynamoDB::Table').find(({ logicalId }) => name.test(logicalId))?.name ?? ''
const rowsOf = async (TableName: string) =>
  ((await dynamodb().send(new ScanCommand({ TableName }))).Items ?? []).map((item) => unmarshall(item))
const itemsOf = async (pk: string) => {
  const asked = { TableName: tableOf(/Requests/), KeyConditionExpression: 'pk = :pk' }
  const values = { ExpressionAttributeValues: marshall({ ':pk': pk }) }
  return ((await dynamodb().send(new QueryCommand({ ...asked, ...values }))).Items ?? []).map((item) =>
    unmarshall(item),
  )
}
/** Executions of the erasure itself; what recipients are told has a machine of its own. */
const machineOf = (reference: string) =>
  house.cloud.machines
    .views()
    .filter(({ machine, input }) => !machine.includes('Recipients') && input.includes(reference))

promise(
  'N4',
  'what a restored backup brings back is erased again before the system goes back to work',
  async () => {
    const person = new Person(house.cloud, wilma.email)
    const mine = (row: object) => wilma.accounts.some((account) => JSON.stringify(row).includes(account))
    const backup = await Promise.all(
      [names.accounts, names.sessions].map(async (table) => [table, (await rowsOf(table)).filter(mine)] as const),
    )
    expect(backup.every(([, rows]) => rows.length > 0)).toBe(true)
    const { reference, link } = await person.asksAndConfirms()
    await person.presses(link, 'erase-now')
    expect((await person.sees(link)).status).toBe('erased')
    expect(await house.leftOf(wilma)).toEqual([])

    for (const [TableName, rows] of backup)
      for (const row of rows) await dynamodb().send(new PutItemCommand({ TableName, Item: marshall(row) }))
    expect(await house.leftOf(wilma)).toEqual([names.accounts, names.sessions])

    const company = program('operations', 'Backups')
    const path = '/company/backup-restored'
    expect((await company.calls('POST', path, { system: 'nowhere' })).status).toBe(400)
    expect((await company.calls('POST', path, { system: 'accounts' })).status).toBe(200)
    expect((await company.calls('GET', path)).json).toMatchObject({ system: 'accounts', all: true, left: 0 })
    expect(await house.leftOf(wilma)).toEqual([])
    expect((await program('newsletter software', 'Mailing').calls('POST', path, { system: 'accounts' })).status).toBe(
      403,
    )

    const history = (await itemsOf(`R#${reference}`)).flatMap(({ entry }) => (entry?.event ? [entry.event] : []))
    expect(history.slice(-2)).toEqual(['backup-restored', 'erasure-settled'])
    // Nobody is written to about it: they were told that it is gone, and it is.
    expect((await person.mails(reference)).at(-1)?.subject).toContain('Your data have been erased')
  },
  long,
)

promise(
  'N7',
  'what a law keeps is erased at its end by itself, and then nothing says any more who it was',
  async () => {
    const reference = (await new Person(house.cloud, wilma.email).mails()).at(-1)?.subject.split(': ')[1] ?? ''
    const payments = async () =>
      (await rowsOf(tableOf(/Vault(?!Keys)/))).filter(({ sk }) => String(sk).includes('#payment#'))
    const before = (await payments()).length
    const [line] = await itemsOf(`L#${reference}`)
    expect(line?.sealed.length).toBe(1)
    const request = (await itemsOf(`R#${reference}`)).find(({ sk }) => sk === 'request')
    expect(request?.kept).toMatchObject([{ exception: 'invoices', category: 'payment' }])
    // Ten years are 3,650 rounds: the end is brought to tomorrow instead, where both items say it.
    const tomorrow = new Date(house.cloud.clock.now() + 86_400_000).toISOString()
    const set = (pk: string, sk: string, what: string, value: unknown) =>
      dynamodb().send(
        new UpdateItemCommand({
          TableName: tableOf(/Requests/),
          Key: marshall({ pk, sk }),
          UpdateExpression: 'SET #what = :value',
          ExpressionAttributeNames: { '#what': what },
          ExpressionAttributeValues: marshall({ ':value': value }),
        }),
      )
    await set(`R#${reference}`, 'request', 'kept', [{ ...request?.kept[0], until: tomorrow }])
    await set(`L#${reference}`, 'line', 'due', tomorrow)
    await house.cloud.clock.advance('P3D')
    const after = (await itemsOf(`R#${reference}`)).find(({ sk }) => sk === 'request')
    expect(after).toMatchObject({ status: 'erased', kept: [] })
    expect((await payments()).length).toBeLessThan(before)
    // A backup may hold a copy for 35 days: so long the line stays, and no longer.
    expect(await itemsOf(`L#${reference}`)).toHaveLength(1)
    await house.passes(policy.periods.backups)
    await house.cloud.clock.advance('P1D')
    expect(await itemsOf(`L#${reference}`)).toEqual([])
  },
  long,
)

promise(
  'N5',
  'a machine that died is started again within a day of what it would have done next, and a letter that was given up is sent after all',
  async () => {
    const person = new Person(house.cloud, xaver.email)
    const { reference, link } = await person.asksAndConfirms()
    const [machine] = machineOf(reference)
    const arn = `${house.cloud.resources.ofType('AWS::StepFunctions::StateMachine').find(({ name }) => name === machine?.machine)?.arn}`
    house.cloud.machines.get(`${arn.replace(':stateMachine:', ':execution:')}:${machine?.name}`).stop('ABORTED')
    const letter = (await itemsOf(`R#${reference}`)).find(({ effect }) => effect?.letter === 'restricted')
    await dynamodb().send(
      new UpdateItemCommand({
        TableName: tableOf(/Requests/),
        Key: marshall({ pk: letter?.pk, sk: letter?.sk }),
        // As it is while it has not been carried out.
        UpdateExpression: 'REMOVE doneAt SET moves = :outbox, movesBy = :at',
        ExpressionAttributeValues: marshall({ ':outbox': 'outbox', ':at': letter?.at }),
      }),
    )
    const told = async () => (await person.mails(reference)).map(({ subject }) => subject.split(':')[0])
    const once = await told()
    await house.cloud.clock.advance('P3D')
    expect(await told()).toEqual([...once, once.at(-1)])
    // Nothing had to be done yet: whoever is asleep is not looked at, dead or alive.
    expect(machineOf(reference).map(({ status }) => status)).toEqual(['ABORTED'])
    const before = house.cloud.metrics().StartedAgain ?? 0
    // The first reminder would have been 30 days before the end; the round of the day after finds that it was not.
    await house.passes('P24D')
    await house.cloud.clock.advance('P3D')
    expect(machineOf(reference).map(({ status }) => status)).toEqual(['ABORTED', 'RUNNING'])
    expect((await told()).at(-1)).toContain('A reminder')
    expect(house.cloud.metrics().StartedAgain).toBeGreaterThan(before)
    // Whoever is well is left alone: one more day starts nothing, and sends nothing.
    const sent = await told()
    await house.cloud.clock.advance('P1D')
    expect(machineOf(reference)).toHaveLength(2)
    expect(await told()).toEqual(sent)
    expect(await person.presses(link, 'restore')).toBe(200)
    expect((await person.sees(link)).status).toBe('restored')
  },
  long,
)

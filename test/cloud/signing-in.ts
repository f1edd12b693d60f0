import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { expect, test } from 'vitest'
import { everyday } from '../../demo/application/everyday.ts'
import { allAccounts } from '../../demo/application/see-dynamodb.ts'
import type { Told } from '../../demo/application/use.ts'
import { isKnown } from '../../demo/company/people.ts'
import { long } from '../long.ts'
import { quickFolder } from '../memory.ts'
import { promise } from '../promise.ts'
import { program } from './company.ts'
import { visible } from './house.ts'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'

const aDay = 86_400_000
const [comes, wishes] = [somebody(118), somebody(119)]

/** Presses the button of the company's own application. */
async function signsIn(account = ''): Promise<Told> {
  const answer = await fetch(`${house.office.application}/accounts/${account}/sign-in`, {
    method: 'POST',
    headers: { accept: 'application/json' },
  })
  await house.cloud.clock.quiet()
  return ((await answer.json()) as { told: Told }).told
}

promise(
  'N6',
  'whoever signs in to the company’s application keeps the account that was to be removed; who asked for erasure does not',
  async () => {
    const before = await house.sees(comes.accounts)
    const accounts = [...comes.accounts, ...wishes.accounts]
    const at = new Date(house.cloud.clock.now() - 200 * aDay).toISOString()
    await program('application', 'Use').calls('POST', '/company/activity', {
      accounts: accounts.map((key) => ({ key, at })),
    })
    await house.cloud.clock.advance('P2D')
    expect(visible(await house.sees(accounts))).toEqual([])
    await new Person(house.cloud, wishes.email).asksAndConfirms()
    const page = await (await fetch(`${house.office.application}/accounts/${comes.accounts[0]}`)).text()
    expect(page).toContain(`Sign in as ${comes.accounts[0]}`)
    expect(await signsIn(comes.accounts[0])).toBe('stays')
    expect(await signsIn(wishes.accounts[0])).toBe('too-late')
    expect(await house.sees(comes.accounts)).toEqual(before)
    expect(visible(await house.sees(wishes.accounts))).toEqual([])
    expect((await new Person(house.cloud, comes.email).mails()).at(-1)?.subject).toMatch(/^Your account stays/)
    expect(await signsIn(comes.accounts[0])).toBe('noted')
  },
  long,
)

/** Days on which accounts are due, by account. */
async function dueDays(): Promise<ReadonlyMap<string, string>> {
  const client = new DynamoDBClient(house.pastPermissions)
  const [table] = house.cloud.resources
    .ofType('AWS::DynamoDB::Table')
    .filter(({ logicalId }) => logicalId.includes('Requests'))
  const due = new Map<string, string>()
  let from: Record<string, never> | undefined
  do {
    const page = await client.send(new ScanCommand({ TableName: table?.name, ExclusiveStartKey: from }))
    for (const { account, idleOn } of page.Items ?? []) if (account?.S && idleOn?.S) due.set(account.S, idleOn.S)
    from = page.LastEvaluatedKey as typeof from
  } while (from)
  client.destroy()
  return due
}

// Last of all stories: half a year later somebody who does not come would be removed.
test('the company’s software reports every account at first, and month by month those who come', long, async () => {
  const places = new DynamoDBClient(house.pastPermissions)
  const folder = quickFolder('oblige-everyday-')
  const { clock } = house.cloud
  const { use } = house.office
  if (!use) throw new Error('the demo’s policy removes accounts that nobody uses')
  const setting = { use, accounts: places, clock, note: join(folder, 'reported.json') }
  const seen = (await allAccounts(places)).map(({ id }) => id)
  const end = await everyday(setting)
  const first = await dueDays()
  for (const id of seen) expect(first.has(id)).toBe(true)
  await house.passes('P31D')
  const later = await dueDays()
  for (const id of seen) expect([id, (later.get(id) ?? '') > (first.get(id) ?? '')]).toEqual([id, !isKnown(id)])
  end()
  // Opened again, it goes on where it was.
  const endAgain = await everyday(setting)
  expect(await dueDays()).toEqual(later)
  endAgain()
  places.destroy()
  rmSync(folder, { recursive: true, force: true })
})

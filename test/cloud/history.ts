import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { afterEach, expect, test, vi } from 'vitest'
import { main } from '../../bin/oblige.ts'
import { program } from './company.ts'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'

afterEach(() => vi.restoreAllMocks())

test('a person and an auditor read the whole history, signed; anybody checks it offline; what was tampered with is not signed', async () => {
  const { email } = somebody(131)
  const person = new Person(house.cloud, email)
  const { link, reference } = await person.asksAndConfirms('restriction')
  expect(await person.presses(link, 'restore')).toBe(200)
  const fetched = async () => fetch(`${house.cloud.site}${link}/history`)
  const answer = await fetched()
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="history-${reference}.json"`)
  const text = await answer.text()
  expect(text).not.toContain(email)
  const { history } = JSON.parse(text) as { history: { entries: ReadonlyArray<{ event: string }> } }
  expect(history.entries.map(({ event }) => event)).toEqual([
    'received',
    'confirmed',
    'restriction-settled',
    'certified',
    'restore-asked',
    'release-settled',
    'certified',
    'told',
  ])
  const folder = mkdtempSync(join(tmpdir(), 'oblige-history-'))
  try {
    writeFileSync(join(folder, 'history.json'), text)
    vi.spyOn(console, 'log').mockImplementation(() => undefined)
    expect(await main(['verify', join(folder, 'history.json'), '--keys', `${house.cloud.site}/keys`])).toBe(0)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }

  const path = `/company/requests/${reference}/history`
  const read = await program('auditor', 'Audit').calls('GET', path)
  expect(read).toMatchObject({ status: 200, json: { history: { reference, entries: history.entries } } })
  expect((await program('staff', 'Staff').calls('GET', path)).status).toBe(403)
  expect((await program('auditor', 'Audit').calls('GET', '/company/requests/OB-0000-0000/history')).status).toBe(409)

  const dynamodb = new DynamoDBClient(house.pastPermissions)
  const [table] = house.cloud.resources
    .ofType('AWS::DynamoDB::Table')
    .filter(({ logicalId }) => logicalId.startsWith('StoreRequests'))
  const tampered = (to: string) =>
    dynamodb.send(
      new UpdateItemCommand({
        TableName: table?.name,
        Key: marshall({ pk: `R#${reference}`, sk: 'history#000003' }),
        UpdateExpression: 'SET #e.#to = :to',
        ExpressionAttributeNames: { '#e': 'entry', '#to': 'to' },
        ExpressionAttributeValues: marshall({ ':to': to }),
      }),
    )
  await tampered('lifted')
  expect((await fetched()).status).toBe(500)
  expect((await program('auditor', 'Audit').calls('GET', path)).status).toBe(500)
  await tampered('held')
  expect((await fetched()).status).toBe(200)
}, 120_000)

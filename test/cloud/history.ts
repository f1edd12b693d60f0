import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DynamoDBClient, PutItemCommand, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { afterEach, expect, test, vi } from 'vitest'
import { main } from '../../bin/oblige.ts'
import policy from '../../demo/policy.ts'
import { beginning, type Entry, sealed } from '../../domain/history.ts'
import { instant } from '../../domain/time.ts'
import { long } from '../long.ts'
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
    expect(
      await main(['verify', join(folder, 'history.json'), '--keys', `${house.cloud.site}/.well-known/jwks.json`]),
    ).toBe(0)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }

  const path = `/company/requests/${reference}/history`
  const read = await program('auditor', 'Audit').calls('GET', path)
  expect(read).toMatchObject({ status: 200, json: { history: { reference, entries: history.entries } } })
  expect((await program('staff', 'Staff').calls('GET', path)).status).toBe(403)
  expect((await program('auditor', 'Audit').calls('GET', '/company/requests/OB-0000-0000/history')).status).toBe(409)

  const dynamodb = new DynamoDBClient(house.pastPermissions)
  const tampered = (to: string) =>
    dynamodb.send(
      new UpdateItemCommand({
        TableName: requestsTable(),
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

test(
  'a history that was written anew as a whole fits neither its anchors nor what nobody can delete, and the next night finds it',
  long,
  async () => {
    const { email } = somebody(230)
    const person = new Person(house.cloud, email)
    const { link, reference } = await person.asksAndConfirms('restriction')
    const day = house.cloud.clock.instant().slice(0, 10)
    const folder = mkdtempSync(join(tmpdir(), 'oblige-anchors-'))
    const [bucket] = house.cloud.resources
      .ofType('AWS::S3::Bucket')
      .filter(({ logicalId }) => logicalId.startsWith('Anchors'))
    const Bucket = bucket?.name
    const s3 = new S3Client({ ...house.pastPermissions, forcePathStyle: true })
    const auditor = new S3Client({ ...program('auditor', 'Audit').access, forcePathStyle: true })
    try {
      // A night too many, and the comparison of that day is over.
      await advancedWhile(
        async () =>
          (await auditor.send(new ListObjectsV2Command({ Bucket, Prefix: `anchors/${day}/` }))).KeyCount === 0,
      )
      const { Contents = [] } = await auditor.send(new ListObjectsV2Command({ Bucket }))
      for (const { Key = '' } of Contents) {
        const { Body } = await auditor.send(new GetObjectCommand({ Bucket, Key }))
        mkdirSync(dirname(join(folder, Key)), { recursive: true })
        writeFileSync(join(folder, Key), (await Body?.transformToString()) ?? '')
      }
      const last = Contents.at(-1)?.Key ?? ''
      await expect(auditor.send(new DeleteObjectCommand({ Bucket, Key: last }))).rejects.toThrow(
        expect.objectContaining({ name: 'AccessDenied' }),
      )
      // Nor can anybody put another one above it.
      await expect(s3.send(new PutObjectCommand({ Bucket, Key: last, Body: '{}' }))).rejects.toThrow(
        expect.objectContaining({ name: 'AccessDenied' }),
      )
      await expect(s3.send(new PutObjectCommand({ Bucket, Key: last, Body: '{}', IfNoneMatch: '*' }))).rejects.toThrow(
        expect.objectContaining({ name: 'PreconditionFailed' }),
      )
      // Not even whoever may do everything.
      const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix: last }))
      for (const { VersionId } of Versions)
        await expect(s3.send(new DeleteObjectCommand({ Bucket, Key: last, VersionId }))).rejects.toThrow(
          expect.objectContaining({ name: 'AccessDenied' }),
        )

      const verified = async () => {
        const file = join(folder, '..', `${reference}.json`)
        writeFileSync(file, await (await fetch(`${house.cloud.site}${link}/history`)).text())
        try {
          return [
            await main(['verify', file, '--keys', house.cloud.site]),
            await main(['verify', file, '--keys', house.cloud.site, '--anchors', folder]),
          ]
        } finally {
          rmSync(file)
        }
      }
      vi.spyOn(console, 'log').mockImplementation(() => undefined)
      expect(await verified()).toEqual([0, 0])
      await writtenAnew(reference)
      expect(await verified()).toEqual([0, 1])
      const before = house.cloud.metrics().HistoryReplaced ?? 0
      expect(before).toBe(0)
      await house.cloud.clock.advance('P1D')
      expect(house.cloud.metrics().HistoryReplaced).toBe(1)
      const officer = await new Person(house.cloud, policy.company.officer).mails()
      const told = officer.filter(({ subject }) => subject.startsWith('Records altered: '))
      expect(told.map(({ text }) => text.replaceAll(/\s+/g, ' '))).toEqual([
        expect.stringContaining(`${reference}: entry 4 is not the same as at the end of`),
      ])
      expect(await person.presses(link, 'restore')).toBe(200)
    } finally {
      rmSync(folder, { recursive: true, force: true })
      for (const client of [s3, auditor]) client.destroy()
    }
  },
)

/** Nights, one by one, as long as something is so. */
async function advancedWhile(is: () => Promise<boolean>): Promise<void> {
  while (await is()) await house.cloud.clock.advance('P1D')
}

/** As somebody could who may write to the table: another moment of the confirmation, and every hash after it made to fit. */
async function writtenAnew(reference: string): Promise<void> {
  const dynamodb = new DynamoDBClient(house.pastPermissions)
  const TableName = requestsTable()
  const { Items = [] } = await dynamodb.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :history)',
      ExpressionAttributeValues: marshall({ ':pk': `R#${reference}`, ':history': 'history#' }),
    }),
  )
  let previous = beginning
  for (const item of Items.map((one) => unmarshall(one))) {
    const { hash: _, ...entry } = item.entry as Entry
    const at = entry.n === 2 ? instant(Date.parse(entry.at) - 1000) : entry.at
    const changed = sealed({ ...entry, at, previous })
    previous = changed.hash
    await dynamodb.send(new PutItemCommand({ TableName, Item: marshall({ ...item, entry: changed }) }))
  }
  await dynamodb.send(
    new UpdateItemCommand({
      TableName,
      Key: marshall({ pk: `R#${reference}`, sk: 'request' }),
      UpdateExpression: 'SET historyHash = :hash',
      ExpressionAttributeValues: marshall({ ':hash': previous }),
    }),
  )
  dynamodb.destroy()
}

const requestsTable = (): string | undefined =>
  house.cloud.resources.ofType('AWS::DynamoDB::Table').find(({ logicalId }) => logicalId.startsWith('StoreRequests'))
    ?.name

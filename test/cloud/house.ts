import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { GetObjectTaggingCommand, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3'
import pg from 'pg'
import { look, type Sight } from '../../demo/application/sight.ts'
import { type Office, openOffice } from '../../demo/office.ts'
import { names, ownStatements, placesOf } from '../../demo/places/places.ts'
import policy from '../../demo/policy.ts'
import type { Cloud } from '../../local/cloud.ts'
import type { AccessKey } from '../../local/gateway/gateway.ts'
import { Described } from '../described.ts'
import { zone } from './post.ts'
import { assembly, seededState } from './seeded.ts'

/** The demo company at work on a state of its own, with eyes for tests. */
export type House = {
  readonly office: Office
  readonly cloud: Cloud
  readonly state: string
  /** What the company's own application sees of accounts. */
  sees(accounts: readonly string[]): Promise<readonly Sight[]>
  /** Where anything of a person still lies in the company's own stores, whatever the application may see. */
  leftOf(person: { readonly email: string; readonly accounts: readonly string[] }): Promise<readonly string[]>
  /** Partition keys in the table of requests that begin so. */
  rowsBeginning(prefix: string): Promise<readonly string[]>
  /** Categories of which records lie in the vault. */
  locked(): Promise<readonly string[]>
  /**
   * Everything that is written for people or machines to read: logs, histories of executions, names and tags of objects,
   * metrics, subjects and links of letters, the templates with what they give to functions.
   */
  written(): Promise<ReadonlyArray<{ readonly where: string; readonly text: string }>>
  /**
   * A long wait of which a story proves how it ends, not what the rounds of its days do: they come every fourth week meanwhile.
   * `to` as the clock takes it.
   */
  passes(to: string): Promise<void>
  /** Work during which schedules ring as deployed. */
  watched<T>(work: () => Promise<T>): Promise<T>
  /** What its API answered, held against its description; closing fails where they differ. */
  readonly described: Described
  /** Where recipients are told by mail, sorted. */
  readonly recipients: readonly string[]
  /** How a client reaches the cloud past every permission: what no program of ours or the company's would do. */
  readonly pastPermissions: Readonly<{ endpoint: string; region: string; credentials: AccessKey }>
  /** `keep`: the state stays, to be opened again. */
  close(how?: { readonly keep: boolean }): Promise<void>
}

type Opening = {
  readonly twice?: boolean
  readonly state?: string
  /** The watch comes every hour, as deployed; else once a day, so that months pass quickly. */
  readonly watched?: boolean
  /** Schedules that do not ring, by name. */
  readonly asleep?: RegExp
}
const aDay = 86_400_000
const fourWeeks = 28 * aDay

/** Opens the house; `state` of an earlier one goes on there. */
export async function openHouse({ watched = false, ...opening }: Opening = {}): Promise<House> {
  const { twice = false, state, asleep } = opening
  const folder = state ?? (await seededState())
  const scheduleRestMs = watched ? 0 : aDay
  return houseOf(
    await openOffice({ assembly, state: folder, twice, zone, scheduleRestMs, ...(asleep && { asleep }) }),
    folder,
    scheduleRestMs,
  )
}

/** Eyes for an office that is open on a folder. */
export function houseOf(office: Office, folder: string, scheduleRestMs = 0): House {
  const { cloud } = office
  const region = policy.regions.home
  const described = new Described()
  cloud.onAnswer((answered) => described.check(answered))
  const access = (name: string, statements: readonly object[]) => ({
    endpoint: cloud.gateway,
    region,
    credentials: cloud.principal(name, statements),
  })
  const places = placesOf(access('company', ownStatements))
  const everything = access('auditor of the test', [{ Effect: 'Allow', Action: '*', Resource: '*' }])
  const dynamodb = new DynamoDBClient(everything)
  const s3 = new S3Client({ ...everything, forcePathStyle: true })
  const { host, port, dbname, username, password } = office.database.company
  const database = new pg.Pool({ host, port, database: dbname, user: username, password, max: 1 })
  // A house that begins anew, or crashes, takes the database from under an idle connection.
  database.on('error', () => undefined)

  const rowsOf = async (TableName: string) => {
    const rows: Record<string, unknown>[] = []
    let from: Record<string, never> | undefined
    do {
      const page = await dynamodb.send(new ScanCommand({ TableName, ExclusiveStartKey: from }))
      rows.push(...(page.Items ?? []))
      from = page.LastEvaluatedKey as typeof from
    } while (from)
    return rows
  }
  const versionsIn = async (Bucket: string) => {
    const keys: string[] = []
    let KeyMarker: string | undefined
    let VersionIdMarker: string | undefined
    do {
      const page = await s3.send(new ListObjectVersionsCommand({ Bucket, KeyMarker, VersionIdMarker }))
      keys.push(...[...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])].map(({ Key }) => Key ?? ''))
      KeyMarker = page.NextKeyMarker
      VersionIdMarker = page.NextVersionIdMarker
    } while (KeyMarker)
    return keys
  }

  const tagsIn = async (Bucket: string, keys: readonly string[]) => {
    const tags: unknown[] = []
    for (const Key of new Set(keys)) {
      // A key of which only a marker of its deletion is left has none.
      const found = await s3.send(new GetObjectTaggingCommand({ Bucket, Key })).catch(() => undefined)
      tags.push(...(found?.TagSet ?? []))
    }
    return tags
  }

  /** Work during which schedules rest for so long after a ring, ms. */
  const resting = async <T>(ms: number, work: () => Promise<T>): Promise<T> => {
    cloud.restSchedules(ms)
    try {
      return await work()
    } finally {
      cloud.restSchedules(scheduleRestMs)
    }
  }

  return {
    office,
    cloud,
    state: folder,
    pastPermissions: everything,
    described,
    recipients: Object.values(policy.recipients)
      .flatMap(({ told }) => (told?.kind === 'mail' ? [told.address] : []))
      .sort(),
    passes: (to) => resting(fourWeeks, () => cloud.clock.advance(to)),
    watched: (work) => resting(0, work),
    sees: (accounts) => Promise.all(accounts.map((account) => look(account, places, database))),
    async leftOf({ email, accounts }) {
      // Whole words: the id of somebody else's payment may hold the number of an account.
      const theirs = new RegExp(
        `(?<![\\w-])(?:${[email, ...accounts].join('|').replaceAll('.', '\\.').replaceAll('+', '\\+')})(?![\\w-])`,
      )
      const named = (value: unknown) => theirs.test(JSON.stringify(value))
      const left: string[] = []
      for (const table of [names.accounts, names.sessions, names.signIns])
        if ((await rowsOf(table)).some(named)) left.push(table)
      if ((await versionsIn(names.bucket)).some(named)) left.push(names.bucket)
      const { rows: tables } = await database.query("select tablename from pg_tables where schemaname = 'company'")
      for (const { tablename } of tables) {
        const { rows } = await database.query(
          `select to_json(t) as row from company.${pg.escapeIdentifier(tablename)} t`,
        )
        if (rows.some(named)) left.push(tablename)
      }
      return left
    },
    async rowsBeginning(prefix) {
      const [table] = cloud.resources
        .ofType('AWS::DynamoDB::Table')
        .filter(({ logicalId }) => logicalId.includes('Requests'))
      const keys = (await rowsOf(table?.name ?? '')).map((row) => (row.pk as { S: string }).S)
      return keys.filter((key) => key.startsWith(prefix))
    },
    async locked() {
      const [vault] = cloud.resources
        .ofType('AWS::DynamoDB::Table')
        .filter(({ logicalId }) => /Vault(?!Keys)/.test(logicalId))
      const rows = await rowsOf(vault?.name ?? '')
      return [...new Set(rows.map((row) => String((row.sk as { S: string }).S.split('#')[1])))].sort()
    },
    async written() {
      const files = ['logs', 'executions'].flatMap((part) =>
        readdirSync(join(folder, part)).map((file) => join(folder, part, file)),
      )
      const buckets = cloud.resources.ofType('AWS::S3::Bucket')
      const objects = await Promise.all(
        buckets.map(async ({ name }) => {
          const keys = await versionsIn(name)
          return [
            { where: `keys in ${name}`, text: keys.join('\n') },
            { where: `tags in ${name}`, text: JSON.stringify(await tagsIn(name, keys)) },
          ]
        }),
      )
      const mails = await cloud.mails()
      const links = mails.flatMap(({ text }) => text.match(/https?:\/\/\S+/g) ?? [])
      const templates = readdirSync(assembly).filter((file) => file.endsWith('.template.json'))
      return [
        ...files.map((file) => ({ where: relative(folder, file), text: readFileSync(file, 'utf8') })),
        { where: 'dead letters', text: JSON.stringify(cloud.deadLetters.all()) },
        ...objects.flat(),
        { where: 'metrics', text: JSON.stringify(cloud.metrics()) },
        { where: 'subjects of letters', text: mails.map(({ subject }) => subject).join('\n') },
        { where: 'links in letters', text: links.join('\n') },
        ...templates.map((file) => ({ where: file, text: readFileSync(join(assembly, file), 'utf8') })),
      ]
    },
    async close({ keep } = { keep: false }) {
      await database.end()
      await office.stop()
      if (!keep) rmSync(folder, { recursive: true, force: true })
      if (described.differences.length > 0)
        throw new Error(`the API is not as described:\n${described.differences.join('\n')}`)
    },
  }
}

/** What the company's application sees of accounts, by name. */
export const visible = (sights: readonly Sight[]): readonly string[] =>
  sights.flatMap(({ parts }) => parts.filter(({ rows }) => rows.length > 0).map(({ what }) => what))

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DescribeTableCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import { DeleteObjectTaggingCommand, PutObjectCommand, PutObjectTaggingCommand } from '@aws-sdk/client-s3'
import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager'
import axe, { type AxeResults } from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApplication } from '../../demo/application/application.ts'
import type { Sight } from '../../demo/application/sight.ts'
import { Use } from '../../demo/application/use.ts'
import { inventCompany } from '../../demo/company/invent.ts'
import { ada } from '../../demo/company/known.ts'
import { withSynthetic } from '../../demo/company/synthetic.ts'
import { setBucketPolicy } from '../../demo/places/bucket.ts'
import { names, type Places } from '../../demo/places/places.ts'
import { connection } from '../../demo/places/rows.ts'
import { tellSecret } from '../../demo/places/secret.ts'
import { seed } from '../../demo/places/seed.ts'
import { account } from '../../local/template/assembly.ts'
import { denyRestricted } from '../../systems/s3/bucket-policy.ts'
import { openBrowser } from '../web/browser.ts'
import { openStores, region, type Stores } from './stores.ts'

const company = withSynthetic(inventCompany())
const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' }
const [own = '', guest = ''] = ada.accounts
let stores: Stores
let places: Places
let application: { url: string; stop(): Promise<void> }
let marker: string

const fill = (progress: (line: string) => void = () => undefined) =>
  seed({ places, region, database: stores.database.company, marker, progress })

beforeAll(async () => {
  stores = await openStores()
  places = stores.as('company')
  marker = join(stores.state, 'demo', 'seeded.json')
  await fill()
  application = await startApplication({
    places,
    database: stores.database.company,
    centre: 'http://127.0.0.1:4510',
    // Nothing listens there: Oblige is down.
    use: new Use({ endpoint: 'http://127.0.0.1:9', region, credentials }, Date.now),
    port: 0,
  })
})
afterAll(async () => {
  await application?.stop()
  await stores?.stop()
})

const sight = async (id: string): Promise<Sight> => {
  const answer = await fetch(`${application.url}/accounts/${id}`, { headers: { accept: 'application/json' } })
  return (await answer.json()) as Sight
}
const counts = ({ parts }: Sight) => Object.fromEntries(parts.map(({ what, rows }) => [what, rows.length]))
const page = async (path: string): Promise<string> => (await fetch(application.url + path)).text()

describe('the seeding', () => {
  test('fills every place with what was invented, the synthetic person included', async () => {
    const described = await places.dynamodb.send(new DescribeTableCommand({ TableName: names.accounts }))
    expect(described.Table?.ItemCount).toBe(company.accounts.length)
    const found = await places.dynamodb.send(
      new QueryCommand({
        TableName: names.accounts,
        IndexName: 'byEmail',
        KeyConditionExpression: 'email = :e',
        ExpressionAttributeValues: { ':e': { S: ada.email } },
      }),
    )
    expect(found.Items?.map(({ id }) => id?.S).sort()).toEqual([...ada.accounts])
    const client = connection(stores.database.company)
    await client.connect()
    const { rows } = await client.query(`select
      (select count(*)::int from company.invoices) as invoices, (select count(*)::int from company.payments) as payments,
      (select count(*)::int from company.newsletter_subscriptions) as subscriptions,
      (select count(*)::int from company.forum_threads) as threads, (select count(*)::int from company.forum_posts) as posts`)
    await client.end()
    const { invoices, payments, subscriptions, threads, posts } = company
    expect(rows[0]).toEqual({
      invoices: invoices.length,
      payments: payments.length,
      subscriptions: subscriptions.length,
      threads: threads.length,
      posts: posts.length,
    })
  })

  test('is done once: a second time it touches nothing', async () => {
    const lines: string[] = []
    await fill((line) => lines.push(line))
    expect(lines).toEqual([])
  })

  test('starts over cleanly when it was interrupted', async () => {
    const before = counts(await sight(own))
    // As an interruption leaves it: no marker, and half of something there.
    rmSync(marker)
    await places.dynamodb.send(
      new PutItemCommand({ TableName: names.sessions, Item: { accountId: { S: own }, startedAt: { S: 'half' } } }),
    )
    await places.s3.send(new PutObjectCommand({ Bucket: names.bucket, Key: `accounts/${own}/half.txt`, Body: 'half' }))
    const lines: string[] = []
    await fill((line) => lines.push(line))
    expect(lines).toHaveLength(4)
    expect(counts(await sight(own))).toEqual(before)
  })
})

describe('the database', () => {
  test('tells its callers apart, and lets Oblige change rows but no tables', async () => {
    await tellSecret(places.secrets, names.secret, stores.database.oblige)
    await tellSecret(places.secrets, names.secret, stores.database.oblige)
    const { SecretString } = await places.secrets.send(new GetSecretValueCommand({ SecretId: names.secret }))
    const told = JSON.parse(SecretString ?? '')
    expect(told).toEqual(stores.database.oblige)
    const oblige = connection(told)
    await oblige.connect()
    expect((await oblige.query('select current_user as name')).rows).toEqual([{ name: 'oblige' }])
    await expect(oblige.query('drop table company.payments')).rejects.toThrow('must be owner')
    await expect(oblige.query('create table company.mine (id int)')).rejects.toThrow('permission denied')
    await oblige.end()
    const stranger = connection({ ...told, password: 'guessed' })
    await expect(stranger.connect()).rejects.toMatchObject({ code: '28P01' })
  })

  test('keeps transactions of several connections apart, also when one breaks off', async () => {
    const [one, other] = [connection(stores.database.company), connection(stores.database.oblige)]
    await Promise.all([one.connect(), other.connect()])
    other.on('error', () => undefined)
    await other.query('begin')
    await other.query('delete from company.forum_posts')
    const count = one.query('select count(*)::int as n from company.forum_posts')
    other.connection.stream.destroy()
    expect((await count).rows).toEqual([{ n: company.posts.length }])
    await one.query('begin')
    await expect(one.query('select 1 / 0')).rejects.toThrow('division by zero')
    await one.query('rollback')
    expect((await one.query('select current_user as name')).rows).toEqual([{ name: 'company' }])
    await one.end()
  })
})

describe('the company’s application', () => {
  test('finds people by name, address and account, and shows what each system has of them', async () => {
    expect(await page('/?q=ada%20qu')).toContain('ada.quill@example.org')
    expect(await page(`/?q=${guest}`)).toContain(`/accounts/${guest}`)
    expect(await page('/portals/p-001')).toContain('Ada Quill')
    const seen = await sight(own)
    expect(Math.min(...Object.values(counts(seen)))).toBeGreaterThan(0)
    const files = company.files.filter(({ key }) => key.includes(`/${own}/`))
    expect(counts(seen).Files).toBe(files.reduce((sum, { versions }) => sum + versions.length, 0))
  })

  test('sees nothing of files that are restricted, and all of them as before once they are released', async () => {
    const role = `arn:aws:iam::${account}:user/oblige`
    await setBucketPolicy(places.s3, denyRestricted(`arn:aws:s3:::${names.bucket}`, role))
    const oblige = stores.as('oblige', [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }])
    const before = await sight(guest)
    const files = before.parts.find(({ system }) => system === 'S3')?.rows ?? []
    const versions = files.map(({ key, version }) => ({
      Bucket: names.bucket,
      Key: String(key),
      VersionId: String(version),
    }))
    for (const version of versions) {
      const Tagging = { TagSet: [{ Key: 'oblige-restricted', Value: 'OB-7K3M-92QF' }] }
      await oblige.s3.send(new PutObjectTaggingCommand({ ...version, Tagging }))
    }
    const restricted = (await sight(guest)).parts.find(({ system }) => system === 'S3')
    expect(restricted?.rows).toEqual([])
    expect(restricted?.refused).toEqual({ count: files.length, answer: 'AccessDenied' })
    expect(await page(`/accounts/${guest}`)).toContain('AccessDenied')
    for (const version of versions) await oblige.s3.send(new DeleteObjectTaggingCommand(version))
    expect(await sight(guest)).toEqual(before)
  })

  test('says that it sees nothing where there is nobody', async () => {
    expect(await page('/accounts/a-99999')).toContain('sees nothing of this account')
    expect((await fetch(`${application.url}/portals/p-999`)).status).toBe(404)
    expect((await fetch(`${application.url}/accounts/..%2f`)).status).toBe(404)
    expect((await fetch(application.url, { method: 'POST' })).status).toBe(405)
  })

  test('signs somebody in although Oblige is down, and nobody from another page or without an account', async () => {
    const press = (id: string, headers: Record<string, string> = {}) =>
      fetch(`${application.url}/accounts/${id}/sign-in`, { method: 'POST', headers })
    expect(await page(`/accounts/${own}`)).toContain('Sign in as Ada Quill')
    expect(await page('/accounts/a-99999')).not.toContain('Sign in as')
    const answer = await (await press(own)).text()
    expect(answer).toContain('Signed in as Ada Quill')
    expect(answer).toContain('Oblige could not be reached, and hears of it with the next report.')
    expect((await press('a-99999')).status).toBe(404)
    expect((await press(own, { 'sec-fetch-site': 'cross-site' })).status).toBe(405)
  })

  test('shows what was typed as text, never as markup', async () => {
    const answer = await page(`/?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
    expect(answer).not.toContain('<script>')
    expect(answer).toContain('&lt;script&gt;')
  })
})

describe('its pages in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  test.each(['/', '/?q=ada', '/portals/p-001', `/accounts/${own}`, '/accounts/a-99999'])(
    'have no barrier that axe finds and fit a phone: %s',
    async (path) => {
      const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: true })
      const seen = await context.newPage()
      await seen.goto(application.url + path)
      for (const details of await seen.locator('summary').all()) await details.click()
      // The page's own policy lets no script in: axe is handed over past it.
      const found = (await seen.evaluate(`(() => { ${axe.source}; return axe.run() })()`)) as AxeResults
      expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
      expect(await seen.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
      await context.close()
    },
  )
})

import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { BlobReader, configure, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js'
import { expect, test } from 'vitest'
import policy from '../../demo/policy.ts'
import { long } from '../long.ts'
import { unpacked } from '../package/unpacked.ts'
import { promise } from '../promise.ts'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'

const passphrase = 'four Quiet "horses" on a hill'
const person = () => new Person(house.cloud, somebody(18).email)

/** What lies of a reference in the bucket of copies. */
const keysOf = async (reference: string) =>
  (await house.written())
    .filter(({ where }) => where.startsWith('keys in'))
    .flatMap(({ text }) => text.split('\n').filter((key) => key.includes(reference)))

/** Partition keys of the table of requests. */
async function partitions(): Promise<readonly string[]> {
  const everything = [{ Effect: 'Allow', Action: '*', Resource: '*' }]
  const credentials = house.cloud.principal('reader of the test', everything)
  const client = new DynamoDBClient({ endpoint: house.cloud.gateway, region: policy.regions.home, credentials })
  const [table] = house.cloud.resources
    .ofType('AWS::DynamoDB::Table')
    .filter(({ logicalId }) => logicalId.startsWith('StoreRequests'))
  const { Items = [] } = await client.send(new ScanCommand({ TableName: table?.name, ProjectionExpression: 'pk' }))
  return Items.map(({ pk }) => pk?.S ?? '')
}

/** Fills in the form as a browser does, without a script. */
async function chooses(link: string, fields: Record<string, string>): Promise<{ status: number; page: string }> {
  const answer = await fetch(`${house.cloud.site}${link}/protect`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    body: new URLSearchParams(fields).toString(),
  })
  const page = await answer.text()
  await house.cloud.clock.quiet()
  return { status: answer.status, page }
}

promise(
  'N15',
  'who chooses a passphrase gets a copy that it alone opens, and nothing of it stays with us',
  async () => {
    configure({ useWebWorkers: false })
    const asked = await person().asksAndConfirms('access')
    const { link, reference } = asked
    const plain = await unpacked(await fetched((await person().fetches(link)).address))

    await person().presses(link, 'code')
    expect((await person().looks(`${link}?code=sent&for=protect`)).page).toContain('Choose a passphrase for your copy')
    const code = await person().code()
    // A slip costs no code: it is used when all the rest is right.
    for (const [one, other, said] of [
      ['too short', 'too short', 'must have 12 to 99 characters'],
      ['drei grüne Äpfel', 'drei grüne Äpfel', 'letters without accents'],
      [passphrase, `${passphrase}.`, 'two passphrases do not match'],
    ] as const) {
      const { status, page } = await chooses(link, { code, passphrase: one, again: other })
      expect(status).toBe(400)
      expect(page).toContain(said)
      expect(page).not.toContain(one)
    }
    const wrong = await chooses(link, { code: 'AAAA-AAAA', passphrase, again: passphrase })
    expect([wrong.status, wrong.page.includes('not the code in our latest e-mail')]).toEqual([400, true])
    expect((await chooses(link, { code, passphrase, again: passphrase })).status).toBe(200)

    expect(await person().sees(link)).toMatchObject({
      actions: ['download', 'withdraw'],
      copy: { passphrase: 'needed' },
    })
    const mail = (await person().mails(reference)).at(-1)
    expect(mail?.subject).toBe(`Your copy is protected: ${reference}`)
    // Only the protected file is left: no plain one, none of what it was made of, no keys.
    expect(await keysOf(reference)).toEqual([expect.stringContaining(`packages/${reference}/1-protected.zip`)])
    expect((await house.written()).map(({ text }) => text).join('\n')).not.toContain(passphrase)
    expect(await partitions()).toContain(`R#${reference}`)
    expect(await partitions()).not.toContain(`K#${reference}`)

    const zip = await fetched((await person().fetches(link)).address)
    const [entry] = await new ZipReader(new BlobReader(new Blob([Uint8Array.from(zip)]))).getEntries()
    if (!entry || entry.directory) throw new Error('there is nothing in it')
    expect(entry.filename).toBe(`copy-${reference}.zip`)
    await expect(entry.getData(new Uint8ArrayWriter(), { password: 'four quiet horses' })).rejects.toThrow()
    const inside = Buffer.from(
      await entry.getData(new Uint8ArrayWriter(), { password: passphrase, checkSignature: true }),
    )
    expect(await unpacked(inside)).toEqual(plain)
  },
  240_000,
)

test('a second passphrase is refused, and a copy that is withdrawn goes with its protection', long, async () => {
  const reference = (await person().mails()).at(-1)?.subject.split(': ')[1] ?? ''
  const link = await person().link(reference)
  await person().presses(link, 'code')
  const code = await person().code()
  expect((await chooses(link, { code, passphrase, again: passphrase })).status).toBe(409)
  expect(await person().presses(link, 'withdraw')).toBe(200)
  expect((await person().sees(link)).status).toBe('withdrawn')
  expect(await keysOf(reference)).toEqual([])
})

const fetched = async (address = ''): Promise<Buffer> => Buffer.from(await (await fetch(address)).arrayBuffer())

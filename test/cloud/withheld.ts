import { expect, test } from 'vitest'
import type { Withheld } from '../../local/gateway/gateway.ts'
import { long } from '../long.ts'
import { promise } from '../promise.ts'
import { visible } from './house.ts'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'
import { post } from './post.ts'

/** Name or ARN of the one of that type whose logical id begins so, as the template gives it. */
function one(type: 'Lambda::Function' | 'StepFunctions::StateMachine' | 'KMS::Key' | 'DynamoDB::Table', id: string) {
  const found = house.cloud.resources.ofType(`AWS::${type}`).filter(({ logicalId }) => logicalId.startsWith(id))
  const [resource] = found
  if (!resource || found.length > 1) throw new Error(`the template has ${found.length} ${type} ${id}`)
  return resource
}
const functionOf = (id: string) => one('Lambda::Function', `${id}Function`)
const bucketOf = (id: string) =>
  house.cloud.resources.ofType('AWS::S3::Bucket').find(({ logicalId }) => logicalId.startsWith(id))?.arn ?? ''

/** Does something while a permission is taken away. Every call that was refused meanwhile, each once. */
async function without(permission: Withheld, deed: () => Promise<unknown>): Promise<readonly string[]> {
  const before = house.cloud.denied().length
  const giveBack = house.cloud.withhold(permission)
  try {
    await deed()
  } finally {
    giveBack()
  }
  const refused = house.cloud.denied().slice(before)
  return [...new Set(refused.map(({ principal, action, resource }) => `${principal} ${action} ${resource}`))]
}
const said = ({ principal, action, resource }: Withheld) => `${principal} ${action} ${resource}`

/** Systems from which a request still waits for an answer. */
const awaited = async (person: Person, link: string) => {
  const { coverage } = await person.sees(link)
  return [...new Set(coverage.filter(({ outcome }) => outcome === 'pending').map(({ system }) => system))]
}

test(
  'without its write to the table a confirmation fails alone: the page says so, others go on, and the next press counts',
  long,
  async () => {
    const person = new Person(house.cloud, somebody(220).email)
    const other = new Person(house.cloud, somebody(221).email)
    const reference = await person.asks('restriction')
    const link = await person.link(reference)
    const write = {
      principal: functionOf('Apiconfirm').name,
      action: 'dynamodb:PutItem',
      resource: one('DynamoDB::Table', 'StoreRequests').arn,
    }
    const refused = await without(write, async () => {
      expect(await person.presses(link, 'confirm')).toBe(500)
      expect(await person.sees(link)).toMatchObject({ status: 'unverified' })
      // Whoever asks meanwhile is served.
      await other.link(await other.asks('restriction'))
    })
    expect(refused).toEqual([said(write)])
    expect(await person.presses(link, 'confirm')).toBe(200)
    expect((await person.mails(reference)).map(({ subject }) => subject)).toEqual([
      `Please confirm your request: ${reference}`,
      `Your data are now unavailable: ${reference}`,
    ])
  },
)

promise(
  'N3',
  'without the key of its vault one system cannot make data unavailable; the others do, and it follows when it may again',
  async () => {
    const { email, accounts } = somebody(222)
    const person = new Person(house.cloud, email)
    const reference = await person.asks('restriction')
    const confirm = await person.link(reference)
    const wrap = {
      principal: functionOf('Systemsaccounts').name,
      action: 'kms:GenerateDataKey',
      resource: one('KMS::Key', 'KeysVault').arn,
    }
    const refused = await without(wrap, async () => {
      await person.presses(confirm, 'confirm')
      await house.cloud.clock.advance('PT1H')
      expect(await awaited(person, await person.link(reference))).toEqual(['accounts'])
    })
    expect(refused).toEqual([said(wrap)])
    await house.cloud.clock.advance('PT12H')
    const link = await person.link(reference)
    expect(await awaited(person, link)).toEqual([])
    expect((await person.sees(link)).status).toBe('held')
    expect(visible(await house.sees(accounts))).toEqual([])
  },
  long,
)

promise(
  'N1',
  'without the right to read objects one system is missing in a copy that says so, and is in the next',
  async () => {
    const person = new Person(house.cloud, somebody(223).email)
    const reference = await person.asks('access')
    const confirm = await person.link(reference)
    const resource = 'arn:aws:s3:::demo-office-files/*'
    const read = { principal: functionOf('Systemsfiles').name, action: 's3:GetObjectVersion', resource }
    const refused = await without(read, async () => {
      await person.presses(confirm, 'confirm')
      await house.cloud.clock.advance('PT1H')
    })
    expect(refused.length).toBeGreaterThan(0)
    for (const one of refused)
      expect(one).toMatch(new RegExp(`^${read.principal} s3:GetObjectVersion arn:aws:s3:::demo-office-files/`))
    const partly = (await person.mails(reference)).at(-1)
    expect(partly?.subject).toContain('not complete yet')
    expect(partly?.text).toContain('Still missing: Files')
    await house.cloud.clock.advance('P1D')
    const whole = (await person.mails(reference)).at(-1)
    expect(whole?.subject).toBe(`Your copy is ready: ${reference}`)
    expect(whole?.text).not.toContain('missing')
  },
  long,
)

test(
  'a machine that may not be started, and one that may not call a system: the request waits, and goes on by itself',
  long,
  async () => {
    const person = new Person(house.cloud, somebody(224).email)
    const reference = await person.asks('restriction')
    const confirm = await person.link(reference)
    const machine = one('StepFunctions::StateMachine', 'WorkflowsRestriction')
    const start = { principal: functionOf('Outbox').name, action: 'states:StartExecution', resource: machine.arn }
    const refused = await without(start, async () => {
      expect(await person.presses(confirm, 'confirm')).toBe(200)
      await house.cloud.clock.advance('PT2M')
      expect(house.cloud.machines.views().filter(({ name }) => name.includes(reference))).toEqual([])
    })
    expect(refused).toEqual([said(start)])

    const call = { principal: machine.name, action: 'lambda:InvokeFunction', resource: functionOf('Systemsfiles').arn }
    const refusedNext = await without(call, async () => {
      await house.cloud.clock.advance('PT1H')
      expect(await awaited(person, await person.link(reference))).toEqual(['files'])
    })
    expect(refusedNext).toEqual([said(call)])
    await house.cloud.clock.advance('PT12H')
    expect(await awaited(person, await person.link(reference))).toEqual([])
    const done = (await person.mails(reference)).filter(({ subject }) => subject.includes('are now unavailable'))
    expect(done.length).toBe(1)
  },
)

test('a letter that may not be sent is sent once when it may, and no request is refused meanwhile', long, async () => {
  const person = new Person(house.cloud, somebody(225).email)
  const domain = 'arn:aws:ses:eu-central-1:000000000000:identity/papyra.example.com'
  const send = { principal: functionOf('Outbox').name, action: 'ses:SendRawEmail', resource: domain }
  let reference = ''
  const refused = await without(send, async () => {
    reference = await person.asks()
    await house.cloud.clock.advance('PT5M')
    expect(await person.mails(reference)).toEqual([])
  })
  expect(refused).toEqual([said(send)])
  // By now it was put aside, so that others go on; a round takes it up within the hour.
  await house.watched(() => house.cloud.clock.advance('PT61M'))
  expect((await person.mails(reference)).length).toBe(1)
})

test(
  'a bucket that does not let SES write has mail refused for now, so that it comes again; one closed to CloudFront, pages but no request',
  long,
  async () => {
    const person = new Person(house.cloud, somebody(226).email)
    const mail = {
      from: person.address,
      messageId: '<withheld@example.org>',
      text: 'Please send me a copy of all the personal data that you hold about me.',
    }
    const store = { principal: 'ses.amazonaws.com', action: 's3:PutObject', resource: `${bucketOf('MailboxBucket')}/*` }
    const refused = await without(store, () => expect(post(house.cloud, mail)).rejects.toThrow('451'))
    expect(refused.length).toBe(1)
    expect(refused[0]).toContain(`ses.amazonaws.com s3:PutObject ${bucketOf('MailboxBucket')}/`)
    expect(await person.mails()).toEqual([])
    // Every mail server tries again after a 4yz (RFC 5321, 4.5.4.1).
    await post(house.cloud, mail)
    expect((await person.mails()).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Please confirm your request'),
    ])

    const pages = bucketOf('SitePages')
    const show = { principal: 'cloudfront.amazonaws.com', action: 's3:GetObject', resource: `${pages}/*` }
    const asks = new Person(house.cloud, somebody(227).email)
    const status = async () => (await fetch(`${house.cloud.site}/`)).status
    expect(await status()).toBe(200)
    const refusedPages = await without(show, async () => {
      expect([403, 404]).toContain(await status())
      await asks.link(await asks.asks())
    })
    expect(refusedPages.length).toBeGreaterThan(0)
    for (const one of refusedPages) expect(one).toContain(`cloudfront.amazonaws.com s3:GetObject ${pages}/`)
    expect(await status()).toBe(200)
  },
)

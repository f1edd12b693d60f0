import { DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb'
import type { RequestView } from '../../functions/contract/request.ts'
import { part, text } from '../../local/front/resource.ts'
import { lettersWordingOf } from '../../policy/wording/letters.ts'
import type { Told } from '../application/use.ts'
import { ada, ben } from '../company/known.ts'
import policy from '../policy.ts'
import { subjectOf } from './asked.ts'
import { checkCertificate } from './certificate.ts'
import { isKept, keeps, total } from './coverage.ts'
import { Findings } from './findings.ts'
import { days, instantAfter } from './periods.ts'
import { checkReminders } from './reminders.ts'
import type { Stage } from './tour.ts'
import { everybody, see } from './view.ts'
import { linkIn, Visitor } from './visitor.ts'

const letters = lettersWordingOf('en')
const removed = letters.inactive
const reminder = letters.reminder.inactive
const stays = letters.restored.inactive
/** Somebody who comes now and then, and to whom nothing may happen. */
const bystander = ['a-1004']
/** How long after the removal is scheduled the second person comes back. */
const comesBackAfter = 'P50D'

/** Two people stay away; one signs in before it is too late, the other is erased on day 239. */
export async function inactivity({ office, box, print, folder }: Stage): Promise<Findings> {
  const { cloud, application } = office
  if (!policy.inactivity) throw new Error('the policy removes no account that nobody uses')
  const { after, grace } = policy.inactivity
  const findings = new Findings()
  const visitor = new Visitor(cloud.site)
  const began = cloud.clock.now()
  print.startAt(began)
  const accounts = await everybody(application)
  const before = { ada: await see(application, ada.accounts), ben: await see(application, ben.accounts) }
  const others = await see(application, bystander)
  findings.everythingThere('Ada', before.ada)
  findings.everythingThere('Ben', before.ben)
  const index = async (when: string) => {
    const due = await dueDays(office)
    print.aligned([
      ['accounts by the day on which they are due', when],
      ...[...due].map(([day, n]) => [day, String(n)]),
    ])
    return due
  }

  print.heading('Papyra’s software reports when each account was used')
  const first = await index('day 0')
  findings.expect('every account is in the index', sum(first) === accounts)

  print.heading(`Ada Quill and Ben Falk stay away for ${days(after)}; everybody else comes now and then`)
  await cloud.clock.advance(instantAfter(began, after))
  const waiting = await index(`day ${after.slice(1, -1)}`)
  findings.expect(
    'nobody but the officer got a mail before',
    (await box.all()).every(({ to: [one] }) => one === policy.company.officer),
  )
  findings.expect('only the three accounts of Ada and Ben are due next', [...waiting.values()][0] === 3)

  print.heading('The daily round schedules their removal')
  await cloud.clock.advance('P2D')
  const told = {
    ada: await box.begins(ada.email, removed.title),
    ben: await box.begins(ben.email, removed.title),
  }
  for (const line of told.ada.text.trim().split('\n').slice(0, shownLines)) print.line(`│ ${line}`)
  const restricted = { ada: await see(application, ada.accounts), ben: await see(application, ben.accounts) }
  findings.nothingVisible('once the removal of Ada is scheduled', restricted.ada, before.ada)
  findings.nothingVisible('once the removal of Ben is scheduled', restricted.ben, before.ben)
  findings.expect('nobody else is missing', (await everybody(application)) === accounts - 3)
  const toldOfIt = (await box.all()).filter(({ subject }) => subject.startsWith(removed.title))
  findings.expect('two letters went out, and nobody else was told', toldOfIt.length === 2)
  const left = await index('after the round')
  findings.expect('what is being removed is not in the index', sum(left) === accounts - 3)

  print.heading(`${days(comesBackAfter)} later Ben simply signs in`)
  await cloud.clock.advance(comesBackAfter)
  await box.begins(ben.email, reminder.title)
  const answer = await signIn(application, ben.accounts[0])
  findings.expect('Papyra’s software hears that Ben’s account stays', answer === 'stays')
  await box.begins(ben.email, stays.title)
  const back = await see(application, ben.accounts)
  findings.same('all of Ben’s data are back byte for byte', before.ben, back)
  print.line(
    `Fingerprint before ${before.ben.fingerprints[0]?.slice(0, 16)}, now ${back.fingerprints[0]?.slice(0, 16)}`,
  )
  print.table({ 'Ben before': before.ben, scheduled: restricted.ben, 'signed in': back })

  print.heading(`Ada does nothing: ${days(grace)} pass`)
  await cloud.clock.advance(instantAfter(Date.parse(told.ada.at), grace))
  const gone = await box.begins(ada.email, letters.erased.title)
  const after240 = await see(application, ada.accounts)
  findings.nothingLeft(after240)
  findings.same('nothing of Ben changed after that', before.ben, await see(application, ben.accounts))
  findings.same('nothing of anybody else changed', others, await see(application, bystander))
  findings.expect('nobody else is missing in the end', (await everybody(application)) === accounts - 2)
  findings.expect('who is erased leaves no activity', sum(await index('in the end')) === accounts - 2)

  print.heading('What Papyra’s own application sees of Ada')
  print.table({ before: before.ada, scheduled: restricted.ada, 'in the end': after240 })
  const request = (await visitor.read(linkIn(gone.text))) as RequestView
  findings.expect(
    'the letters are about the same request',
    gone.subject === subjectOf(letters.erased, request.reference),
  )
  findings.expect('the mail came before the promised instant', gone.at <= request.promisedBy)
  await checkReminders(request, reminder, ada.email, box, findings)
  const checked = await checkCertificate(gone, `${cloud.site}/.well-known/jwks.json`, folder)
  for (const { category, count, exception, until = '' } of checked.coverage.filter(isKept))
    print.line(
      `Oblige still keeps ${count} records of ${category}, locked away until ${until.slice(0, 10)}: ${exception}.`,
    )
  findings.expect('the law keeps invoices and payments, and nothing else is kept', keeps(checked.coverage, before.ada))
  findings.expect('the certificate speaks of all that was there', total(checked.coverage) === records(before.ada))

  print.heading('The certificate')
  for (const line of checked.words.split('\n')) print.line(line)
  findings.expect('the certificate is signed by the published key', checked.valid)
  return findings
}

/** Lines of a letter that are shown. */
const shownLines = 12

/** Presses the button of Papyra's own application. Answers what Oblige told it. */
async function signIn(application: string, account: string): Promise<Told> {
  const answer = await fetch(`${application}/accounts/${account}/sign-in`, {
    method: 'POST',
    headers: { accept: 'application/json' },
  })
  if (!answer.ok) throw new Error(`the company's application answered a sign-in with ${answer.status}`)
  return ((await answer.json()) as { told: Told }).told
}

/** How many accounts are due on which day, out of the index itself. */
async function dueDays({ cloud }: Stage['office']): Promise<ReadonlyMap<string, number>> {
  const table = cloud.resources.ofType('AWS::DynamoDB::Table').find(({ logicalId }) => logicalId.includes('Requests'))
  const key = text(part(part(table?.properties), 'SSESpecification').KMSMasterKeyId)
  const mayRead = [
    { Effect: 'Allow', Action: 'dynamodb:Query', Resource: `${table?.arn}/index/byIdleOn` },
    { Effect: 'Allow', Action: 'kms:Decrypt', Resource: key },
  ]
  const credentials = cloud.principal('operator', mayRead)
  const client = new DynamoDBClient({ endpoint: cloud.gateway, region: policy.regions.home, credentials })
  const due = new Map<string, number>()
  for (let partition = 0; partition < partitions; partition++) {
    const query = {
      TableName: table?.name,
      IndexName: 'byIdleOn',
      KeyConditionExpression: 'idle = :partition',
      ExpressionAttributeValues: { ':partition': { S: `idle#${partition}` } },
    }
    for await (const { Items = [] } of paginateQuery({ client }, query))
      for (const { idleOn } of Items) due.set(idleOn?.S ?? '', (due.get(idleOn?.S ?? '') ?? 0) + 1)
  }
  client.destroy()
  return new Map([...due].sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** Partitions of the index (adapters/activities.ts). */
const partitions = 8

const sum = (due: ReadonlyMap<string, number>): number => [...due.values()].reduce((all, n) => all + n, 0)
const records = ({ parts }: Awaited<ReturnType<typeof see>>): number =>
  parts.reduce((all, part) => all + part.records, 0)

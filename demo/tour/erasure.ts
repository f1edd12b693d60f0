import type { RequestView } from '../../functions/contract/request.ts'
import { lettersWordingOf } from '../../policy/wording/letters.ts'
import { ada, ben } from '../company/known.ts'
import policy from '../policy.ts'
import { type Asked, askForErasure, restore, subjectOf } from './asked.ts'
import { checkCertificate } from './certificate.ts'
import { isKept, keeps, seenIn, total } from './coverage.ts'
import { Findings } from './findings.ts'
import type { Letterbox } from './letterbox.ts'
import { days, instantAfter } from './periods.ts'
import { checkReminders } from './reminders.ts'
import type { Stage } from './tour.ts'
import { everybody, see } from './view.ts'
import { Visitor } from './visitor.ts'

const letters = lettersWordingOf('en')
/** Somebody who asked for nothing, and to whom nothing may happen. */
const bystander = ['a-1004']
/** The day on which the second person changes their mind. */
const restoreAfter = 'P20D'

/** Two people ask for erasure; one changes their mind, the other lets 60 days pass. */
export async function erasure({ office, box, print, folder }: Stage): Promise<Findings> {
  const { cloud, application } = office
  const findings = new Findings()
  const visitor = new Visitor(cloud.site)
  const began = cloud.clock.now()
  print.startAt(began)

  const accounts = await everybody(application)
  const before = { ada: await see(application, ada.accounts), ben: await see(application, ben.accounts) }
  const others = await see(application, bystander)
  findings.everythingThere('Ada', before.ada)
  findings.everythingThere('Ben', before.ben)

  print.heading('Ada Quill and Ben Falk ask for erasure, by form and link')
  const adas = await askForErasure(ada.email, visitor, box)
  const bens = await askForErasure(ben.email, visitor, box)
  const restricted = { ada: await see(application, ada.accounts), ben: await see(application, ben.accounts) }
  findings.nothingVisible('once Ada has confirmed', restricted.ada, before.ada)
  findings.nothingVisible('once Ben has confirmed', restricted.ben, before.ben)
  findings.expect('nobody else is missing', (await everybody(application)) === accounts - 3)
  const held = total(((await visitor.read(adas.link)) as RequestView).coverage)
  print.line(`Papyra’s application sees nothing of them; Oblige holds ${held} records of Ada, locked away.`)
  findings.expect('everything that Ada had is locked away and nothing is lost', held === seenIn(before.ada))

  print.heading(`${days(restoreAfter)} later Ben wants everything back`)
  await cloud.clock.advance(restoreAfter)
  await restore(bens, visitor, box)
  const back = await see(application, ben.accounts)
  findings.same('all of Ben’s data are back byte for byte', before.ben, back)
  print.line(
    `Fingerprint before ${before.ben.fingerprints[0]?.slice(0, 16)}, now ${back.fingerprints[0]?.slice(0, 16)}`,
  )
  print.table({ 'Ben before': before.ben, restricted: restricted.ben, restored: back })

  print.heading(`Ada does nothing: ${days(policy.periods.erasure)} pass`)
  await cloud.clock.advance(instantAfter(began, policy.periods.erasure))
  const gone = await box.wait(ada.email, subjectOf(letters.erased, adas.reference))
  const after = await see(application, ada.accounts)
  findings.nothingLeft(after)
  findings.same('nothing of Ben changed after that', before.ben, await see(application, ben.accounts))
  findings.same('nothing of anybody else changed', others, await see(application, bystander))
  findings.expect('nobody else is missing in the end', (await everybody(application)) === accounts - 2)

  print.heading('What Papyra’s own application sees of Ada')
  print.table({ before: before.ada, restricted: restricted.ada, [`after ${days(policy.periods.erasure)}`]: after })
  await checkTimes(adas, gone, visitor, box, findings)
  const checked = await checkCertificate(gone, `${cloud.site}/.well-known/jwks.json`, folder)
  for (const { category, count, exception, until = '' } of checked.coverage.filter(isKept))
    print.line(
      `Oblige still keeps ${count} records of ${category}, locked away until ${until.slice(0, 10)}: ${exception}.`,
    )

  print.heading('The certificate')
  for (const line of checked.words.split('\n')) print.line(line)
  findings.expect('the certificate is signed by the published key', checked.valid)
  findings.expect('the law keeps invoices and payments, and nothing else is kept', keeps(checked.coverage, before.ada))
  return findings
}

/** Reminders at the policy's points, everything done before the promised instant, recipients told. */
async function checkTimes(
  { link, address }: Asked,
  gone: { readonly at: string },
  visitor: Visitor,
  box: Letterbox,
  findings: Findings,
): Promise<void> {
  const request = (await visitor.read(link)) as RequestView
  findings.expect('the request is closed as erased', request.status === 'erased')
  findings.expect('the mail came before the promised instant', gone.at <= request.promisedBy)
  await checkReminders(request, letters.reminder, address, box, findings)
  for (const [id, { told, name }] of Object.entries(policy.recipients)) {
    const erasure = request.recipients?.find(({ recipient, act }) => recipient === id && act === 'erase')
    if (told) findings.expect(`${name} was told`, erasure?.toldAt !== undefined)
  }
}

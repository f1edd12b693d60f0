import type { RequestView } from '../../functions/contract/request.ts'
import { lettersWordingOf } from '../../policy/wording/letters.ts'
import { ada } from '../company/known.ts'
import policy from '../policy.ts'
import { askForErasure, subjectOf } from './asked.ts'
import { checkCertificate } from './certificate.ts'
import { Findings } from './findings.ts'
import { days, instantAfter } from './periods.ts'
import { program } from './program.ts'
import type { Stage } from './tour.ts'
import { see } from './view.ts'
import { Visitor } from './visitor.ts'

const letters = lettersWordingOf('en')
/** How long the dispute goes on beyond the day on which everything would have been gone. */
const dispute = 'P30D'

/** An erasure waits because of a legal dispute, restriction does not; the person is told, and it goes on when the dispute is over. */
export async function legalHold({ office, box, print, folder }: Stage): Promise<Findings> {
  const { cloud, application } = office
  const findings = new Findings()
  const visitor = new Visitor(cloud.site)
  const began = cloud.clock.now()
  print.startAt(began)
  const before = await see(application, ada.accounts)
  findings.everythingThere('Ada', before)
  const staff = program(office, 'Staff')
  const papers = { file: '2026/17' }
  const standing = async () => (await visitor.read(asked.link)) as RequestView

  print.heading('Ada Quill asks for erasure')
  const asked = await askForErasure(ada.email, visitor, box)
  const hold = `/company/requests/${asked.reference}/hold`
  const restricted = await see(application, ada.accounts)
  findings.nothingVisible('once Ada has confirmed', restricted, before)

  print.heading('There is a dispute in which her data may be evidence: somebody at Papyra holds the erasure')
  const refused = await staff('POST', hold, { reason: 'curiosity', ...papers })
  print.line(`Curiosity is no reason of the policy: ${refused.status}.`)
  findings.expect('only a reason of the policy holds an erasure', refused.status === 400)
  await staff('POST', hold, { reason: 'claim', ...papers })
  const told = await box.wait(ada.email, subjectOf(letters.onHold, asked.reference))
  const reason = policy.holds.claim?.reason.en ?? ''
  findings.expect('Ada is told the reason', told.text.replaceAll(/\s+/g, ' ').includes(reason))
  const page = await visitor.open(asked.link)
  findings.expect('the page says the reason', page.html.includes(reason))
  findings.expect('she cannot have it erased at once', !page.html.includes('erase-now'))
  findings.expect('she can have everything back all the same', page.html.includes('/restore"'))
  findings.nothingVisible('while it waits', await see(application, ada.accounts), before)

  print.heading(`The ${days(policy.periods.erasure)} pass, and ${days(dispute)} more`)
  await cloud.clock.advance(instantAfter(began, policy.periods.erasure))
  await cloud.clock.advance(dispute)
  const waiting = await see(application, ada.accounts)
  findings.nothingVisible('after all that time', waiting, before)
  findings.expect('nothing is erased while the law asks to keep it', (await standing()).status === 'grace')
  const alarms = cloud.metrics().PromiseAtRisk ?? 0
  print.line('Papyra was warned before the promised day.')
  findings.expect('the alarm for a promise at risk rang', alarms > 0)

  print.heading('The dispute is over')
  await staff('DELETE', hold, papers)
  await box.wait(ada.email, subjectOf(letters.holdEnded, asked.reference))
  const gone = await box.wait(ada.email, subjectOf(letters.erased, asked.reference))
  const after = await see(application, ada.accounts)
  findings.nothingLeft(after)
  findings.expect(
    'what is erased cannot be held',
    (await staff('POST', hold, { reason: 'claim', ...papers })).status === 409,
  )
  print.table({ before, unavailable: restricted, 'while it waits': waiting, erased: after })
  const { valid } = await checkCertificate(gone, `${cloud.site}/.well-known/jwks.json`, folder)
  findings.expect('the certificate is signed by the published key', valid)
  return findings
}

import type { RequestView } from '../../functions/contract/request.ts'
import { lettersWordingOf } from '../../policy/wording/letters.ts'
import { minorsWordingOf } from '../../policy/wording/minors.ts'
import { ada, ben } from '../company/known.ts'
import policy from '../policy.ts'
import { subjectOf } from './asked.ts'
import { checkCertificate } from './certificate.ts'
import { Findings } from './findings.ts'
import { days } from './periods.ts'
import { program } from './program.ts'
import type { Stage } from './tour.ts'
import { see } from './view.ts'
import { linkIn, Visitor } from './visitor.ts'

const letters = lettersWordingOf('en')
const asking = minorsWordingOf('en').letters
const guardian = 'grown.up@example.org'

/** Two accounts are reported as children’s: a guardian consents to one, nobody to the other. */
export async function minors({ office, box, print, folder }: Stage): Promise<Findings> {
  const { cloud, application } = office
  if (!policy.minors) throw new Error('the policy asks no guardian')
  const findings = new Findings()
  const visitor = new Visitor(cloud.site)
  print.startAt(cloud.clock.now())
  const before = { ada: await see(application, ada.accounts), ben: await see(application, ben.accounts) }
  const staff = program(office, 'Staff')
  const report = async (address: string) =>
    String((await staff('POST', '/company/children', { address, file: '2026/31' })).json.reference)

  print.heading('Somebody at Papyra learns that the accounts of Ada Quill and Ben Falk are children’s')
  const adas = await report(ada.email)
  const bens = await report(ben.email)
  const named = await box.wait(ada.email, subjectOf(asking.needed, adas))
  await box.wait(ben.email, subjectOf(asking.needed, bens))
  findings.same('nothing is changed by a report', before.ada, await see(application, ada.accounts))

  print.heading('Ada names her mother, who consents')
  await visitor.press(await visitor.open(linkIn(named.text)), 'state', { guardian })
  const question = await box.wait(guardian, subjectOf(asking.guardian, adas))
  const page = await visitor.open(linkIn(question.text))
  findings.expect('the guardian’s page does not name the child', !page.html.includes(ada.email))
  await visitor.press(page, 'consent', { consent: 'yes' })
  await box.wait(ada.email, subjectOf(asking.consented, adas))

  const { consent, grace } = policy.minors
  print.heading(
    `Nobody consents for Ben: after ${days(consent)} his data are unavailable, after ${days(grace)} more erased`,
  )
  await cloud.clock.advance(consent)
  await cloud.clock.advance('PT1H')
  const missing = await box.wait(ben.email, subjectOf(asking.missing, bens))
  const restricted = await see(application, ben.accounts)
  findings.nothingVisible('once nobody consented', restricted, before.ben)
  await cloud.clock.advance(grace)
  const gone = await box.wait(ben.email, subjectOf(letters.erased, bens))
  const after = await see(application, ben.accounts)
  findings.nothingLeft(after)
  findings.same('Ada’s data are as they were', before.ada, await see(application, ada.accounts))
  findings.expect(
    'Ben’s request says why',
    ((await visitor.read(linkIn(missing.text))) as RequestView).unconsented === true,
  )
  print.table({ 'Ben before': before.ben, unavailable: restricted, erased: after })
  const { valid } = await checkCertificate(gone, `${cloud.site}/.well-known/jwks.json`, folder)
  findings.expect('the certificate is signed by the published key', valid)
  return findings
}

import type { RequestView } from '../../functions/contract/request.ts'
import { lettersWordingOf } from '../../policy/wording/letters.ts'
import { ada } from '../company/known.ts'
import policy from '../policy.ts'
import { askFor, subjectOf } from './asked.ts'
import { Findings } from './findings.ts'
import type { Stage } from './tour.ts'
import { rowsOf, see } from './view.ts'
import { linkIn, Visitor } from './visitor.ts'

const letters = lettersWordingOf('en')
const right = { name: 'Quill-Okafor', address: 'ada.quill-okafor@example.org', billing: 'Quill & Daughters' } as const

/** Somebody has a name and an address corrected, and what an invoice says declined, with the reason. */
export async function rectification({ office, box, print }: Stage): Promise<Findings> {
  const { cloud, application } = office
  const findings = new Findings()
  const visitor = new Visitor(cloud.site)
  print.startAt(cloud.clock.now())
  findings.everythingThere('Ada', await see(application, ada.accounts))
  const shown = async (when: string) => {
    const rows = await rowsOf(application, ada.accounts, 'Account')
    print.aligned(rows.map(({ id, lastName, email }) => [when, String(id), String(lastName), String(email)]))
    return rows
  }
  const before = await shown('before')
  const invoices = await rowsOf(application, ada.accounts, 'Invoices')

  print.heading('Ada Quill says what is right: her name, her address, and the name on her invoices')
  const { link, reference } = await askFor('rectification', letters.stateWhatIsRight, ada.email, visitor, box)
  await visitor.press(await visitor.open(link), 'state', {
    'last-name': right.name,
    email: right.address,
    'billing-name': right.billing,
  })
  const named = await shown('stated')
  findings.expect(
    'nothing of what has to be proven or decided first is changed',
    named.every(({ email }) => before.some((row) => row.email === email)),
  )

  print.heading('She proves the new address')
  const proof = await box.wait(right.address, subjectOf(letters.proveNewAddress, reference))
  await visitor.press(await visitor.open(linkIn(proof.text)), 'prove')

  print.heading('Invoices are decided on by a person of Papyra’s, who declines')
  const { officer } = policy.company
  const decision = await box.wait(officer, subjectOf(letters.decisionNeeded, reference))
  await visitor.press(await visitor.open(linkIn(decision.text)), 'decide', {
    'billing-name': 'as-issued',
    answer: 'The next invoices will have the new name.',
  })
  const told = await box.wait(right.address, subjectOf(letters.notAllCorrected, reference))
  await box.wait(ada.email, subjectOf(letters.addressChanged, reference))
  const after = await shown('after')
  findings.expect(
    'name and address are corrected in every account',
    after.length === before.length &&
      after.every(({ lastName, email }) => lastName === right.name && email === right.address),
  )
  const noted = await rowsOf(application, ada.accounts, 'Invoices')
  findings.expect(
    'invoices stay as they were issued, with her words beside them',
    noted.length === invoices.length &&
      noted.every(
        ({ billing_name, statement }, n) =>
          billing_name === invoices[n]?.billing_name && String(statement).includes(right.billing),
      ),
  )
  const flowing = told.text.replaceAll(/\s+/g, ' ')
  findings.expect(
    'she reads the reason, and where she can complain',
    flowing.includes(policy.reasonsToDecline['as-issued']?.en ?? 'a reason') &&
      flowing.includes(policy.company.authority.name),
  )
  const { items = [] } = (await visitor.read(linkIn(told.text))) as RequestView
  print.aligned([['', ''], ...items.map(({ field, state }) => [field, state])])
  return findings
}

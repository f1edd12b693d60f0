import type { RequestView } from '../../functions/contract/request.ts'
import { disclosureWordingOf } from '../../policy/wording/disclosure.ts'
import { ada } from '../company/known.ts'
import { subjectOf } from './asked.ts'
import { Findings } from './findings.ts'
import { instantAfter } from './periods.ts'
import { program } from './program.ts'
import type { Stage } from './tour.ts'
import { see } from './view.ts'
import { linkIn, Visitor } from './visitor.ts'

const { letters } = disclosureWordingOf('en')

/** Staff ask somebody whether data may go to a third party; nothing moves without a yes, nor after it is taken back. */
export async function disclosure({ office, box, print }: Stage): Promise<Findings> {
  const { cloud, application } = office
  const findings = new Findings()
  const visitor = new Visitor(cloud.site)
  print.startAt(cloud.clock.now())
  const before = await see(application, ada.accounts)
  const staff = program(office, 'Staff')
  const mover = program(office, 'Disclosures')

  print.heading('Papyra asks Ada Quill whether letters of hers may go to a museum')
  const { json } = await staff('POST', '/company/disclosures', {
    address: ada.email,
    to: { name: 'Museum of Letters', address: 'Quay 1, Hamburg', country: 'DE' },
    purpose: 'An exhibition of letters',
    categories: ['content'],
    until: instantAfter(cloud.clock.now(), 'P60D').slice(0, 10),
    by: 'Public relations',
    file: '2026/41',
  })
  const reference = String(json.reference)
  const approved = async (when: string) => {
    const answer = (await mover('POST', `/company/disclosures/${reference}/check`, {})).json
    print.line(`${when}, the program that would send them asks: ${answer.answer}`)
    return answer.approved === true
  }
  const question = await box.wait(ada.email, subjectOf(letters.asked, reference))
  findings.expect('nothing may move before she answered', !(await approved('Before she answered')))

  print.heading('She says yes, on the page')
  const link = linkIn(question.text)
  await visitor.press(await visitor.open(link), 'approve', { answer: 'yes' })
  const told = await box.wait(ada.email, subjectOf(letters.given, reference))
  findings.expect('with her yes it may', await approved('Now'))
  const sent = await mover('POST', `/company/disclosures/${reference}/disclosed`, {
    at: new Date(cloud.clock.now()).toISOString(),
  })
  findings.expect('what was sent is reported', sent.status === 200)

  print.heading('Ten days later she takes it back')
  await cloud.clock.advance('P10D')
  await visitor.press(await visitor.open(linkIn(told.text)), 'withdraw')
  await box.wait(ada.email, subjectOf(letters.ended, reference))
  findings.expect('from then on nothing may move', !(await approved('After that')))
  const seen = (await visitor.read(link)) as RequestView
  print.line(
    `Her page says: asked ${seen.disclosure?.checks} times, passed on ${seen.disclosure?.disclosed.length} time.`,
  )
  findings.expect('her page says what was passed on', seen.disclosure?.disclosed.length === 1)
  findings.same('her data are as they were', before, await see(application, ada.accounts))
  return findings
}

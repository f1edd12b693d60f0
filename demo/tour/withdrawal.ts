import type { RequestView } from '../../functions/contract/request.ts'
import { lettersWordingOf } from '../../policy/wording/letters.ts'
import { pagesWordingOf } from '../../policy/wording/pages.ts'
import { ada, ben } from '../company/known.ts'
import { askFor, askForErasure, restore, subjectOf } from './asked.ts'
import { Findings } from './findings.ts'
import { days } from './periods.ts'
import type { Stage } from './tour.ts'
import { see } from './view.ts'
import { titleOf, Visitor } from './visitor.ts'

const [letters, pages] = [lettersWordingOf('en'), pagesWordingOf('en')]
/** The day on which somebody thinks better of an erasure. */
const thought = 'P10D'

/** Requests are taken back while they can be; and what cannot be taken back any more says so. */
export async function withdrawal({ office, box, print }: Stage): Promise<Findings> {
  const { cloud, application } = office
  const findings = new Findings()
  const visitor = new Visitor(cloud.site)
  print.startAt(cloud.clock.now())
  const before = { ada: await see(application, ada.accounts), ben: await see(application, ben.accounts) }
  findings.everythingThere('Ada', before.ada)

  print.heading('Ada Quill asks for a copy, and does not want it any more')
  const copy = await askFor('access', letters.copyReady, ada.email, visitor, box)
  await visitor.press(await visitor.open(copy.link), 'withdraw')
  await box.wait(ada.email, subjectOf(letters.withdrawn, copy.reference))
  const withdrawn = await visitor.open(copy.link)
  print.line(`The page says: ${titleOf(withdrawn)}.`)
  findings.expect('the copy cannot be fetched any more', !withdrawn.html.includes('/code"'))

  print.heading('She asks for a correction, and takes it back before she has said what is wrong')
  const correction = await askFor('rectification', letters.stateWhatIsRight, ada.email, visitor, box)
  await visitor.press(await visitor.open(correction.link), 'withdraw')
  await box.wait(ada.email, subjectOf(letters.nothingCorrected, correction.reference))
  findings.same('nothing of Ada changed', before.ada, await see(application, ada.accounts))

  print.heading(`Ben Falk asks for erasure, and wants everything back after ${days(thought)}`)
  const first = await askForErasure(ben.email, visitor, box)
  const restricted = await see(application, ben.accounts)
  findings.nothingVisible('once Ben has confirmed', restricted, before.ben)
  await cloud.clock.advance(thought)
  await restore(first, visitor, box)
  const back = await see(application, ben.accounts)
  findings.same('all of Ben’s data are back byte for byte', before.ben, back)

  print.heading('He asks again, and does not want to wait: that cannot be taken back')
  const second = await askForErasure(ben.email, visitor, box)
  const old = await visitor.open(second.link)
  const certain = await visitor.open(`${second.link}?confirm=erase-now`)
  await visitor.press(certain, 'erase-now')
  await box.wait(ben.email, subjectOf(letters.erased, second.reference))
  const page = await visitor.open(second.link)
  const { status } = (await visitor.read(second.link)) as RequestView
  print.line(`The page says: ${titleOf(page)}.`)
  findings.expect('his request is done', status === 'erased')
  findings.expect('there is nothing to have back any more', !page.html.includes('/restore"'))
  const late = await visitor.press(old, 'restore')
  print.line(`Who presses a button of an old page all the same reads: ${titleOf(late)}.`)
  findings.expect('a button pressed on an old page says how it stands', titleOf(late) === pages.request.erased)
  const after = await see(application, ben.accounts)
  findings.nothingLeft(after)
  print.table({ 'Ben before': before.ben, unavailable: restricted, 'taken back': back, 'erased at once': after })
  return findings
}

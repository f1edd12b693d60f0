import type { RequestView } from '../../functions/contract/request.ts'
import { lettersWordingOf } from '../../policy/wording/letters.ts'
import { ada, ben } from '../company/known.ts'
import { askFor, subjectOf } from './asked.ts'
import { Findings } from './findings.ts'
import { days } from './periods.ts'
import type { Stage } from './tour.ts'
import { see } from './view.ts'
import { Visitor } from './visitor.ts'

const letters = lettersWordingOf('en')
/** How long she wants it: nothing ends it but her. */
const forAsLong = 'P100D'

/** Somebody has their data made unavailable, uses other rights meanwhile, and has everything back when they want it. */
export async function restriction({ office, box, print }: Stage): Promise<Findings> {
  const { cloud, application } = office
  const findings = new Findings()
  const visitor = new Visitor(cloud.site)
  print.startAt(cloud.clock.now())
  const before = await see(application, ada.accounts)
  const others = await see(application, ben.accounts)
  findings.everythingThere('Ada', before)

  print.heading('Ada Quill wants her data to be unavailable, and kept')
  const asked = await askFor('restriction', letters.held, ada.email, visitor, box)
  const restricted = await see(application, ada.accounts)
  findings.nothingVisible('once Ada has confirmed', restricted, before)
  findings.same('nothing of Ben changed', others, await see(application, ben.accounts))

  print.heading('Meanwhile she can have a copy of them')
  const copy = await askFor('access', letters.copyReady, ada.email, visitor, box)
  const { coverage } = (await visitor.read(copy.link)) as RequestView
  const copied = coverage.reduce((sum, { count }) => sum + count, 0)
  print.line(`${copied} records, out of the vault.`)
  findings.expect(
    'the copy holds everything that is locked away',
    copied === before.parts.reduce((sum, { records }) => sum + records, 0),
  )

  print.heading(`${days(forAsLong)} pass, and nobody but her ends it`)
  await cloud.clock.advance(forAsLong)
  findings.nothingVisible('after all that time', await see(application, ada.accounts), before)

  print.heading('She wants everything back')
  await visitor.press(await visitor.open(asked.link), 'restore')
  await box.wait(ada.email, subjectOf(letters.lifted, asked.reference))
  const back = await see(application, ada.accounts)
  findings.same('all of Ada’s data are back byte for byte', before, back)
  print.table({ before, restricted, 'back again': back })
  return findings
}

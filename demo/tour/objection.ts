import type { RequestView } from '../../functions/contract/request.ts'
import { objectionWordingOf } from '../../policy/wording/objection.ts'
import { ada } from '../company/known.ts'
import policy from '../policy.ts'
import { askFor, subjectOf } from './asked.ts'
import { Findings } from './findings.ts'
import { program } from './program.ts'
import type { Stage } from './tour.ts'
import { rowsOf, see } from './view.ts'
import { linkIn, Visitor } from './visitor.ts'

const objecting = objectionWordingOf('en').letters

/** Somebody ends the newsletter with one click, and objects to two uses of their data: one stops, one goes on. */
export async function objection({ office, box, print }: Stage): Promise<Findings> {
  const { cloud, application } = office
  const findings = new Findings()
  const visitor = new Visitor(cloud.site)
  print.startAt(cloud.clock.now())
  const before = await see(application, ada.accounts)
  findings.everythingThere('Ada', before)
  const subscribed = async () =>
    (await rowsOf(application, ada.accounts, 'Newsletter')).map((row) => row.subscribed === true)

  print.heading('Ada Quill presses "unsubscribe" in her mail program')
  const list = { list: 'newsletter', addresses: [ada.email] }
  const software = program(office, 'Mailing')
  const { json } = await software('POST', '/company/mailing/links', list)
  const [{ headers } = { headers: {} }] = json.links as Array<{ headers: Record<string, string> }>
  const link = /^<(.+)>$/.exec(headers['List-Unsubscribe'] ?? '')?.[1] ?? ''
  print.line(`List-Unsubscribe-Post: ${headers['List-Unsubscribe-Post']}`)
  const was = await subscribed()
  const click = await fetch(visitor.here(link), {
    method: 'POST',
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
  })
  await click.arrayBuffer()
  await cloud.clock.quiet()
  const now = await subscribed()
  print.line(`Subscribed before: ${was.join(', ')}; now: ${now.join(', ')}.`)
  findings.expect(
    'one click was enough, and the company’s own table says so',
    click.status === 200 && !now.includes(true),
  )
  const asked = await software('POST', '/company/mailing/check', list)
  findings.expect('whoever sends asks, and hears of it', (asked.json.suppressed as unknown[]).length === 1)

  print.heading('She objects to statistics about her, and to her public posts being shown')
  const request = await askFor('processing-objection', objecting.stateGrounds, ada.email, visitor, box)
  await visitor.press(await visitor.open(request.link), 'state', {
    'use-technical': 'on',
    'use-public-posts': 'on',
    grounds: 'Somebody follows me, and finds out where I am.',
  })
  const { officer } = policy.company
  const decision = await box.wait(officer, subjectOf(objecting.toWeigh, request.reference))
  print.heading('Papyra’s officer weighs it: the statistics stop, the posts stay')
  await visitor.press(await visitor.open(linkIn(decision.text)), 'decide', {
    'use-technical': 'stop',
    'use-public-posts': 'compelling',
    answer: 'Others answered your posts; you can delete each of them yourself.',
  })
  const told = await box.wait(ada.email, subjectOf(objecting.refused, request.reference))
  findings.expect('she reads where she can complain', told.text.includes(policy.company.authority.url))
  const { uses = [] } = (await visitor.read(request.link)) as RequestView
  print.aligned([['use', 'decided'], ...uses.map(({ category, state }) => [category, state])])
  const check = async (category: string) =>
    (await program(office, 'Uses')('POST', '/company/uses/check', { category, addresses: [ada.email] })).json
      .stopped as unknown[]
  findings.expect('the statistics’ software hears that it may not', (await check('technical')).length === 1)
  findings.expect('the forum goes on', (await check('public-posts')).length === 0)
  return findings
}

import { inventCompany } from '../company/invent.ts'
import { ofController } from '../company/known.ts'
import policy from '../policy.ts'
import { Findings } from './findings.ts'
import type { Stage } from './tour.ts'
import { see } from './view.ts'

/** A controller on whose behalf Papyra holds accounts has one erased, and a copy made, by OpenDSR. */
export async function controller({ office, box, print }: Stage): Promise<Findings> {
  const { cloud, application, recipients } = office
  const findings = new Findings()
  print.startAt(cloud.clock.now())
  const { harbour } = policy.processor?.controllers ?? {}
  const { theirs, others, reader } = ofController
  const { accounts } = inventCompany()
  const addressOf = (account: string) => accounts.find(({ id }) => id === account)?.email ?? ''
  const before = { theirs: await see(application, [theirs]), others: await see(application, [others]) }

  print.heading(`${harbour?.name} asks what Papyra understands`)
  const asked = recipients.controller
  const discovery = await asked.discovers()
  print.line(JSON.stringify(discovery.supported_subject_request_types))

  print.heading('It has an account erased; the same person has another, with somebody else')
  const email = (identity_value: string) => ({ identity_type: 'email', identity_value, identity_format: 'raw' })
  const erasure = asked.asking('erasure', [email(addressOf(theirs))])
  const taken = await asked.calls('POST', '/opendsr/requests', erasure)
  await cloud.clock.quiet()
  print.line(`${taken.status}: expected by ${taken.json.expected_completion_time}, signed and checked`)
  findings.expect('it was taken', taken.status === 201)
  const restricted = await see(application, [theirs])
  findings.nothingVisible('once it was taken', restricted, before.theirs)
  findings.same('the other account stays', before.others, await see(application, [others]))

  print.heading('It has a copy made for somebody else')
  const copy = asked.asking('access', [email(addressOf(reader))])
  await asked.calls('POST', '/opendsr/requests', copy)
  await cloud.clock.quiet()
  const path = `/opendsr/requests/${copy.subject_request_id}`
  const { json } = await asked.calls('GET', path)
  const { location } = await asked.calls('GET', `${path}/results`)
  const zip = await (await fetch(location)).arrayBuffer()
  print.line(`${json.request_status}: ${Math.round(zip.byteLength / 1000)} kB to fetch`)
  findings.expect('the copy can be fetched', json.request_status === 'completed' && zip.byteLength > 10_000)

  print.heading('Two weeks pass')
  await cloud.clock.advance(harbour?.erasure ?? policy.periods.erasure)
  const after = await see(application, [theirs])
  findings.nothingLeft(after)
  findings.same('the other account still stays', before.others, await see(application, [others]))
  const said = asked.heard.filter(({ id }) => id === erasure.subject_request_id).map(({ status }) => status)
  print.line(`Callbacks, signed: ${said.join(', ')}`)
  findings.expect('the controller heard of it', said.at(-1) === 'completed')
  const written = (await Promise.all([theirs, reader].map((account) => box.to(addressOf(account))))).flat()
  findings.expect('nobody but the controller was written to about it', written.length === 0)
  print.table({ before: before.theirs, restricted, 'after two weeks': after, 'the other account': before.others })
  return findings
}

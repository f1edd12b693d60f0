import type { Cloud } from './cloud.ts'
import { type Known, type Model, Violation } from './model.ts'
import type { OfData } from './of-data.ts'
import { canary } from './person.ts'

/** How every request has to have ended, when all has been calm for long enough. */
const ends: Readonly<Record<string, string>> = {
  erased: 'erased',
  restored: 'restored',
  'not-found': 'not-found',
  duplicate: 'duplicate',
  held: 'held',
  lifted: 'lifted',
  discarded: 'copy-deleted',
  withdrawn: 'withdrawn',
  stopped: 'mailing-stopped',
  corrected: 'corrected',
  declined: 'not-all-corrected',
  unchanged: 'nothing-corrected',
}
/** Nobody writes about it: the letter of the erasure says everything. */
const silent = ['superseded']

/** What must hold when nothing goes wrong any more, and everything that was promised is over. */
export function atTheEnd(model: Model, cloud: Cloud, data: OfData, files: readonly string[]): void {
  const [left] = files
  if (left !== undefined) throw new Violation('what is over holds nothing personal', `${left} is still in the bucket`)
  for (const known of model.known.values()) request(known, model)
  for (const item of cloud.tables.get('requests')?.all() ?? []) {
    const [pk = '', sk = ''] = [item.pk?.S, item.sk?.S]
    if (sk.startsWith('outbox#') && !item.doneAt && item.moves)
      throw new Violation('no request is lost', `${pk} ${sk} was never carried out`)
    const known = model.known.get(pk.replace('R#', ''))
    // What the person said stays with a request that was declined, where no system keeps it.
    const { statement: _, ...kept } = item
    const isOver = known && known.status !== 'unverified' && known.status !== 'held'
    if (isOver && canary.test(JSON.stringify(known.status === 'declined' ? kept : item)))
      throw new Violation('what is over holds nothing personal', `${pk} ${sk}`)
    if (!known && canary.test(JSON.stringify(item)))
      throw new Violation('what is over holds nothing personal', `${pk} ${sk}`)
  }
  histories(model, cloud)
  ended(model, cloud)
  for (const person of model.people) {
    const wrong = data.wrongIn(person)
    if (wrong) throw new Violation('what was said is put right', `${person.name}: ${wrong}`)
    const those = model.of(person)
    if (!those.some(({ status }) => status === 'erased')) continue
    const left = data.leftOf(person)
    if (left) throw new Violation('erased means that nothing is left', `${person.name} has ${left}`)
  }
}

function request({ reference, person, status, confirmBegun, letters, restoreAccepted }: Known, model: Model): void {
  if (confirmBegun === undefined) {
    if (status !== 'unverified')
      throw new Violation('nothing happens for an unverified ask', `${reference} is ${status}`)
    return
  }
  const letter = ends[status ?? '']
  if (!letter && status !== 'unverified' && !silent.includes(status ?? ''))
    throw new Violation('no request is lost', `${reference} of ${person.name} is still ${status}`)
  if (restoreAccepted !== undefined && !['restored', 'lifted', 'superseded'].includes(status ?? ''))
    throw new Violation('who was told of a restore is restored', `${reference} of ${person.name} is ${status}`)
  if (status === 'not-found' && person.accounts.length > 0 && !model.of(person).some((one) => one.status === 'erased'))
    throw new Violation('no request is lost', `${reference} of ${person.name} found nobody`)
  if (letter && !letters.has(letter))
    throw new Violation('no request is lost', `nobody told ${person.name} that ${reference} is ${status}`)
}

/** The history of each request: as many entries as versions, each naming the one before. */
function histories(model: Model, cloud: Cloud): void {
  for (const { reference, status, version } of model.known.values()) {
    const items = cloud.tables.get('requests')?.partition(undefined, `R#${reference}`) ?? []
    // Which mails came in about it is known for as long as the mails are.
    if (status === 'unverified' && items.every(({ sk }) => sk?.S?.startsWith('mail#'))) continue
    const entries = items.filter(({ sk }) => sk?.S?.startsWith('history#')).map(({ entry }) => entry?.M ?? {})
    const isWhole = entries.every((entry, n) => n === 0 || entry.previous?.S === entries[n - 1]?.hash?.S)
    if (entries.length !== version || !isWhole)
      throw new Violation('the history is whole', `${reference} has ${entries.length} entries for ${version} versions`)
  }
}

/** Evidence of what is over is kept for a while, and not for good: each item says until when. */
function ended(model: Model, cloud: Cloud): void {
  for (const { reference, status } of model.known.values()) {
    const items = cloud.tables.get('requests')?.partition(undefined, `R#${reference}`) ?? []
    const request = items.find(({ sk }) => sk?.S === 'request')
    if (!request?.closedAt || request.person) continue
    const forGood = items.find(({ expires }) => expires === undefined)
    if (forGood)
      throw new Violation('what is over has an end', `${reference} is ${status}, and ${forGood.sk?.S} stays for good`)
  }
}

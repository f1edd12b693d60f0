import { daysLater } from './berlin.ts'
import { type Known, type Model, Violation } from './model.ts'
import type { OfData } from './of-data.ts'

/** So long before it was saved a call of a page can have looked at its clock, in ms. */
const mostOfACall = 20_000
/** What systems set by themselves only when a colleague has decided so. */
const decidedByPeople = ['payer', 'statement']

/** N2: what must hold of a correction at each of its steps. */
export function correctionHolds(known: Known, model: Model, data: OfData, now: number): void {
  const { status = '' } = known
  if (['correcting', 'corrected', 'declined'].includes(status)) decidedByOne(known)
  if (['corrected', 'declined'].includes(status)) putRight(known, model, data)
  if (status === 'unchanged') dropped(known, model, now)
}

function decidedByOne({ reference, person, items = {}, decided }: Known): void {
  const alone = Object.entries(items).find(
    ([field, state]) =>
      decidedByPeople.includes(field) &&
      (state === 'correcting' || state === 'corrected') &&
      !decided.some((one) => one[field] === 'apply'),
  )
  if (alone) throw new Violation('a person decides', `${alone[0]} of ${person.name} for ${reference}`)
}

/** What they said, wherever it is held. */
function putRight({ reference, person, items = {} }: Known, model: Model, data: OfData): void {
  const isErased = model.of(person).some(({ status }) => status === 'erasing' || status === 'erased')
  const missed = Object.keys(items).find((field) => items[field] === 'not-held' && data.isHeld(person, field))
  if (missed && !isErased) throw new Violation('what was said is put right', `${missed} of ${person.name} is held`)
  const wrong = data.wrongIn(person)
  if (wrong) throw new Violation('what was said is put right', `${reference} of ${person.name}: ${wrong}`)
}

/** Nobody’s correction ends without a word of theirs, but by the fourteen days in which they have to say it. */
function dropped({ reference, person, withdrawBegun, provenAt = 0 }: Known, model: Model, now: number): void {
  const end = daysLater(provenAt, 14) - 2 * model.skewMs - mostOfACall
  if (withdrawBegun === undefined && now < end)
    throw new Violation('no request is lost', `the correction ${reference} of ${person.name} was dropped`)
}

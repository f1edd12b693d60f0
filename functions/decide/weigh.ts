import type { Whole } from '../../adapters/items.ts'
import type { Event } from '../../domain/event.ts'
import { Personal } from '../../domain/personal.ts'
import type { In } from '../../domain/request.ts'
import { isPlainText } from '../../domain/statement.ts'
import { policy } from '../../policy/in-force.ts'

/** What the officer's form says of an objection, or what is wrong with it. */
export function weighedIn(
  { uses }: In<'weighing'>,
  body: Readonly<Record<string, string>>,
): Extract<Event, { type: 'weighed' }> | 'undecided' | 'answer' {
  const decisions = Object.fromEntries(uses.map(({ category }) => [category, body[`use-${category}`] ?? '']))
  const goesOn = Object.values(decisions).filter((decision) => decision !== 'stop')
  if (goesOn.some((reason) => !Object.hasOwn(policy.reasonsToRefuse, reason))) return 'undecided'
  const answer = (body.answer ?? '').normalize('NFC').replaceAll('\r\n', '\n').trim()
  const isMissing = answer === '' && goesOn.length > 0
  if (isMissing || [...answer].length > policy.limits.statement || !isPlainText(answer)) return 'answer'
  return { type: 'weighed', decisions, ...(answer === '' ? {} : { answer: new Personal(answer) }) }
}

export const isWeighing = (whole: Whole): whole is Whole & { readonly request: In<'weighing'> } =>
  whole.request.status === 'weighing'

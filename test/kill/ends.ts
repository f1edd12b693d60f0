import { certificateIn, readKeys } from '../../bin/verify/read.ts'
import { verify } from '../../bin/verify/verify.ts'
import { brokenAt, type Entry } from '../../domain/history.ts'
import type { RequestView } from '../../functions/contract/request.ts'
import type { Mail } from '../../local/mail/mail.ts'
import { type House, visible } from '../cloud/house.ts'
import { linkIn } from '../cloud/person.ts'
import { type Asker, wishes } from './asker.ts'

/** What the application saw of somebody before all began. */
export type Before = ReadonlyMap<string, unknown>

export type Ends = {
  /** What should never be, one sentence each; nothing: all is right. */
  readonly wrong: readonly string[]
  /** Letters that went out once more under the name that they had. */
  readonly again: number
  readonly letters: number
}

/** Compares how everything ended with what everybody was answered. */
export async function endsOf(house: House, askers: readonly Asker[], before: Before): Promise<Ends> {
  const wrong: string[] = []
  const mails = await house.cloud.mails()
  const keys = await readKeys(`${house.cloud.site}/.well-known/jwks.json`)
  let [again, letters] = [0, 0]
  for (const asker of askers) {
    const say = (what: string) => wrong.push(`${asker.wish} (${asker.reference || 'never asked'}): ${what}`)
    const theirs = mails.filter(({ to }) => to.includes(asker.address))
    for (const reference of asker.accepted)
      if (!theirs.some(({ subject }) => subject.includes(reference))) say(`${reference} was accepted, and no mail came`)
    const about = theirs.filter(({ subject }) => subject.includes(asker.reference))
    for (const [subject, same] of Map.groupBy(about, ({ subject }) => subject)) {
      const named = new Set(same.map(({ headers }) => headers['x-oblige-letter']))
      letters += named.size
      again += same.length - named.size
      const expected = subject.startsWith('A reminder') ? 3 : 1
      if (named.size > expected && !subject.startsWith('Please confirm')) say(`${named.size} letters '${subject}'`)
    }
    await each(house, asker, about, before, keys, say)
  }
  const failed = house.cloud.machines.views().filter(({ status }) => !['SUCCEEDED', 'RUNNING'].includes(status))
  for (const { machine, status, error, cause } of failed) wrong.push(`${machine} ${status}: ${error} ${cause}`)
  const dead = house.cloud.deadLetters.all()
  if (dead.length > 0) wrong.push(`dead letters: ${JSON.stringify(dead)}`)
  return { wrong, again, letters }
}

async function each(
  house: House,
  asker: Asker,
  about: readonly Mail[],
  before: Before,
  keys: Awaited<ReturnType<typeof readKeys>>,
  say: (what: string) => void,
): Promise<void> {
  const { ends } = wishes[asker.wish]
  const sights = await house.sees(asker.accounts)
  const same = JSON.stringify(sights) === JSON.stringify(before.get(asker.address))
  if (ends === 'erased') {
    if (visible(sights).length > 0) say(`the application sees ${visible(sights).join(', ')}`)
    const left = await house.leftOf({ email: asker.address, accounts: asker.accounts })
    if (left.length > 0) say(`something is left in ${left.join(', ')}`)
  } else if (ends === 'held') {
    if (visible(sights).length > 0) say(`the application sees ${visible(sights).join(', ')}`)
  } else if (!same) say('the application sees something else than before')
  const newest = about.at(-1)
  if (!newest) return say('no mail came')
  const { site } = house.cloud
  const answer = await fetch(`${site}${linkIn(newest)}`)
  if (ends === 'unverified') {
    if (answer.status !== 404) say(`what nobody confirmed is still there (${answer.status})`)
    return
  }
  const seen = (await answer.json()) as RequestView
  if (answer.status !== 200 || seen.status !== ends) return say(`ended as ${seen.status ?? answer.status}, not ${ends}`)
  if (ends === 'erased' && (seen.closedAt ?? '') > seen.promisedBy)
    say(`erased at ${seen.closedAt}, later than promised`)
  const pending = seen.coverage.filter(({ outcome }) => outcome === 'pending')
  if (pending.length > 0) say(`pending: ${pending.map(({ system }) => system).join(', ')}`)
  const { history } = (await (await fetch(`${site}${linkIn(newest)}/history`)).json()) as {
    history?: { entries: readonly Entry[]; historyHash: string; historyLength: number }
  }
  if (!history) return say('its history is not given')
  if (brokenAt(history.entries, history) !== undefined)
    say(`its history is broken at ${brokenAt(history.entries, history)}`)
  const events = history.entries.map(({ event }) => event)
  const once = ['received', 'confirmed', 'restore-asked', 'erase-now-asked', 'withdraw-asked']
  for (const event of once)
    if (events.filter((one) => one === event).length > 1) say(`${event} stands in its history more than once`)
  const certified = events.filter((one) => one === 'certified').length
  if (certified > (ends === 'lifted' ? 2 : 1)) say(`certified ${certified} times`)
  if (ends !== 'erased' && events.includes('erasure-settled')) say('erased against the wish')
  const documents = new Set<string>()
  for (const { attachments } of about)
    for (const { contentType, content } of attachments)
      if (contentType.startsWith('application/json')) {
        const document = certificateIn(JSON.parse(content), 'certificate.json')
        const verdict = verify(document, keys)
        if (verdict.kind !== 'valid') say(`a certificate is ${verdict.kind}`)
        else documents.add(JSON.stringify(verdict.certificate))
      }
  if (ends === 'erased' && documents.size !== 1) say(`${documents.size} certificates`)
}

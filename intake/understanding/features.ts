import type { Mail } from '../mail.ts'
import { type Concept, concepts } from './lexicon/concepts.ts'
import type { Found, Matcher } from './matcher.ts'

/** Concepts that are acts: what a request wants done. */
export const acts = [
  'erase',
  'copy',
  'port',
  'rectify',
  'restrict',
  'object',
  'withdraw-consent',
  'unsubscribe',
  'do-not-sell',
] as const satisfies readonly Concept[]

/** What makes an act a request for one's own data when it stands in the same sentence, or in the one before or after. */
const company = [
  'data',
  'account',
  'marketing',
  'request',
  'right',
  'law',
  'file-delete',
  'purchase',
  'support',
  'question',
  'footer',
  'disclaimer',
] as const satisfies readonly Concept[]
/** What a request for one's own data is about; where nothing of it is named, it has to be something else. */
const matters = ['data', 'account', 'right', 'law', 'marketing'] as const satisfies readonly Concept[]
/** Where people say what they want: the first sentences of what they wrote. */
const opening = 3
/** Sentences that are looked at; no letter about rights is longer, and a long mail costs no more. */
const most = 150
/** Words of a long letter: more make it no longer. */
const long = 300

export type Feature = string
export type Traits = {
  /** Present, or how much of it there is, from 0 to 1. */
  readonly features: ReadonlyMap<Feature, number>
  readonly found: readonly Found[]
  /** Whether a phrase of the concept was found. */
  readonly isNamed: (concept: Concept) => boolean
  /** ISO 639-1, where it is one that is understood. */
  readonly language: string | undefined
}

/** What the sender says now: their own words, else what they pass on. */
export function wordsOfSender({ text, forwarded, subject }: Mail): { readonly subject: string; readonly body: string } {
  const passedOn = forwarded && forwarded.how !== 'rule' ? forwarded.text : ''
  const body = [text.own, text.own.length < 400 ? passedOn : '', text.letter].filter((part) => part !== '').join('\n')
  return { subject, body }
}

/** Concepts by their place in `concepts`. */
const placesOf = (some: readonly Concept[]): readonly number[] => some.map((concept) => concepts.indexOf(concept))
const [actPlaces, companyPlaces, matterPlaces] = [placesOf(acts), placesOf(company), placesOf(matters)]

/** Of acts and their company each is a bit, so that what stands in a sentence is one number; others are none. */
const bits = Int32Array.from(concepts, () => 0)
for (const [n, place] of [...actPlaces, ...companyPlaces].entries()) bits[place] = 1 << n
const [isData, isAccount, isMarketing, isQuestion, isRequest] = (
  ['data', 'account', 'marketing', 'question', 'request'] as const
).map((concept) => bits[concepts.indexOf(concept)]) as [number, number, number, number, number]
const isAct = actPlaces.reduce((all, place) => all | (bits[place] as number), 0)

/** The name of each concept's feature, joined once. */
const featuresOf = (start: string): readonly Feature[] => concepts.map((concept) => `${start}${concept}`)
const [inReply, inSubject, inOpening] = [featuresOf('reply:'), featuresOf('subject:'), featuresOf('opening:')]
const [denied, asked, many] = [featuresOf('not:'), featuresOf('asked:'), featuresOf('many:')]
const beside = concepts.map((concept) => featuresOf(`${concept}+`))

/** The traits of a mail by which it is understood: concepts, where they stand, and what stands together. */
export function traitsOf(mail: Mail, matcher: Matcher): Traits {
  const { subject, body } = wordsOfSender(mail)
  const isMarked = subject.includes(':') || subject.includes('：')
  const [mark = ''] = (isMarked && /^\s*\p{L}{1,4}\s*[:：]\s*/u.exec(subject)) || []
  const heading = matcher.heard(subject.slice(mark.length))
  const sentences = matcher.sentences(body, most)
  const { languages } = matcher
  const beginning = languages.beginning(`${subject}\n${body}`, [matcher.heard(mark), heading, ...sentences])
  // A word of one language is a phrase of another: `plat` is payment in Romanian, and a square in German.
  const spoken = languages.spokenIn(beginning)
  const features = new Map<Feature, number>()
  const set: SetFeature = (name, value = 1) => {
    if (value > (features.get(name) ?? 0)) features.set(name, value)
  }
  const isReply = isMarked && /^\s*(re|aw|sv|antw|odp|vs|rif|res|ref|ynt|回复|答复)\s*[:：]/iu.test(subject)
  const title = matcher.find(heading, spoken)
  for (const { place } of title) set((isReply ? inReply : inSubject)[place] as Feature)

  const said = sentences.map((sentence) => matcher.find(sentence, spoken))
  const standing = said.map(standingIn)
  for (const [n, here] of said.entries()) {
    if (here.length === 0) continue
    for (const { concept, place, negated } of here) {
      set(negated ? (denied[place] as Feature) : concept)
      if (n < opening) set(inOpening[place] as Feature)
    }
    const stands = standing[n] as number
    if (stands & isData && sentences[n]?.asks) set('question+data')
    together(here, stands, (standing[n - 1] ?? 0) | (standing[n + 1] ?? 0), set)
    pairs(here, set)
  }
  together(title, standingIn(title), standing[0] ?? 0, set)
  pairs(title, set)
  const found: Found[] = isReply ? [] : [...title]
  for (const here of said) found.push(...here)
  const counts = concepts.map(() => 0)
  for (const { place } of found) counts[place] = (counts[place] as number) + 1
  const isFound = (place: number) => counts[place] !== 0
  if (!actPlaces.some(isFound)) set('no-act')
  if (!matterPlaces.some(isFound)) set('no-matter')
  for (const act of actPlaces) if (isFound(act)) set(many[act] as Feature, Math.min(1, (counts[act] as number) / 5))
  const length = sentences.reduce((sum, { words }) => sum + words.length, 0)
  set('long', sentences.length < most ? Math.min(1, length / long) : 1)
  if (length < 25) set('short')
  if (isReply) set('is-reply')
  if (/[?？]/u.test(body.slice(0, 300))) set('asks')
  if (body.trim() === '') set('empty')
  if (mail.requests.own.length + mail.requests.subject.length + mail.requests.thread.length > 0) set('names-a-request')
  if (mail.forwarded) set('forwarded')
  set('always')
  const isNamed = (concept: Concept) => isFound(concepts.indexOf(concept))
  return { features, found, isNamed, language: languages.of(beginning, found) }
}

/** Sets a feature, unless there is more of it already. */
type SetFeature = (name: Feature, value?: number) => void

/** The acts that a sentence names, and what of their company. */
function standingIn(found: readonly Found[]): number {
  let all = 0
  for (const { place } of found) all |= bits[place] as number
  return all
}

/**
 * What a sentence names, two and two, with whether a "not" stands before them: "get rid of" and "your files" say more beside each
 * other than either does alone.
 */
function pairs(found: readonly Found[], set: SetFeature): void {
  if (found.length < 2) return
  const named: number[] = []
  for (const { place, negated } of found) {
    const one = place * 2 + Number(negated)
    if (!named.includes(one)) named.push(one)
  }
  for (let n = 1; n < named.length; n++)
    for (let m = 0; m < n; m++) set(pairName(named[m] as number, named[n] as number))
}

/** By both, each twice its place and one more where it is denied: joined once. */
const pairNames: Array<Feature | undefined> = []
function pairName(a: number, b: number): Feature {
  const name = (n: number) => `${n % 2 === 1 ? 'not:' : ''}${concepts[n >> 1]}`
  const [first, second] = a < b ? [a, b] : [b, a]
  const at = first * concepts.length * 2 + second
  const known = pairNames[at]
  if (known !== undefined) return known
  const made = `${name(first)}&${name(second)}`
  pairNames[at] = made
  return made
}

/** @param near what stands in the sentences before and after */
function together(found: readonly Found[], here: number, near: number, set: SetFeature): void {
  if (here & isQuestion && here & isData) set('question+data')
  const done = here & isAct
  if (done === 0) return
  const isAlone = (done & (done - 1)) === 0
  const isAsked = isAlone && here & isRequest && here & (isData | isAccount | isMarketing)
  for (const act of actPlaces) {
    if ((done & (bits[act] as number)) === 0) continue
    if (isAsked && found.some(({ place, negated }) => place === act && !negated)) set(asked[act] as Feature)
    for (const other of companyPlaces) {
      const bit = bits[other] as number
      if (here & bit) set(beside[act]?.[other] as Feature)
      else if (near & bit) set(beside[act]?.[other] as Feature, 0.5)
    }
  }
}

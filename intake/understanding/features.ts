import type { Mail } from '../mail.ts'
import { type Concept, concepts } from './lexicon/concepts.ts'
import type { Found, Matcher } from './matcher.ts'
import { sentencesOf } from './words.ts'

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
  /** ISO 639-1, where it is one that is understood. */
  readonly language: string | undefined
}

/** What the sender says now: their own words, else what they pass on. */
export function wordsOfSender({ text, forwarded, subject }: Mail): { readonly subject: string; readonly body: string } {
  const passedOn = forwarded && forwarded.how !== 'rule' ? forwarded.text : ''
  const body = [text.own, text.own.length < 400 ? passedOn : '', text.letter].filter((part) => part !== '').join('\n')
  return { subject, body }
}

/** The name of each concept's feature, joined once. */
const featuresOf = (start: string) =>
  Object.fromEntries(concepts.map((concept) => [concept, `${start}${concept}`])) as Readonly<Record<Concept, Feature>>
const [inReply, inSubject, inOpening] = [featuresOf('reply:'), featuresOf('subject:'), featuresOf('opening:')]
const [denied, asked, many] = [featuresOf('not:'), featuresOf('asked:'), featuresOf('many:')]
const beside = Object.fromEntries(acts.map((act) => [act, featuresOf(`${act}+`)])) as Readonly<
  Record<(typeof acts)[number], Readonly<Record<Concept, Feature>>>
>

/** The traits of a mail by which it is understood: concepts, where they stand, and what stands together. */
export function traitsOf(mail: Mail, matcher: Matcher): Traits {
  const { subject, body } = wordsOfSender(mail)
  const [mark = ''] = /^\s*\p{L}{1,4}\s*[:：]\s*/u.exec(subject) ?? []
  const heading = matcher.heard(subject.slice(mark.length))
  const sentences = sentencesOf(body)
    .slice(0, most)
    .map((sentence) => matcher.heard(sentence))
  const { languages } = matcher
  const beginning = languages.beginning(`${subject}\n${body}`, [matcher.heard(mark), heading, ...sentences])
  // A word of one language is a phrase of another: `plat` is payment in Romanian, and a square in German.
  const find = matcher.among(languages.spokenIn(beginning))
  const features = new Map<Feature, number>()
  const set: SetFeature = (name, value = 1) => {
    if (value > (features.get(name) ?? 0)) features.set(name, value)
  }
  const isReply = /^\s*(re|aw|sv|antw|odp|vs|rif|res|ref|ynt|回复|答复)\s*[:：]/iu.test(subject)
  const title = saidIn(find(heading))
  for (const concept of title.concepts) set((isReply ? inReply : inSubject)[concept])

  const said = sentences.map((sentence) => saidIn(find(sentence)))
  for (const [n, here] of said.entries()) {
    for (const { concept, negated } of here.found) {
      set(negated ? denied[concept] : concept)
      if (n < opening) set(inOpening[concept])
    }
    if (here.concepts.has('data') && sentences[n]?.text.includes('?')) set('question+data')
    together(here, [said[n - 1], said[n + 1]], set)
  }
  together(title, [said[0]], set)
  const found = (isReply ? said : [title, ...said]).flatMap((one) => one.found)
  const counts = new Map<Concept, number>()
  for (const { concept } of found) counts.set(concept, (counts.get(concept) ?? 0) + 1)
  const isNamed = (concept: Concept) => counts.has(concept)
  if (!acts.some(isNamed)) set('no-act')
  if (!matters.some(isNamed)) set('no-matter')
  for (const act of acts) set(many[act], Math.min(1, (counts.get(act) ?? 0) / 5))
  const length = sentences.reduce((sum, { words }) => sum + words.length, 0)
  set('long', sentences.length < most ? Math.min(1, length / long) : 1)
  if (length < 25) set('short')
  if (isReply) set('is-reply')
  if (/[?？]/u.test(body.slice(0, 300))) set('asks')
  if (body.trim() === '') set('empty')
  if (mail.requests.own.length + mail.requests.subject.length + mail.requests.thread.length > 0) set('names-a-request')
  if (mail.forwarded) set('forwarded')
  set('always')
  return { features, found, language: languages.of(beginning, found) }
}

/** Sets a feature, unless there is more of it already. */
type SetFeature = (name: Feature, value?: number) => void

/** What a sentence says. */
type Said = { readonly found: readonly Found[]; readonly concepts: ReadonlySet<Concept> }
const nothing: Said = { found: [], concepts: new Set() }
const saidIn = (found: readonly Found[]): Said =>
  found.length === 0 ? nothing : { found, concepts: new Set(found.map(({ concept }) => concept)) }

/** @param near the sentences before and after */
function together({ found, concepts }: Said, near: ReadonlyArray<Said | undefined>, set: SetFeature): void {
  if (concepts.has('question') && concepts.has('data')) set('question+data')
  const done = acts.filter((act) => concepts.has(act))
  const isAbout = concepts.has('data') || concepts.has('account')
  for (const act of done) {
    if (
      done.length === 1 &&
      concepts.has('request') &&
      isAbout &&
      found.some((one) => one.concept === act && !one.negated)
    )
      set(asked[act])
    for (const other of company) {
      if (concepts.has(other)) set(beside[act][other])
      else if (near.some((one) => one?.concepts.has(other))) set(beside[act][other], 0.5)
    }
  }
}

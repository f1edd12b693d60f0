import type { Mail } from '../mail.ts'
import { type Concept, concepts } from './lexicon/concepts.ts'
import type { Found, Matcher, Said } from './matcher.ts'
import { type Act, acts, mostPairs, pairNamed, setPairs } from './pairs.ts'

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
/** What names somebody for whom it may be written: another adult, or a child or ward. */
export const others = {
  agent: ['on-behalf', 'relative'],
  guardian: ['minor'],
} as const satisfies Readonly<Record<string, readonly Concept[]>>
/** Where people say what they want: the first sentences of what they wrote. */
const opening = 3
/** Sentences that are looked at; no letter about rights is longer, and a long mail costs no more. */
const most = 150
/** Words of a long letter: more make it no longer. */
const long = 300

export type Traits = {
  readonly features: Features
  readonly found: readonly Found[]
  /** Whether a phrase of the concept was found. */
  readonly isNamed: (concept: Concept) => boolean
  /** Whether a sentence of its own asks for the act, with a request and what it is about. */
  readonly isAsked: (act: Act) => boolean
  /** A sentence that asks a question and names data. */
  readonly asksAboutData: boolean
  /** It names one of `others`. */
  readonly namesAnother: boolean
  /** It names a request of ours. */
  readonly namesRequest: boolean
  /** How many words the sender says, without the subject. */
  readonly length: number
  /** And with it. */
  readonly words: number
  /** What the sender says, without the subject. */
  readonly body: string
  /** ISO 639-1, where it is one that is understood. */
  readonly language: string | undefined
}

/** A feature's number: names are for model.json, and for people. */
export type Feature = number
/** What a mail has: its features, and beside each how much of it there is, from 0 to 1. */
export type Features = { readonly numbers: readonly Feature[]; readonly amounts: readonly number[] }

/** What the sender says now: their own words, else what they pass on. */
function wordsOfSender({ text, forwarded, subject }: Mail): { readonly subject: string; readonly body: string } {
  const passedOn = forwarded && forwarded.how !== 'rule' ? forwarded.text : ''
  const body = [text.own, text.own.length < 400 ? passedOn : '', text.letter].filter((part) => part !== '').join('\n')
  return { subject, body }
}

/** Concepts by their place in `concepts`. */
const placesOf = (some: readonly Concept[]): readonly number[] => some.map((concept) => concepts.indexOf(concept))
const [actPlaces, companyPlaces, matterPlaces] = [placesOf(acts), placesOf(company), placesOf(matters)]
const anotherPlaces = placesOf(Object.values(others).flat())

/** Of acts and their company each is a bit, so that what stands in a sentence is one number; others are none. */
const bits = Int32Array.from(concepts, () => 0)
for (const [n, place] of [...actPlaces, ...companyPlaces].entries()) bits[place] = 1 << n
const [isData, isAccount, isMarketing, isQuestion, isRequest] = (
  ['data', 'account', 'marketing', 'question', 'request'] as const
).map((concept) => bits[concepts.indexOf(concept)]) as [number, number, number, number, number]
const isAct = actPlaces.reduce((all, place) => all | (bits[place] as number), 0)

/** Names of features, by their numbers; those of pairs come after all of these. */
const single: string[] = []
const numbered = (names: readonly string[]): Feature => single.push(...names) - names.length
/** Where the features begin that there are of each concept. */
const ofConcepts = (start: string): Feature => numbered(concepts.map((concept) => `${start}${concept}`))
const [named, denied, inSubject] = [ofConcepts(''), ofConcepts('not:'), ofConcepts('subject:')]
const [inReply, inOpening] = [ofConcepts('reply:'), ofConcepts('opening:')]
const [asked, many] = [ofConcepts('asked:'), ofConcepts('many:')]
/** By the places of an act and of its company. */
const beside = concepts.map((concept, place) => (actPlaces.includes(place) ? ofConcepts(`${concept}+`) : 0))
const alone = [
  ...['question+data', 'no-act', 'no-matter', 'long', 'short', 'is-reply', 'asks', 'empty', 'names-a-request'],
  ...['forwarded', 'link', 'amount', 'hour', 'numbers', 'always'],
] as const
const first = numbered(alone)
const featureOf = (name: (typeof alone)[number]): Feature => first + alone.indexOf(name)
const [questionOfData, noAct, noMatter, isLong, isShort] = (
  ['question+data', 'no-act', 'no-matter', 'long', 'short'] as const
).map(featureOf) as [Feature, Feature, Feature, Feature, Feature]
const [isAnswer, asks, isEmpty, namesRequest, isForwarded, always] = (
  ['is-reply', 'asks', 'empty', 'names-a-request', 'forwarded', 'always'] as const
).map(featureOf) as [Feature, Feature, Feature, Feature, Feature, Feature]
const hasNumbers = featureOf('numbers')

/** What mails about anything but rights are full of, in whatever language: links, amounts of money, times of day. */
const everyday: ReadonlyArray<readonly [Feature, RegExp]> = [
  [featureOf('link'), /https?:\/\/|www\./i],
  [
    featureOf('amount'),
    /[€$£¥] ?\d|\d ?(?:[€$£¥元円원]|(?:eur|euro?s?|usd|chf|kr|sek|nok|dkk|kč|czk|zł|pln|ft|huf|lei|ron|tl|лв|руб|р|грн)(?!\p{L}))/iu,
  ],
  [featureOf('hour'), /(?<!\d)\d{1,2}[:.]\d{2}(?!\d)/],
]
/** Numbers of a text that has many, and characters in which all of that is looked for. */
const [manyNumbers, looked] = [8, 3000]

/** How many features there are. */
export const mostFeatures = single.length + mostPairs

/** A feature's name in model.json. */
export const nameOf = (feature: Feature): string => single[feature] ?? pairNamed(feature - single.length)

/** Lists what a mail has. One mail is looked at after the other, so that the memory to look a feature up is made once. */
class Listing implements Features {
  readonly numbers: Feature[] = []
  readonly amounts: number[] = []

  constructor() {
    // Of the mail before, whatever became of it.
    for (const feature of latest?.numbers ?? []) standing[feature] = 0
    latest = this
  }

  /** Sets a feature, unless there is more of it already. */
  set(feature: Feature, amount = 1): void {
    const at = standing[feature] as number
    if (at === 0) {
      this.amounts.push(amount)
      standing[feature] = this.numbers.push(feature)
    } else if (amount > (this.amounts[at - 1] as number)) this.amounts[at - 1] = amount
  }
}

/** Where each feature stands in the list of the mail at hand, from 1; 0: not there. */
const standing = new Uint16Array(mostFeatures)
let latest: Listing | undefined

/** The traits of a mail by which it is understood: concepts, where they stand, and what stands together. */
export function traitsOf(mail: Mail, matcher: Matcher): Traits {
  const { subject, body } = wordsOfSender(mail)
  const isMarked = subject.includes(':') || subject.includes('：')
  const [mark = ''] = (isMarked && /^\s*\p{L}{1,4}\s*[:：]\s*/u.exec(subject)) || []
  const heading = matcher.heard(subject.slice(mark.length))
  const sentences = matcher.sentences(body, most)
  const { languages } = matcher
  const beginning = languages.beginning(`${subject}\n${body}`, [
    ...(mark ? [matcher.heard(mark)] : []),
    heading,
    ...sentences,
  ])
  // A word of one language is a phrase of another: `plat` is payment in Romanian, and a square in German.
  const spoken = languages.spokenIn(beginning)
  const own = languages.ownIn(beginning)
  const features = new Listing()
  const isReply = isMarked && /^\s*(re|aw|sv|antw|odp|vs|rif|res|ref|ynt|回复|答复)\s*[:：]/iu.test(subject)
  const title = matcher.find(heading, spoken, own)
  for (const { place } of title.found) features.set((isReply ? inReply : inSubject) + place)

  const said = sentences.map((sentence) => matcher.find(sentence, spoken, own))
  const held = said.map(({ found }) => holding(found))
  let askedFor = 0
  let asksAboutData = false
  for (let n = 0; n < said.length; n++) {
    const here = said[n] as Said
    if (here.found.length === 0) continue
    for (const { place, negated } of here.found) {
      features.set((negated ? denied : named) + place)
      if (n < opening) features.set(inOpening + place)
    }
    const holds = held[n] as number
    if (holds & isData && (holds & isQuestion || sentences[n]?.asks)) asksAboutData = true
    askedFor |= together(here.found, holds, (held[n - 1] ?? 0) | (held[n + 1] ?? 0), features)
    setPairs(here, single.length, features)
  }
  const heads = holding(title.found)
  if (heads & isData && heads & isQuestion) asksAboutData = true
  askedFor |= together(title.found, heads, held[0] ?? 0, features)
  setPairs(title, single.length, features)
  if (asksAboutData) features.set(questionOfData)
  const found: Found[] = isReply ? [] : [...title.found]
  for (const here of said) found.push(...here.found)
  const counts: number[] = concepts.map(() => 0)
  for (const { place } of found) counts[place] = (counts[place] as number) + 1
  const isFound = (place: number) => counts[place] !== 0
  if (!actPlaces.some(isFound)) features.set(noAct)
  if (!matterPlaces.some(isFound)) features.set(noMatter)
  for (const act of actPlaces) if (isFound(act)) features.set(many + act, Math.min(1, (counts[act] as number) / 5))
  const length = sentences.reduce((sum, { words }) => sum + words.length, 0)
  features.set(isLong, sentences.length < most ? Math.min(1, length / long) : 1)
  if (length < 25) features.set(isShort)
  if (isReply) features.set(isAnswer)
  if (/[?？]/u.test(body.slice(0, 300))) features.set(asks)
  if (body.trim() === '') features.set(isEmpty)
  const names = mail.requests.own.length + mail.requests.subject.length + mail.requests.thread.length > 0
  if (names) features.set(namesRequest)
  if (mail.forwarded) features.set(isForwarded)
  const start = body.slice(0, looked)
  for (const [feature, pattern] of everyday) if (pattern.test(start)) features.set(feature)
  const numbers = start.match(/\d+/g)?.length ?? 0
  if (numbers > 0) features.set(hasNumbers, Math.min(1, numbers / manyNumbers))
  features.set(always)
  return {
    features,
    found,
    isNamed: (concept) => isFound(concepts.indexOf(concept)),
    isAsked: (act) => (askedFor & (bits[concepts.indexOf(act)] as number)) !== 0,
    asksAboutData,
    namesAnother: anotherPlaces.some(isFound),
    namesRequest: names,
    length,
    words: length + heading.words.length,
    body,
    language: languages.of(beginning, found),
  }
}

/** The acts that a sentence names, and what of their company. */
function holding(found: readonly Found[]): number {
  let all = 0
  for (const { place } of found) all |= bits[place] as number
  return all
}

/**
 * @param near what the sentences before and after hold
 * @returns the act that a request asks for here, as its bit
 */
function together(found: readonly Found[], here: number, near: number, features: Listing): number {
  const done = here & isAct
  if (done === 0) return 0
  const isAlone = (done & (done - 1)) === 0
  const isAbout = isAlone && here & isRequest && here & (isData | isAccount | isMarketing)
  let all = 0
  for (const act of actPlaces) {
    const bit = bits[act] as number
    if ((done & bit) === 0) continue
    if (isAbout && found.some(({ place, negated }) => place === act && !negated)) {
      features.set(asked + act)
      all |= bit
    }
    for (const other of companyPlaces) {
      const company = bits[other] as number
      if (here & company) features.set((beside[act] as number) + other)
      else if (near & company) features.set((beside[act] as number) + other, 0.5)
    }
  }
  return all
}

import type { Mail } from '../mail.ts'
import { type Beginning, beginningOf, Languages } from './languages.ts'
import type { Concept } from './lexicon/concepts.ts'
import { lexicons } from './lexicons.ts'
import type { Found, Matcher } from './matcher.ts'
import { sentencesOf, wordsOf } from './words.ts'

const languages = new Languages(lexicons)

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

export type Feature = string
export type Traits = {
  /** Present, or how much of it there is, from 0 to 1. */
  readonly features: ReadonlyMap<Feature, number>
  readonly found: readonly Found[]
  readonly beginning: Beginning
}

/** What the sender says now: their own words, else what they pass on. */
export function wordsOfSender({ text, forwarded, subject }: Mail): { readonly subject: string; readonly body: string } {
  const passedOn = forwarded && forwarded.how !== 'rule' ? forwarded.text : ''
  const body = [text.own, text.own.length < 400 ? passedOn : '', text.letter].filter((part) => part !== '').join('\n')
  return { subject, body }
}

/** The traits of a mail by which it is understood: concepts, where they stand, and what stands together. */
export function traitsOf(mail: Mail, matcher: Matcher): Traits {
  const { subject, body } = wordsOfSender(mail)
  const beginning = beginningOf(`${subject}\n${body}`)
  // A word of one language is a phrase of another: `plat` is payment in Romanian, and a square in German.
  const find = matcher.among(languages.spokenIn(beginning))
  const features = new Map<Feature, number>()
  const set = (name: string, value = 1) => features.set(name, Math.max(features.get(name) ?? 0, value))
  const found: Found[] = []
  const isReply = /^\s*(re|aw|sv|antw|odp|vs|rif|res|ref|ynt|回复|答复)\s*[:：]/iu.test(subject)
  const title = find(subject.replace(/^\s*\p{L}{1,4}\s*[:：]\s*/u, ''))
  for (const one of title) set(`${isReply ? 'reply' : 'subject'}:${one.concept}`)
  if (!isReply) found.push(...title)

  const sentences = sentencesOf(body).slice(0, most)
  const said = sentences.map((sentence) => find(sentence))
  for (const [n, here] of said.entries()) {
    found.push(...here)
    for (const { concept, negated } of here) {
      set(negated ? `not:${concept}` : concept)
      if (n < opening) set(`opening:${concept}`)
    }
    if (/[?？]/u.test(sentences[n] ?? '') && here.some(({ concept }) => concept === 'data')) set('question+data')
    together(here, [...(said[n - 1] ?? []), ...(said[n + 1] ?? [])], set)
  }
  together(title, said[0] ?? [], set)
  const names = new Set(found.map(({ concept }) => concept))
  const isNamed = (all: readonly Concept[]) => all.some((one) => names.has(one))
  if (!isNamed(acts)) set('no-act')
  if (!isNamed(matters)) set('no-matter')
  for (const act of acts)
    if (names.has(act)) set(`many:${act}`, Math.min(1, found.filter(({ concept }) => concept === act).length / 5))
  const length = wordsOf(body).length
  set('long', Math.min(1, length / 300))
  if (length < 25) set('short')
  if (isReply) set('is-reply')
  if (/[?？]/u.test(body.slice(0, 300))) set('asks')
  if (body.trim() === '') set('empty')
  if (mail.requests.own.length + mail.requests.subject.length + mail.requests.thread.length > 0) set('names-a-request')
  if (mail.forwarded) set('forwarded')
  set('always')
  return { features, found, beginning }
}

function together(here: readonly Found[], near: readonly Found[], set: (name: string, value?: number) => void): void {
  if (here.length === 0) return
  if (here.some(({ concept }) => concept === 'question') && here.some(({ concept }) => concept === 'data'))
    set('question+data')
  for (const act of acts) {
    const own = here.filter(({ concept }) => concept === act)
    if (own.length === 0) continue
    const has = (concept: Concept) => here.some((one) => one.concept === concept)
    const alone = !acts.some((other) => other !== act && has(other))
    if (alone && has('request') && (has('data') || has('account')) && own.some(({ negated }) => !negated))
      set(`asked:${act}`)
    for (const other of company) {
      if (here.some(({ concept }) => concept === other)) set(`${act}+${other}`)
      else if (near.some(({ concept }) => concept === other)) set(`${act}+${other}`, 0.5)
    }
  }
}

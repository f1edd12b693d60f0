import type { Mail, Refused } from '../mail.ts'
import { deniesErasure } from './denied.ts'
import { others, type Traits, traitsOf } from './features.ts'
import { type Concept, concepts } from './lexicon/concepts.ts'
import { lexicons } from './lexicons.ts'
import { type Found, Matcher } from './matcher.ts'
import model from './model.json' with { type: 'json' }
import {
  type Aspect,
  aspects,
  kinds,
  likelihoods,
  type Model,
  type Representative,
  type Right,
  representatives,
  rights,
  type Weights,
  weightsOf,
} from './model.ts'
import type { Act } from './pairs.ts'
import { thanks } from './thanking.ts'

/** What a mail to info@ is, and why: concepts and phrases of our own lexicon, nothing of the mail. */
export type Understanding = {
  /** sure: acknowledged and confirmed; unsure: a person decides; ordinary: left alone; automatic: never answered by itself. */
  readonly outcome: 'sure' | 'unsure' | 'ordinary' | 'automatic'
  /** The likeliest first; with `unsure` the guess. */
  readonly rights: readonly Right[]
  /** ISO 639-1, where it is one that is understood. */
  readonly language?: string
  /** Somebody writes for somebody else. */
  readonly onBehalf?: Representative
  /** It speaks of an earlier request. */
  readonly followUp?: 'reminder' | 'complaint' | 'never-mind' | 'thanks' | 'addition'
  readonly because: ReadonlyArray<{ readonly concept: string; readonly phrase: string; readonly language: string }>
}

/** Likelihoods from which on something is done by itself. Chosen so that the bars of bench/intake.ts are kept (docs/decisions/0010). */
const sure = {
  /** What it asks for, and that it is a request at all, by the regression that weighs one against the other. */
  ...{ right: 0.55, request: 0.8 },
  /** The same, where the other says that its likeliest right is asked for, whatever else is; sooner, where a sentence plainly does. */
  ...{ asked: 0.7, plainly: 0.5, perhaps: 0.65 },
  /** That it is no request, to leave it alone. */
  ordinary: 0.75,
  /** A further right of the same mail; a copy sooner: who was not heard finds nothing left of what they asked to see. */
  ...{ further: 0.5, copy: 0.4 },
  /** That it is written for somebody else: a letter that is taken for the writer's own is worse than one that a person looks at. */
  another: 0.3,
} as const
const noRequest = kinds.indexOf('not-request')
/** A right that a sentence of its own asks for, and that the rest of a long letter does not rule out: of so many words. */
const [least, long] = [0.001, 80]

/** Understands mails by a lexicon and a model; `understand` is the one in use. */
export class Reader {
  readonly matcher: Matcher
  readonly #weights: Weights

  constructor(of = lexicons, by: Model = model as Model) {
    this.matcher = new Matcher(of)
    this.#weights = weightsOf(by)
  }

  understand(mail: Mail | Refused): Understanding {
    if (!mail.automatic) return this.#written(mail)
    const nothing: Understanding = { outcome: 'automatic', rights: [], because: [] }
    if (mail.automatic.kind !== 'service') return nothing
    // A service that asks for its customers sends as newsletters are sent, below which stands how to be rid of them: nobody
    // answers by itself, but a person looks at what asks for anything else.
    const { outcome, followUp: _, ...said } = this.#written(mail)
    const isMore = said.rights.some((right) => right !== 'objection' && right !== 'withdraw-consent')
    return outcome === 'sure' && isMore ? { outcome: 'unsure', ...said } : nothing
  }

  #written(mail: Mail | Refused): Understanding {
    if (mail.refused !== undefined) return { outcome: 'unsure', rights: [], because: [] }
    const traits = traitsOf(mail, this.matcher)
    const { language, body } = traits
    const all = likelihoods(traits.features, this.#weights)
    // Rights are the first of the kinds.
    const likely = (right: Right) => all.kinds[rights.indexOf(right)] as number
    const top = rights.reduce((best, right) => (likely(right) > likely(best) ? right : best))
    const request = rights.reduce((sum, right) => sum + likely(right), 0)
    const because = reasons(traits)
    const likelyTo: LikelyTo = (one) => all.aspects[aspects.indexOf(one)] as number
    const said = {
      ...{ ...followed(traits), ...represented(traits, likelyTo), because },
      ...(language ? { language } : {}),
    }
    // A language that nobody here reads: a person does.
    if (!language && body.split(/\s+/).length > 6 && traits.found.length < 3)
      return { outcome: 'unsure', rights: [], ...said }
    const isOrdinary = (all.kinds[noRequest] as number) >= sure.ordinary
    if (isBareUnsubscribe(traits) && (isOrdinary || top !== 'objection'))
      return { outcome: 'unsure', rights: ['objection'], ...said }
    if (isOrdinary) return { outcome: isQuestionOfPrivacy(traits) ? 'unsure' : 'ordinary', rights: [], ...said }
    const isAlso = (right: Right) => likelyTo(right) >= (right === 'access' && !isCopy(top) ? sure.copy : sure.further)
    const isPlain = (right: Right) => (likely(right) >= least || traits.length < long) && isAskedFor(right, traits)
    const isMore = (right: Right) => (isAlso(right) || isPlain(right)) && !isDenied(right, traits)
    const wanted = rights.filter((right) => right === top || isMore(right))
    // Who asks for two in one mail makes each of them less likely than one alone; and so does a copy that may be either of two.
    const counted = (right: Right) => wanted.includes(right) || (isCopy(right) && wanted.some(isCopy))
    const share = rights.reduce((sum, right) => (counted(right) ? sum + likely(right) : sum), 0)
    const isAsked = likelyTo(top) >= (isAskedFor(top, traits) ? sure.plainly : sure.asked)
    const isSure = (share >= sure.right && request >= sure.request) || (isAsked && request >= sure.perhaps)
    // What is denied is no guess.
    if (isDenied(top, traits)) return { outcome: 'unsure', rights: wanted.filter((right) => right !== top), ...said }
    if (!isSure) return { outcome: 'unsure', rights: [top], ...said }
    wanted.sort((a, b) => likely(b) - likely(a))
    // A copy for another service or for a program (Art. 20) is more than one to read (Art. 15).
    const areBoth =
      copies.every((right) => likelyTo(right) >= sure.asked) || copies.every((right) => isAskedFor(right, traits))
    return {
      outcome: 'sure',
      rights: isSaidTwice('port', traits) && !areBoth ? wanted.map(asPortability).filter(isFirst) : wanted,
      ...said,
    }
  }
}

const actOf: Partial<Record<Right, Act>> = {
  access: 'copy',
  portability: 'port',
  erasure: 'erase',
  rectification: 'rectify',
  restriction: 'restrict',
  objection: 'unsubscribe',
}

/** Said in a sentence of its own with a request and what it is about: wanted besides what the mail is mostly about. */
function isAskedFor(right: Right, { isAsked }: Traits): boolean {
  const act = actOf[right]
  return act !== undefined && isAsked(act)
}

const copies: readonly Right[] = ['access', 'portability']
const isCopy = (right: Right): boolean => copies.includes(right)

/** Two different phrases say so: one alone may be a mention on the way. */
const isSaidTwice = (concept: Concept, { found, isNamed }: Traits): boolean =>
  isNamed(concept) &&
  new Set(found.flatMap((one) => (one.concept === concept && !one.negated ? [one.said] : []))).size > 1
const asPortability = (right: Right): Right => (right === 'access' ? 'portability' : right)
const isFirst = <T>(one: T, n: number, all: readonly T[]): boolean => all.indexOf(one) === n

/** From here on `concepts` names single words. */
const words = concepts.indexOf('removing')
const me = concepts.indexOf('me')

/** What a mail is about that asks a question and names data without being a question of privacy. */
const otherwise: readonly Concept[] = [
  ...(['purchase', 'invoice', 'job', 'support', 'meeting', 'offer', 'footer', 'disclaimer', 'privacy-line'] as const),
  ...(['file-delete', 'marketing'] as const),
]

/** A question about one's own data: no right that could be carried out, and yet nothing to leave unanswered (Art. 12(2)). */
const isQuestionOfPrivacy = ({ asksAboutData, isNamed }: Traits): boolean => asksAboutData && !otherwise.some(isNamed)

/** Who writes little else than to be taken off a list: no letter about data, and yet not to be left on it. */
const isBareUnsubscribe = ({ found, words, body }: Traits): boolean =>
  words <= fewWords &&
  body.length <= fewCharacters &&
  found.some(({ concept, negated }) => concept === 'unsubscribe' && !negated)
const [fewWords, fewCharacters] = [6, 60]

/** "Please do not delete my account": of what cannot be had back nothing is asked that a mail names only to say no. */
function isDenied(right: Right, { found, body }: Traits): boolean {
  if (right !== 'erasure') return false
  const said = found.filter(({ concept }) => concept === 'erase' || concept === 'removing')
  return deniesErasure(body) || (said.length > 0 && said.every(({ negated }) => negated))
}

/** Words that say little alone come after those that say something, and pronouns not at all. */
function reasons({ found }: Traits): Understanding['because'] {
  const [telling, single]: [Found[], Found[]] = [[], []]
  for (const one of found) {
    const all = one.place >= words ? single : telling
    if (one.place !== me && all.length < mostReasons && !all.some(({ named }) => named === one.named)) all.push(one)
  }
  return [...telling, ...single]
    .slice(0, mostReasons)
    .map(({ concept, phrase, language }) => ({ concept, phrase, language }))
}
const mostReasons = 20

function followed({ found, namesRequest, isNamed, body }: Traits): Pick<Understanding, 'followUp'> {
  if (!namesRequest && !isNamed('earlier') && !isNamed('reminder')) return {}
  if (isNamed('never-mind')) return { followUp: 'never-mind' }
  if (isNamed('complaint')) return { followUp: 'complaint' }
  if (isNamed('reminder')) return { followUp: 'reminder' }
  const onlyThanks = thanks(body) && found.every(({ concept }) => concept === 'thanks' || concept === 'earlier')
  return { followUp: isNamed('thanks') || onlyThanks ? 'thanks' : 'addition' }
}

type LikelyTo = (one: Aspect) => number

/** Many mention their mother or their daughter who write for themselves. */
function represented(traits: Traits, likelyTo: LikelyTo): Pick<Understanding, 'onBehalf'> {
  const [likeliest] = representatives
    .filter((one) => others[one].some(traits.isNamed) && likelyTo(one) >= sure.another)
    .sort((a, b) => likelyTo(b) - likelyTo(a))
  const onBehalf = likeliest ?? (isSaidTwice('on-behalf', traits) ? 'agent' : undefined)
  return onBehalf ? { onBehalf } : {}
}

let reader: Reader | undefined

/** Understands a mail that was read. Deterministic, and asks nobody. */
export function understand(mail: Mail | Refused): Understanding {
  reader ??= new Reader()
  return reader.understand(mail)
}

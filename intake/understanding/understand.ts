import type { Mail, Refused } from '../mail.ts'
import { type acts, type Traits, traitsOf } from './features.ts'
import { type Concept, concepts } from './lexicon/concepts.ts'
import { lexicons } from './lexicons.ts'
import { type Found, Matcher } from './matcher.ts'
import model from './model.json' with { type: 'json' }
import { type Kind, kinds, likelihoods, type Model, type Weights, weightsOf } from './model.ts'
import { thanks } from './thanking.ts'

type Right = Exclude<Kind, 'other-privacy' | 'not-request'>

/** What a mail to info@ is, and why: concepts and phrases of our own lexicon, nothing of the mail. */
export type Understanding = {
  /** sure: acknowledged and confirmed; unsure: a person decides; ordinary: left alone; automatic: never answered. */
  readonly outcome: 'sure' | 'unsure' | 'ordinary' | 'automatic'
  /** The likeliest first; with `unsure` the guess. */
  readonly rights: readonly Right[]
  /** ISO 639-1, where it is one that is understood. */
  readonly language?: string
  /** Somebody writes for somebody else. */
  readonly onBehalf?: 'agent' | 'guardian'
  /** It speaks of an earlier request. */
  readonly followUp?: 'reminder' | 'complaint' | 'never-mind' | 'thanks' | 'addition'
  readonly because: ReadonlyArray<{ readonly concept: string; readonly phrase: string; readonly language: string }>
}

/** How sure is sure. Chosen on the sets of bench/intake.ts so that its bars are kept (docs/decisions/0010). */
export type Thresholds = {
  /** Likelihood of the likeliest right, and of all rights together, to act without a person. */
  readonly right: number
  readonly request: number
  /** Likelihood that it is no request, to leave it alone. */
  readonly ordinary: number
}
const usual: Thresholds = { right: 0.55, request: 0.75, ordinary: 0.75 }
/** A further right of the same mail. */
const further = 0.25
/** One that a sentence of its own asks for, and that the rest of a long letter does not rule out: of so many words. */
const [least, long] = [0.001, 80]

const rights = kinds.filter((kind): kind is Right => kind !== 'other-privacy' && kind !== 'not-request')

/** Understands mails by a lexicon and a model; `understand` is the one in use. */
export class Reader {
  readonly matcher: Matcher
  readonly #weights: Weights
  readonly #thresholds: Thresholds

  constructor(of = lexicons, by: Model = model as Model, thresholds = usual) {
    this.matcher = new Matcher(of)
    this.#weights = weightsOf(by)
    this.#thresholds = thresholds
  }

  understand(mail: Mail | Refused): Understanding {
    if (mail.automatic) return { outcome: 'automatic', rights: [], because: [] }
    if (mail.refused !== undefined) return { outcome: 'unsure', rights: [], because: [] }
    const traits = traitsOf(mail, this.matcher)
    const { language, body } = traits
    const all = likelihoods(traits.features, this.#weights)
    const likely = (kind: Kind) => all[kinds.indexOf(kind)] as number
    const top = rights.reduce((best, right) => (likely(right) > likely(best) ? right : best))
    const request = rights.reduce((sum, right) => sum + likely(right), 0)
    const because = reasons(traits)
    const said = { ...followed(traits), ...represented(traits), ...(language ? { language } : {}), because }
    const sure = this.#thresholds
    // A language that nobody here reads: a person does.
    if (!language && body.split(/\s+/).length > 6 && traits.found.length < 3)
      return { outcome: 'unsure', rights: [], ...said }
    if (likely('not-request') >= sure.ordinary)
      return { outcome: isQuestionOfPrivacy(traits) ? 'unsure' : 'ordinary', rights: [], ...said }
    const asked = rights.filter(
      (right) => right === top || ((likely(right) >= least || traits.length < long) && isAskedFor(right, traits)),
    )
    // Who asks for two in one mail makes each of them less likely than one alone.
    const share = asked.reduce((sum, right) => sum + likely(right), 0)
    if (share < sure.right || request < sure.request) return { outcome: 'unsure', rights: [top], ...said }
    const wanted = rights.filter((right) => asked.includes(right) || likely(right) >= further)
    wanted.sort((a, b) => likely(b) - likely(a))
    return {
      outcome: 'sure',
      rights: isForAnother(traits) && !areBothAsked(traits) ? wanted.map(asPortability).filter(isFirst) : wanted,
      ...said,
    }
  }
}

const actOf: Partial<Record<Right, (typeof acts)[number]>> = {
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

/** A copy that two different phrases say is for another service or for a program (Art. 20) is more than one to read (Art. 15). */
const isForAnother = ({ found }: Traits): boolean =>
  new Set(found.flatMap(({ concept, negated, said }) => (concept === 'port' && !negated ? [said] : []))).size > 1
/** A copy to read and one for another service, each in a sentence of its own. */
const areBothAsked = ({ isAsked }: Traits): boolean => isAsked('copy') && isAsked('port')
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

/** Words that say little alone come after those that say something, and pronouns not at all. */
const reasons = ({ found }: Traits): Understanding['because'] => {
  const each = new Map<number, Found>()
  for (const one of found) if (one.place !== me) each.set(one.named, one)
  const [telling, others] = [false, true].map((isWord) =>
    [...each.values()].filter((one) => one.place >= words === isWord),
  )
  return [...(telling ?? []), ...(others ?? [])]
    .slice(0, 20)
    .map(({ concept, phrase, language }) => ({ concept, phrase, language }))
}

function followed({ found, namesRequest, isNamed, body }: Traits): Pick<Understanding, 'followUp'> {
  if (!namesRequest && !isNamed('earlier') && !isNamed('reminder')) return {}
  if (isNamed('never-mind')) return { followUp: 'never-mind' }
  if (isNamed('complaint')) return { followUp: 'complaint' }
  if (isNamed('reminder')) return { followUp: 'reminder' }
  const onlyThanks = thanks(body) && found.every(({ concept }) => concept === 'thanks' || concept === 'earlier')
  return { followUp: isNamed('thanks') || onlyThanks ? 'thanks' : 'addition' }
}

function represented({ isNamed }: Traits): Pick<Understanding, 'onBehalf'> {
  if (isNamed('minor')) return { onBehalf: 'guardian' }
  return isNamed('on-behalf') ? { onBehalf: 'agent' } : {}
}

let reader: Reader | undefined

/** Understands a mail that was read. Deterministic, and asks nobody. */
export function understand(mail: Mail | Refused): Understanding {
  reader ??= new Reader()
  return reader.understand(mail)
}

import type { Clock } from '../clock/clock.ts'
import type { HttpAnswer, HttpRequest } from './http-api.ts'
import { list, part, type Resource, text } from './resource.ts'

type Properties = Readonly<Record<string, unknown>>
type Meets = (request: HttpRequest) => boolean
type Rule = { readonly meets: Meets; readonly answer: HttpAnswer }

/** Every program on this machine comes from there: what counts calls of one address does not count these. */
export const thisMachine = '127.0.0.1'

const types: Readonly<Record<string, string>> = {
  TEXT_PLAIN: 'text/plain',
  TEXT_HTML: 'text/html',
  APPLICATION_JSON: 'application/json',
}

/**
 * The rules of the template's web ACL that block by themselves, in their order (AWS WAF's developer guide, "Rule statements").
 * Groups of rules that AWS manages are passed over: what is in them is AWS's.
 */
export class Firewall {
  readonly #rules: readonly Rule[]
  readonly #clock: Pick<Clock, 'now'>

  /** @throws naming a kind of rule that the local cloud does not know */
  constructor({ properties }: Resource, clock: Pick<Clock, 'now'>) {
    this.#clock = clock
    const bodies = part(properties, 'CustomResponseBodies')
    this.#rules = list(properties.Rules)
      .map((rule) => part(rule))
      .filter(({ Statement }) => part(Statement).ManagedRuleGroupStatement === undefined)
      .toSorted((a, b) => Number(a.Priority) - Number(b.Priority))
      .map((rule) => ({ meets: this.#meets(part(rule, 'Statement')), answer: blocked(rule, bodies) }))
  }

  /** What a request that is blocked gets instead. */
  instead(request: HttpRequest): HttpAnswer | undefined {
    return this.#rules.find(({ meets }) => meets(request))?.answer
  }

  #meets(statement: Properties): Meets {
    const [kind = '', ...more] = Object.keys(statement)
    const inside = part(statement, kind)
    const all = () => list(inside.Statements).map((one) => this.#meets(part(one)))
    if (more.length > 0) throw unknown(Object.keys(statement).join(' and '))
    switch (kind) {
      case 'AndStatement': {
        const those = all()
        return (request) => those.every((meets) => meets(request))
      }
      case 'OrStatement': {
        const those = all()
        return (request) => those.some((meets) => meets(request))
      }
      case 'NotStatement': {
        const meets = this.#meets(part(inside, 'Statement'))
        return (request) => !meets(request)
      }
      case 'ByteMatchStatement':
        return byteMatch(inside)
      case 'SizeConstraintStatement':
        return sizeConstraint(inside)
      case 'RateBasedStatement':
        return this.#rateBased(inside)
      default:
        throw unknown(kind)
    }
  }

  /**
   * Counts what the scope-down statement matches, for each address; whoever is over the limit is blocked for as long as
   * they are, and what is blocked counts too. WAF itself is near the limit, and seconds late; this one is exact.
   */
  #rateBased(rate: Properties): Meets {
    if (rate.AggregateKeyType !== 'IP') throw unknown(`a rate by ${text(rate.AggregateKeyType)}`)
    const isCounted = rate.ScopeDownStatement ? this.#meets(part(rate, 'ScopeDownStatement')) : () => true
    const [limit, windowMs] = [Number(rate.Limit), Number(rate.EvaluationWindowSec ?? 300) * 1000]
    const counted = new Map<string, readonly number[]>()
    return (request) => {
      if (request.sourceIp === thisMachine || !isCounted(request)) return false
      const now = this.#clock.now()
      const recent = [...(counted.get(request.sourceIp) ?? []), now].filter((at) => at > now - windowMs)
      counted.set(request.sourceIp, recent)
      return recent.length > limit
    }
  }
}

const unknown = (what: string) => new Error(`the local cloud does not know ${what} of a firewall`)

/** The bytes of a field as they are. */
function untransformed({ TextTransformations }: Properties): void {
  for (const one of list(TextTransformations))
    if (part(one).Type !== 'NONE') throw unknown(`the transformation ${text(part(one).Type)}`)
}

const comparisons: Readonly<Record<string, (value: string, wanted: string) => boolean>> = {
  EXACTLY: (value, wanted) => value === wanted,
  STARTS_WITH: (value, wanted) => value.startsWith(wanted),
  ENDS_WITH: (value, wanted) => value.endsWith(wanted),
  CONTAINS: (value, wanted) => value.includes(wanted),
}

function byteMatch(match: Properties): Meets {
  untransformed(match)
  const [field = ''] = Object.keys(part(match, 'FieldToMatch'))
  if (field !== 'UriPath' && field !== 'Method') throw unknown(`the field ${field}`)
  const compare = comparisons[text(match.PositionalConstraint)]
  if (!compare) throw unknown(`the constraint ${text(match.PositionalConstraint)}`)
  const wanted = text(match.SearchString)
  return ({ path, method }) => compare(field === 'UriPath' ? path : method, wanted)
}

/** Bytes of a body that WAF looks at behind CloudFront; what is larger is handled as the rule says (its developer guide, "Body"). */
const lookedAt = 16_384

function sizeConstraint(constraint: Properties): Meets {
  untransformed(constraint)
  const oversize = text(part(part(constraint, 'FieldToMatch'), 'Body').OversizeHandling)
  const [operator, size] = [text(constraint.ComparisonOperator), Number(constraint.Size)]
  if (operator !== 'GT' || oversize !== 'MATCH') throw unknown(`a size ${operator} with ${oversize || 'another field'}`)
  return ({ body }) => body.length > Math.min(size, lookedAt)
}

function blocked({ Name, Action }: Properties, bodies: Properties): HttpAnswer {
  const block = part(Action).Block
  if (block === undefined) throw unknown(`the action of the rule ${text(Name)}`)
  const response = part(part(block), 'CustomResponse')
  const said = part(bodies, text(response.CustomResponseBodyKey))
  return {
    status: Number(response.ResponseCode ?? 403),
    headers: said.Content ? { 'content-type': types[text(said.ContentType)] ?? '' } : {},
    body: Buffer.from(text(said.Content)),
  }
}

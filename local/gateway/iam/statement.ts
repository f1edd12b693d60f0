import type { PolicyDocument } from '../service.ts'
import { type Condition, type Context, conditionsIn, globMatches, meets } from './conditions.ts'

/** Whom a statement of a resource's policy speaks of. */
type Audience = { readonly kind: 'AWS' | 'Service'; readonly id: string }

/** A statement of a policy, read once. */
export type Statement = {
  /** Where it stands, for people: the policy's name and the statement's Sid or place. */
  readonly source: string
  readonly effect: 'Allow' | 'Deny'
  readonly actions: readonly string[]
  readonly notActions: readonly string[] | undefined
  readonly resources: readonly string[]
  readonly notResources: readonly string[] | undefined
  readonly audience: readonly Audience[] | undefined
  readonly conditions: readonly Condition[]
}

const elements = ['Sid', 'Effect', 'Principal', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition']

/** Reads a policy document. @throws naming an element, operator, key or variable that the local cloud does not know */
export function statementsIn(document: PolicyDocument, source: string): readonly Statement[] {
  const all = Array.isArray(document.Statement) ? document.Statement : [document.Statement]
  return all.map((raw: Readonly<Record<string, unknown>>, at) => {
    const name = `${source}, ${typeof raw.Sid === 'string' && raw.Sid ? raw.Sid : `statement ${at + 1}`}`
    try {
      return read(raw, name)
    } catch (error) {
      throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
    }
  })
}

function read(raw: Readonly<Record<string, unknown>>, source: string): Statement {
  const unknown = Object.keys(raw).find((element) => !elements.includes(element))
  if (unknown) throw new Error(`the local cloud does not know the policy element ${unknown}`)
  if (raw.Effect !== 'Allow' && raw.Effect !== 'Deny') throw new Error(`not an effect: ${String(raw.Effect)}`)
  const statement: Statement = {
    source,
    effect: raw.Effect,
    actions: texts(raw.Action),
    notActions: raw.NotAction === undefined ? undefined : texts(raw.NotAction),
    resources: texts(raw.Resource),
    notResources: raw.NotResource === undefined ? undefined : texts(raw.NotResource),
    audience: raw.Principal === undefined ? undefined : audienceOf(raw.Principal),
    conditions: conditionsIn(raw.Condition),
  }
  const filled = [...statement.resources, ...(statement.notResources ?? [])]
  for (const value of [...filled, ...statement.conditions.flatMap(({ values }) => values)]) checkVariables(value)
  return statement
}

function audienceOf(principal: unknown): readonly Audience[] {
  if (principal === '*') return [{ kind: 'AWS', id: '*' }]
  return Object.entries(principal as Record<string, unknown>).flatMap(([kind, ids]) => {
    if (kind !== 'AWS' && kind !== 'Service')
      throw new Error(`the local cloud does not know the principal kind ${kind}`)
    return texts(ids).map((id) => ({ kind, id }) as const)
  })
}

/** Whether action, resource and conditions fit a call. Whom it speaks of is looked at elsewhere. */
export function fits(statement: Statement, action: string, resource: string, context: Context): boolean {
  const named = statement.notActions
    ? !statement.notActions.some((one) => globMatches(one, action, true))
    : statement.actions.some((one) => globMatches(one, action, true))
  if (!named) return false
  const filled = (value: string) => withVariables(value, context)
  const covers = (pattern: string) => {
    const whole = filled(pattern)
    return whole !== undefined && globMatches(whole, resource)
  }
  const covered = statement.notResources ? !statement.notResources.some(covers) : statement.resources.some(covers)
  return covered && statement.conditions.every((condition) => meets(condition, context, filled))
}

const variable = /\$\{([^}]*)\}/g
/** Variables are taken from these keys only: their values hold no wildcards that would have to be escaped. */
const variableKeys = ['aws:principalaccount', 'aws:principalarn', 'aws:requestedregion', 'aws:username']

function checkVariables(value: string): void {
  for (const [, name = ''] of value.matchAll(variable))
    if (!variableKeys.includes(name.toLowerCase()))
      throw new Error(`the local cloud does not know the policy variable ${name}`)
}

/** Undefined when a variable has no value: then the statement does not fit, as with IAM. */
function withVariables(value: string, context: Context): string | undefined {
  let whole = true
  const filled = value.replace(variable, (_, name: string) => {
    const given = context.get(name.toLowerCase())?.[0]
    if (given === undefined) whole = false
    return given ?? ''
  })
  return whole ? filled : undefined
}

const texts = (value: unknown): readonly string[] =>
  value === undefined ? [] : (Array.isArray(value) ? value : [value]).map(String)

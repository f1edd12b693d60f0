/** What intrinsic functions of one stack refer to. Each method throws naming what is not there. */
export type Scope = {
  ref(name: string): unknown
  attribute(logicalId: string, attribute: string): unknown
  condition(name: string): boolean
  mapping(map: string, first: string, second: string): unknown
  importValue(name: string): unknown
}

/** `AWS::NoValue`: the field is as if it were not there. */
export const noValue = Symbol('AWS::NoValue')

type Fn = (given: unknown, scope: Scope) => unknown

const functions: Readonly<Record<string, Fn>> = {
  Ref: (given, scope) => scope.ref(asText('Ref', given)),
  'Fn::GetAtt': (given, scope) => {
    const [logicalId, ...rest] = typeof given === 'string' ? given.split('.') : asList('Fn::GetAtt', given)
    const attribute = rest.map((one) => asText('Fn::GetAtt', evaluate(one, scope))).join('.')
    return scope.attribute(asText('Fn::GetAtt', logicalId), attribute)
  },
  'Fn::Join': (given, scope) => {
    const [separator, values] = asList('Fn::Join', given)
    const pieces = asList('Fn::Join', evaluate(values, scope)).map((one) => asText('Fn::Join', one))
    return pieces.join(asText('Fn::Join', separator))
  },
  'Fn::Sub': (given, scope) => {
    const [pattern, variables = {}] = typeof given === 'string' ? [given] : asList('Fn::Sub', given)
    const own = variables as Readonly<Record<string, unknown>>
    return asText('Fn::Sub', pattern).replace(/\$\{([^}]+)\}/g, (_, name: string) => {
      if (name.startsWith('!')) return `\${${name.slice(1)}}`
      if (Object.hasOwn(own, name)) return asText('Fn::Sub', evaluate(own[name], scope))
      const [logicalId = '', ...attribute] = name.split('.')
      return asText(
        'Fn::Sub',
        attribute.length === 0 ? scope.ref(name) : scope.attribute(logicalId, attribute.join('.')),
      )
    })
  },
  'Fn::Select': (given, scope) => {
    const [index, values] = asList('Fn::Select', given)
    const from = asList('Fn::Select', evaluate(values, scope))
    const at = Number(evaluate(index, scope))
    if (!(at in from)) throw new Error(`Fn::Select: nothing at ${at} of ${from.length}`)
    return from[at]
  },
  'Fn::Split': (given, scope) => {
    const [separator, value] = asList('Fn::Split', given)
    return asText('Fn::Split', evaluate(value, scope)).split(asText('Fn::Split', separator))
  },
  'Fn::If': (given, scope) => {
    const [condition, yes, no] = asList('Fn::If', given)
    return evaluate(scope.condition(asText('Fn::If', condition)) ? yes : no, scope)
  },
  'Fn::FindInMap': (given, scope) => {
    const [map, first, second] = asList('Fn::FindInMap', given).map((one) =>
      asText('Fn::FindInMap', evaluate(one, scope)),
    )
    return scope.mapping(map ?? '', first ?? '', second ?? '')
  },
  'Fn::ImportValue': (given, scope) => scope.importValue(asText('Fn::ImportValue', evaluate(given, scope))),
}

/** A value of a template with every intrinsic resolved. @throws naming an intrinsic that the local cloud does not know */
export function evaluate(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((one) => evaluate(one, scope)).filter((one) => one !== noValue)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const [name = '', given] = entries[0] ?? []
  if (entries.length === 1 && (name === 'Ref' || name.startsWith('Fn::'))) {
    const known = functions[name]
    if (!known) throw new Error(`the local cloud does not know the intrinsic ${name}`)
    return known(given, scope)
  }
  return Object.fromEntries(
    entries.map(([key, inner]) => [key, evaluate(inner, scope)] as const).filter(([, inner]) => inner !== noValue),
  )
}

/** Whether a condition of the template's Conditions holds. @throws naming a condition function that is not known */
export function holds(condition: unknown, scope: Scope): boolean {
  const [[name, given] = []] = Object.entries((condition ?? {}) as object) as Array<[string, unknown]>
  switch (name) {
    case 'Fn::Equals': {
      const [left, right] = asList(name, given).map((one) => evaluate(one, scope))
      return left === right
    }
    case 'Fn::And':
      return asList(name, given).every((one) => holds(one, scope))
    case 'Fn::Or':
      return asList(name, given).some((one) => holds(one, scope))
    case 'Fn::Not':
      return !holds(asList(name, given)[0], scope)
    case 'Condition':
      return scope.condition(asText(name, given))
    default:
      throw new Error(`the local cloud does not know the condition function ${name}`)
  }
}

function asList(fn: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`${fn}: not a list: ${JSON.stringify(value)}`)
  return value
}

function asText(fn: string, value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw new Error(`${fn}: not a text: ${JSON.stringify(value)}`)
}

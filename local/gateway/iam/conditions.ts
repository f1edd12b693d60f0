/** Values of a call's condition keys, by name in lower case. */
export type Context = ReadonlyMap<string, readonly string[]>

type Compare = (given: string, wanted: string) => boolean
type Operator = { readonly compare: Compare; readonly negated: boolean }

const glob = (given: string, wanted: string) => globMatches(wanted, given)
const same: Compare = (given, wanted) => given === wanted
const sameIgnoringCase: Compare = (given, wanted) => given.toLowerCase() === wanted.toLowerCase()
const numeric =
  (holds: (given: number, wanted: number) => boolean): Compare =>
  (given, wanted) =>
    holds(Number(given), Number(wanted))

/** The operators of IAM's reference that the local cloud does; the others stop it by name. */
const operators: Readonly<Record<string, Operator>> = {
  ArnEquals: { compare: arnMatches, negated: false },
  ArnLike: { compare: arnMatches, negated: false },
  ArnNotEquals: { compare: arnMatches, negated: true },
  ArnNotLike: { compare: arnMatches, negated: true },
  Bool: { compare: sameIgnoringCase, negated: false },
  NumericEquals: { compare: numeric((a, b) => a === b), negated: false },
  NumericGreaterThan: { compare: numeric((a, b) => a > b), negated: false },
  NumericGreaterThanEquals: { compare: numeric((a, b) => a >= b), negated: false },
  NumericLessThan: { compare: numeric((a, b) => a < b), negated: false },
  NumericLessThanEquals: { compare: numeric((a, b) => a <= b), negated: false },
  NumericNotEquals: { compare: numeric((a, b) => a === b), negated: true },
  StringEquals: { compare: same, negated: false },
  StringEqualsIgnoreCase: { compare: sameIgnoringCase, negated: false },
  StringLike: { compare: glob, negated: false },
  StringNotEquals: { compare: same, negated: true },
  StringNotEqualsIgnoreCase: { compare: sameIgnoringCase, negated: true },
  StringNotLike: { compare: glob, negated: true },
}

/** Condition keys that the gateway or a service can tell; a policy that asks for another one stops the local cloud by its name. */
const knownKeys = [
  'aws:currenttime',
  'aws:epochtime',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalisawsservice',
  'aws:principaltype',
  'aws:requestedregion',
  'aws:resourceaccount',
  'aws:securetransport',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:username',
  'aws:viaawsservice',
  'dynamodb:attributes',
  'dynamodb:enclosingoperation',
  'dynamodb:leadingkeys',
  'dynamodb:returnvalues',
  'dynamodb:select',
  'kms:calleraccount',
  'kms:encryptioncontextkeys',
  'kms:grantisforawsresource',
  'kms:keyspec',
  'kms:macalgorithm',
  'kms:messagetype',
  'kms:requestalias',
  'kms:resourcealiases',
  'kms:signingalgorithm',
  'kms:viaservice',
  's3:delimiter',
  's3:if-none-match',
  's3:max-keys',
  's3:prefix',
  's3:requestobjecttagkeys',
  's3:tlsversion',
  's3:versionid',
  's3:x-amz-server-side-encryption',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
  'ses:fromaddress',
  'ses:fromdisplayname',
  'ses:recipients',
]
const knownFamilies = [/^kms:encryptioncontext:.+/, /^s3:existingobjecttag\/.+/, /^s3:requestobjecttag\/.+/]

const knownKey = (key: string): boolean =>
  knownKeys.includes(key.toLowerCase()) || knownFamilies.some((family) => family.test(key.toLowerCase()))

/** One line of a Condition block: its operator taken apart. */
export type Condition = {
  readonly set: 'ForAllValues' | 'ForAnyValue' | undefined
  readonly operator: string
  readonly ifExists: boolean
  readonly key: string
  readonly values: readonly string[]
}

/** Reads a Condition block. @throws naming an operator or a key that the local cloud does not know */
export function conditionsIn(block: unknown): readonly Condition[] {
  return Object.entries((block ?? {}) as Record<string, Record<string, unknown>>).flatMap(([written, tests]) => {
    const [, set, operator = '', exists] = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(written) ?? []
    if (operator !== 'Null' && !Object.hasOwn(operators, operator))
      throw new Error(`the local cloud does not know the condition operator ${written}`)
    return Object.entries(tests).map(([key, value]) => {
      if (!knownKey(key)) throw new Error(`the local cloud does not know the condition key ${key}`)
      const values = (Array.isArray(value) ? value : [value]).map(String)
      return { set: set as Condition['set'], operator, ifExists: exists !== undefined, key, values }
    })
  })
}

/** Whether a call meets the condition; `filled` puts policy variables in and gives undefined where one has no value. */
export function meets(condition: Condition, context: Context, filled: (value: string) => string | undefined): boolean {
  const given = context.get(condition.key.toLowerCase())
  if (condition.operator === 'Null') return condition.values.includes(String(given === undefined))
  const operator = operators[condition.operator]
  if (!operator) throw new Error(`the local cloud does not know the condition operator ${condition.operator}`)
  const wanted = condition.values.map(filled).filter((value) => value !== undefined)
  const fits = (value: string) => wanted.some((one) => operator.compare(value, one)) !== operator.negated
  if (given === undefined) {
    if (condition.ifExists || condition.set === 'ForAllValues') return true
    return condition.set === undefined && operator.negated
  }
  if (condition.set === 'ForAllValues') return given.every(fits)
  if (condition.set === 'ForAnyValue') return given.some(fits)
  return operator.negated ? given.every(fits) : given.some(fits)
}

const patterns = new Map<string, RegExp>()

/** `*` is any text, `?` one character. */
export function globMatches(pattern: string, given: string, ignoreCase = false): boolean {
  // Most are names without either, and each call asks dozens of them.
  if (!/[*?]/.test(pattern)) return pattern === given || (ignoreCase && pattern.toLowerCase() === given.toLowerCase())
  const id = `${ignoreCase ? 'i' : ''}/${pattern}`
  let known = patterns.get(id)
  if (!known) {
    const source = pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')
    known = new RegExp(`^${source}$`, ignoreCase ? 'is' : 's')
    patterns.set(id, known)
  }
  return known.test(given)
}

/** ARNs are compared part by part: a `*` does not reach over a colon of the first five. */
function arnMatches(given: string, wanted: string): boolean {
  if (wanted === '*') return true
  const parts = (arn: string) => {
    const all = arn.split(':')
    return [...all.slice(0, 5), all.slice(5).join(':')]
  }
  const have = parts(given)
  return parts(wanted).every((one, at) => globMatches(one, have[at] ?? ''))
}

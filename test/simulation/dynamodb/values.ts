/** An attribute's value as it is on the wire (AWS JSON): numbers as text, bytes in base64. */
export type Value = {
  readonly S?: string
  readonly N?: string
  readonly B?: string
  readonly BOOL?: boolean
  readonly NULL?: true
  readonly SS?: readonly string[]
  readonly NS?: readonly string[]
  readonly L?: readonly Value[]
  readonly M?: Item
}
export type Item = Readonly<Record<string, Value>>

/** An answer of DynamoDB's that is an error, by the name that its API gives it. */
export class Refusal extends Error {
  readonly more: Readonly<Record<string, unknown>>
  constructor(name: string, message: string, more: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.name = name
    this.more = more
  }
}

export const invalid = (why: string): Refusal => new Refusal('ValidationException', why)
/** What DynamoDB can do and this table cannot: the simulation ends, and says what to teach it. */
export const unknown = (what: string): Error => new Error(`the simulation’s table does not know ${what}`)

export const typeOf = (value: Value): string => Object.keys(value)[0] ?? ''

export function isSame(a: Value | undefined, b: Value | undefined): boolean {
  if (!a || !b || typeOf(a) !== typeOf(b)) return false
  if (a.N !== undefined) return number(a) === number(b)
  if (a.SS && b.SS) return a.SS.length === b.SS.length && a.SS.every((one) => b.SS?.includes(one))
  if (a.L && b.L) return a.L.length === b.L.length && a.L.every((one, n) => isSame(one, b.L?.[n]))
  if (a.M && b.M) {
    const names = Object.keys(a.M)
    return names.length === Object.keys(b.M).length && names.every((name) => isSame(a.M?.[name], b.M?.[name]))
  }
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Less, equal or more as -1, 0 or 1; undefined for what DynamoDB does not compare. */
export function compared(a: Value | undefined, b: Value | undefined): number | undefined {
  if (!a || !b || typeOf(a) !== typeOf(b)) return undefined
  if (a.S !== undefined && b.S !== undefined) return order(plain(a.S), plain(b.S))
  if (a.N !== undefined) return order(number(a), number(b))
  return undefined
}

export const order = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)

/** DynamoDB orders text by its UTF-8 bytes, JavaScript by UTF-16: of ASCII they are the same. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
  if (!/^[\x00-\x7f]*$/.test(text)) throw unknown('an order of text beyond ASCII')
  return text
}

function number({ N }: Value): number {
  const read = Number(N)
  if (Math.abs(read) > Number.MAX_SAFE_INTEGER) throw unknown(`numbers like ${N}`)
  return read
}

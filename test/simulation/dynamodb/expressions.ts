import { compared, type Item, invalid, isSame, typeOf, unknown, type Value } from './values.ts'

/** A place in an item, with the aliases of its names resolved. */
export type Path = readonly string[]
export type Operand =
  | { readonly kind: 'path'; readonly path: Path }
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'if-not-exists'; readonly path: Path; readonly otherwise: Operand }
  | { readonly kind: 'size'; readonly path: Path }
  | { readonly kind: 'sum'; readonly sign: 1 | -1; readonly left: Operand; readonly right: Operand }
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | { readonly kind: 'compare'; readonly by: Comparator; readonly left: Operand; readonly right: Operand }
  | { readonly kind: 'exists'; readonly path: Path; readonly wanted: boolean }
  | { readonly kind: 'begins'; readonly path: Path; readonly prefix: Operand }
  | { readonly kind: 'contains'; readonly path: Path; readonly element: Operand }
type Comparator = '=' | '<>' | '<' | '<=' | '>' | '>='
export type Update = {
  readonly set: ReadonlyArray<{ readonly path: Path; readonly to: Operand }>
  readonly remove: readonly Path[]
  readonly add: ReadonlyArray<{ readonly path: Path; readonly value: Value }>
}

const comparators: readonly string[] = ['=', '<>', '<', '<=', '>', '>=']
/** What ADD takes, refused otherwise before any condition is looked at. */
const added: readonly string[] = ['N', 'SS', 'NS', 'BS']
const words = /\s*(<>|<=|>=|[=<>()+,.-]|[#:]?[A-Za-z0-9_]+)/y

/** Names and values of a call, and which of them its expressions use: DynamoDB refuses a call with more. */
export class Aliases {
  readonly #names: Readonly<Record<string, string>>
  readonly #values: Readonly<Record<string, Value>>
  readonly #used = new Set<string>()

  constructor(names: Readonly<Record<string, string>> = {}, values: Readonly<Record<string, Value>> = {}) {
    this.#names = names
    this.#values = values
  }

  name(word: string): string {
    if (!word.startsWith('#')) return word
    const name = this.#names[word]
    if (name === undefined) throw invalid(`an expression attribute name is not defined: ${word}`)
    this.#used.add(word)
    return name
  }

  value(word: string): Value {
    const value = this.#values[word]
    if (value === undefined) throw invalid(`an expression attribute value is not defined: ${word}`)
    this.#used.add(word)
    return value
  }

  /** @throws when something was given that no expression uses */
  close(): void {
    for (const word of [...Object.keys(this.#names), ...Object.keys(this.#values)])
      if (!this.#used.has(word)) throw invalid(`unused in expressions: ${word}`)
  }
}

/** Reads the expressions that Oblige writes; what it does not write is refused by name. */
export class Reader {
  readonly #text: string
  readonly #words: readonly string[]
  readonly #aliases: Aliases
  #at = 0

  constructor(text: string, aliases: Aliases) {
    this.#text = text
    this.#words = wordsOf(text)
    this.#aliases = aliases
  }

  condition(): Condition {
    const read = this.#either()
    this.#end()
    return read
  }

  paths(): readonly Path[] {
    const read = this.#list(() => this.#path())
    this.#end()
    return read
  }

  update(): Update {
    const update = { set: [] as Update['set'][number][], remove: [] as Path[], add: [] as Update['add'][number][] }
    while (this.#at < this.#words.length) {
      const clause = this.#next().toUpperCase()
      if (clause === 'SET') update.set.push(...this.#list(() => this.#assignment()))
      else if (clause === 'REMOVE') update.remove.push(...this.#list(() => this.#path()))
      else if (clause === 'ADD') update.add.push(...this.#list(() => this.#addition()))
      else throw unknown(`${clause} in “${this.#text}”`)
    }
    return update
  }

  #either(): Condition {
    const parts = [this.#both()]
    while (this.#takes('OR')) parts.push(this.#both())
    return parts.length === 1 ? (parts[0] as Condition) : { kind: 'or', parts }
  }

  #both(): Condition {
    const parts = [this.#negated()]
    while (this.#takes('AND')) parts.push(this.#negated())
    return parts.length === 1 ? (parts[0] as Condition) : { kind: 'and', parts }
  }

  #negated(): Condition {
    if (this.#takes('NOT')) return { kind: 'not', part: this.#negated() }
    if (this.#takes('(')) {
      const inner = this.#either()
      this.#needs(')')
      return inner
    }
    const word = this.#words[this.#at] ?? ''
    return this.#words[this.#at + 1] === '(' && word !== 'size' ? this.#function(word) : this.#comparison()
  }

  #function(name: string): Condition {
    this.#at += 2
    const path = this.#path()
    if (name === 'begins_with' || name === 'contains') {
      this.#needs(',')
      const operand = this.#operand()
      this.#needs(')')
      return name === 'contains'
        ? { kind: 'contains', path, element: operand }
        : { kind: 'begins', path, prefix: operand }
    }
    if (name !== 'attribute_exists' && name !== 'attribute_not_exists') throw unknown(`the function ${name}`)
    this.#needs(')')
    return { kind: 'exists', path, wanted: name === 'attribute_exists' }
  }

  #comparison(): Condition {
    const left = this.#operand()
    const by = this.#next()
    if (!comparators.includes(by)) throw unknown(`${by} in “${this.#text}”`)
    return { kind: 'compare', by: by as Comparator, left, right: this.#operand() }
  }

  #assignment(): Update['set'][number] {
    const path = this.#path()
    this.#needs('=')
    const left = this.#operand()
    const sign = this.#takes('+') ? 1 : this.#takes('-') ? -1 : 0
    return { path, to: sign === 0 ? left : { kind: 'sum', sign, left, right: this.#operand() } }
  }

  #addition(): Update['add'][number] {
    const addition = { path: this.#path(), value: this.#aliases.value(this.#next()) }
    if (!added.includes(typeOf(addition.value))) throw invalid(`ADD takes a number or a set: ${this.#text}`)
    return addition
  }

  #operand(): Operand {
    const word = this.#words[this.#at] ?? ''
    if (word.startsWith(':')) return { kind: 'value', value: this.#aliases.value(this.#next()) }
    if (this.#words[this.#at + 1] !== '(') return { kind: 'path', path: this.#path() }
    if (word !== 'if_not_exists' && word !== 'size') throw unknown(`the function ${word}`)
    this.#at += 2
    const path = this.#path()
    if (word === 'size') {
      this.#needs(')')
      return { kind: 'size', path }
    }
    this.#needs(',')
    const otherwise = this.#operand()
    this.#needs(')')
    return { kind: 'if-not-exists', path, otherwise }
  }

  #path(): Path {
    const path = [this.#aliases.name(this.#next())]
    while (this.#takes('.')) path.push(this.#aliases.name(this.#next()))
    return path
  }

  #list<T>(read: () => T): T[] {
    const found = [read()]
    while (this.#takes(',')) found.push(read())
    return found
  }

  #next(): string {
    const word = this.#words[this.#at++]
    if (word === undefined) throw invalid(`an expression ends too early: ${this.#text}`)
    return word
  }

  #takes(word: string): boolean {
    if ((this.#words[this.#at] ?? '').toUpperCase() !== word) return false
    this.#at++
    return true
  }

  #needs(word: string): void {
    if (!this.#takes(word)) throw invalid(`${word} is missing in ${this.#text}`)
  }

  #end(): void {
    if (this.#at < this.#words.length) throw invalid(`too much in ${this.#text}`)
  }
}

function wordsOf(text: string): readonly string[] {
  const found: string[] = []
  words.lastIndex = 0
  while (words.lastIndex < text.trimEnd().length) {
    const at = words.lastIndex
    const word = words.exec(text)?.[1]
    if (word === undefined) throw unknown(`“${text.slice(at)}” in “${text}”`)
    found.push(word)
  }
  return found
}

export const at = (item: Item, path: Path): Value | undefined =>
  path.slice(1).reduce<Value | undefined>((value, name) => value?.M?.[name], item[path[0] ?? ''])

/** The value of an operand in an item, of what can be compared. */
export function operandIn(operand: Operand, item: Item): Value | undefined {
  switch (operand.kind) {
    case 'value':
      return operand.value
    case 'path':
      return at(item, operand.path)
    case 'if-not-exists':
      return at(item, operand.path) ?? operandIn(operand.otherwise, item)
    case 'size': {
      const value = at(item, operand.path)
      if (value && !value.SS) throw unknown(`the size of ${typeOf(value)}`)
      return value?.SS && { N: String(value.SS.length) }
    }
    case 'sum': {
      const [left, right] = [operandIn(operand.left, item), operandIn(operand.right, item)]
      if (left?.N === undefined || right?.N === undefined) throw invalid('only numbers that exist are added')
      return { N: String(Number(left.N) + operand.sign * Number(right.N)) }
    }
  }
}

export function holds(condition: Condition, item: Item): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.parts.every((part) => holds(part, item))
    case 'or':
      return condition.parts.some((part) => holds(part, item))
    case 'not':
      return !holds(condition.part, item)
    case 'exists':
      return (at(item, condition.path) !== undefined) === condition.wanted
    case 'begins': {
      const [value, prefix] = [at(item, condition.path), operandIn(condition.prefix, item)]
      return value?.S !== undefined && prefix?.S !== undefined && value.S.startsWith(prefix.S)
    }
    case 'contains': {
      const [value, element] = [at(item, condition.path), operandIn(condition.element, item)]
      if (value && !value.SS) throw unknown(`what ${typeOf(value)} contains`)
      return element?.S !== undefined && (value?.SS ?? []).includes(element.S)
    }
    case 'compare': {
      const [left, right] = [operandIn(condition.left, item), operandIn(condition.right, item)]
      if (!left || !right) return condition.by === '<>'
      if (condition.by === '=') return isSame(left, right)
      if (condition.by === '<>') return !isSame(left, right)
      if (typeOf(left) !== typeOf(right)) return false
      const way = compared(left, right)
      if (way === undefined) throw unknown(`an order of ${typeOf(left)}`)
      return { '<': way < 0, '<=': way <= 0, '>': way > 0, '>=': way >= 0 }[condition.by]
    }
  }
}

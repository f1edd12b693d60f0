import { randomInt } from 'node:crypto'
import { part, text } from '../front/resource.ts'

/** Characters by kind, and their order, as GetRandomPassword draws them. */
const kinds = [
  { excluded: 'ExcludeLowercase', characters: 'abcdefghijklmnopqrstuvwxyz' },
  { excluded: 'ExcludeUppercase', characters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' },
  { excluded: 'ExcludeNumbers', characters: '0123456789' },
  { excluded: 'ExcludePunctuation', characters: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~' },
]
/** Characters, when `PasswordLength` does not say (AWS::SecretsManager::Secret GenerateSecretString). */
const usualLength = 32

const draw = (characters: string): string => characters[randomInt(characters.length)] ?? ''

/** A value as `GenerateSecretString` of the template asks: random, or a JSON object with one random field. */
export function generated(asked: unknown): string {
  const wish = part(asked)
  const on = (field: string) => text(wish[field]) === 'true'
  const excluded = new Set(text(wish.ExcludeCharacters))
  const pools = kinds
    .filter((kind) => !on(kind.excluded))
    .map(({ characters }) => [...characters].filter((character) => !excluded.has(character)).join(''))
    .filter((pool) => pool !== '')
  const all = pools.join('') + (on('IncludeSpace') ? ' ' : '')
  const length = Number(wish.PasswordLength ?? usualLength)
  const each = wish.RequireEachIncludedType === undefined || on('RequireEachIncludedType') ? pools.map(draw) : []
  if (all === '' || length < each.length) throw new Error('GenerateSecretString leaves no characters to draw from')
  const drawn = [...each, ...Array.from({ length: length - each.length }, () => draw(all))]
  const value = shuffled(drawn).join('')
  const field = text(wish.GenerateStringKey)
  if (field === '') return value
  return JSON.stringify({ ...part(JSON.parse(text(wish.SecretStringTemplate) || '{}')), [field]: value })
}

function shuffled(characters: readonly string[]): readonly string[] {
  const mixed = [...characters]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = randomInt(at + 1)
    const [one, two] = [mixed[at] ?? '', mixed[other] ?? '']
    mixed[at] = two
    mixed[other] = one
  }
  return mixed
}

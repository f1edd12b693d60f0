/** Crockford's alphabet: no I, L, O, U, so that a reference survives being read aloud. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The request's public name, e.g. OB-7K3M-92QF: 40 random bits, nothing personal. */
export type Reference = string & { readonly brand: 'Reference' }

/** A reference from 5 random bytes. */
export function reference(random: Uint8Array): Reference {
  const bits = [...random.subarray(0, 5)].reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  const letters = Array.from({ length: 8 }, (_, i) => alphabet[Number((bits >> BigInt(35 - 5 * i)) & 31n)]).join('')
  return `OB-${letters.slice(0, 4)}-${letters.slice(4)}` as Reference
}

export const isReference = (text: string): text is Reference =>
  /^OB-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/.test(text)

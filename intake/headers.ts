import { type Address, addressParser, type Header } from 'postal-mime'
import type { Party } from './mail.ts'

/** Longer values are cut: RFC 5322 has no limit, an attacker neither. Characters. */
const longest = 998

/**
 * A header's value as one harmless line: no line breaks (header injection through encoded words), no control
 * characters, no marks that turn the direction of text or hide it.
 */
export function clean(value: string, most = longest): string {
  // Most headers are one line of plain words.
  if (plain.test(value)) return value.slice(0, most)
  return (
    value
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
      .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
      .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, most)
      // Half a character at the end, or in what was sent, is none.
      .toWellFormed()
  )
}

const plain = /^(?:[!-~]+ )*[!-~]+$|^$/

/** Real mails have at most some hundred. */
const mostHeaders = 2000

/** Headers by their lower-case names. Of some thirty headers a handful is looked at: only those are cleaned. */
export class Headers {
  readonly #headers: readonly Header[]
  readonly #first = new Map<string, string>()

  constructor(headers: readonly Header[]) {
    // SES adds its own headers on top: what is cut off is at the end.
    this.#headers = headers.length > mostHeaders ? headers.slice(0, mostHeaders) : headers
    for (const { key, value } of this.#headers) if (!this.#first.has(key)) this.#first.set(key, value)
  }

  has(name: string): boolean {
    return this.#first.has(name)
  }

  first(name: string): string | undefined {
    const value = this.#first.get(name)
    return value === undefined ? undefined : clean(value)
  }

  /** In their order. */
  all(name: string): readonly string[] {
    return this.#headers.filter(({ key }) => key === name).map(({ value }) => clean(value))
  }
}

/** Flattens groups; a mailbox whose address holds anything but one plain address keeps only its name. */
export function parties(addresses: readonly Address[] = []): Party[] {
  const all: Party[] = []
  let left = 100
  for (const one of addresses)
    for (const { name, address } of one.group ?? [one]) {
      if (left-- === 0) return all
      const party = { name: clean(name ?? ''), address: plainAddress(address ?? '') }
      if (party.name !== '' || party.address !== '') all.push(party)
    }
  return all
}

/** One address in lower case, or nothing: no spaces, quotes, brackets or second @ survive. */
export function plainAddress(text: string): string {
  const address = clean(text).toLowerCase()
  return address.length <= 254 && /^[^\s<>()[\]",;:\\@]{1,64}@[^\s<>()[\]",;:\\@]{1,190}$/.test(address) ? address : ''
}

/** Addresses of a header that the parser does not read itself. */
export const addressesIn = (value: string | undefined): Party[] => (value ? parties(addressParser(value)) : [])

/** How many authors From names, over all From headers. */
export function authorsIn(headers: Headers): number {
  const all = headers.all('from')
  // Most headers plainly name one: only others are parsed once more.
  return all.length === 1 && oneAuthor.test(all[0] ?? '') ? 1 : all.flatMap(addressesIn).length
}

/** A name without marks that mean something, or in quotes, and one address in brackets; or a bare address. */
const oneAuthor =
  /^(?:"[^"\\]*"|[^"(),:;<>\\]*) <[^"(),:;<>\\\s]+@[^"(),:;<>\\\s]+>$|^[^"(),:;<>\\\s?]+@[^"(),:;<>\\\s?]+$/

/** `Name <address>` or a bare address inside a text; never the end of one that is too long to be one (RFC 5321, 4.5.3.1.1). */
export function partyIn(text: string): Party | undefined {
  const address = /(?<![^\s<>()[\]",;:\\@])[^\s<>()[\]",;:\\@]{1,64}@[^\s<>()[\]",;:\\@]{1,190}/.exec(
    text.slice(0, 500),
  )?.[0]
  if (!address) return undefined
  const name = clean(text.slice(0, text.indexOf(address)))
    .replace(/[<("'[:]+|mailto/g, '')
    .trim()
  return { name, address: plainAddress(address.replace(/[.>]+$/, '')) }
}

/**
 * Message ids, without brackets, at most 50. Some programs leave the brackets out; whatever is not plain text without
 * spaces is no id.
 */
export function ids(value: string | undefined): string[] {
  if (!value) return []
  const line = clean(value, 10_000)
  const bracketed = line.match(/<[^<>\s]{3,250}>/g)?.map((id) => id.slice(1, -1))
  const found = bracketed ?? line.split(' ').filter((id) => /^[^<>\s]{1,150}@[^<>\s@]{1,99}$/.test(id))
  return [...new Set(found)].slice(0, 50)
}

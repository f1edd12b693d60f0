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

/** Lower-case header names to their values, in order. */
export type Headers = ReadonlyMap<string, readonly string[]>

export function headersOf(headers: readonly Header[]): Headers {
  const found = new Map<string, string[]>()
  // SES adds its own headers on top: what is cut off is at the end.
  for (const { key, value } of headers.slice(0, mostHeaders)) {
    const values = found.get(key)
    if (values) values.push(clean(value))
    else found.set(key, [clean(value)])
  }
  return found
}

export const first = (headers: Headers, name: string): string | undefined => headers.get(name)?.[0]

/** Flattens groups; a mailbox whose address holds anything but one plain address keeps only its name. */
export function parties(addresses: readonly (Address | undefined)[] | undefined): Party[] {
  return (addresses ?? [])
    .flatMap((one) => (one ? (one.group ?? [one]) : []))
    .slice(0, 100)
    .map(({ name, address }) => ({ name: clean(name ?? ''), address: plainAddress(address ?? '') }))
    .filter(({ name, address }) => name !== '' || address !== '')
}

/** One address in lower case, or nothing: no spaces, quotes, brackets or second @ survive. */
export function plainAddress(text: string): string {
  const address = clean(text).toLowerCase()
  return address.length <= 254 && /^[^\s<>()[\]",;:\\@]{1,64}@[^\s<>()[\]",;:\\@]{1,190}$/.test(address) ? address : ''
}

/** Addresses of a header that the parser does not read itself. */
export const addressesIn = (value: string | undefined): Party[] => (value ? parties(addressParser(value)) : [])

/** `Name <address>` or a bare address inside a text. */
export function partyIn(text: string): Party | undefined {
  const address = /[^\s<>()[\]",;:\\@]{1,64}@[^\s<>()[\]",;:\\@]{1,190}/.exec(text.slice(0, 500))?.[0]
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
  const line = clean(value ?? '', 10_000)
  const bracketed = [...line.matchAll(/<([^<>\s]{3,250})>/g)].map(([, id]) => id as string)
  const found =
    bracketed.length > 0 ? bracketed : line.split(' ').filter((id) => /^[^<>\s]{1,150}@[^<>\s@]{1,99}$/.test(id))
  return [...new Set(found)].slice(0, 50)
}

/** Mails written for the tests, and texts in the charsets of old programs. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Mail, Refused } from '../../intake/mail.ts'
import { type Receipt, readMail } from '../../intake/read.ts'

/** One of `mails/`, with the line ends of the wire. */
export const sample = (name: string): Buffer =>
  Buffer.from(readFileSync(join(import.meta.dirname, 'mails', `${name}.eml`), 'utf8').replaceAll('\n', '\r\n'))

/** A mail with a few headers of its own above the usual ones. */
export function written(headers: Readonly<Record<string, string>>, body: string | Uint8Array = 'Hello.'): Buffer {
  const usual = {
    From: 'Ada <ada@mail.example>',
    To: 'info@shop.example',
    Subject: 'Hello',
    'Message-ID': '<1@mail.example>',
  }
  const lines = Object.entries({ ...usual, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`${lines.join('')}\r\n`), Buffer.from(body as Uint8Array)])
}

/** @throws when the mail was refused */
export async function readWhole(bytes: Uint8Array, receipt: Receipt = {}): Promise<Mail> {
  const mail = await readMail(bytes, receipt)
  if (mail.refused) throw new Error(`refused: ${mail.refused}`)
  return mail
}

export const readText = async (body: string, headers: Readonly<Record<string, string>> = {}): Promise<Mail> =>
  readWhole(written({ 'Content-Type': 'text/plain; charset=utf-8', ...headers }, body))

/** Every string anywhere in what was read. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (value instanceof Date || value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(strings)
}

/** Strings of the headers' values: all but the texts, where line breaks belong. */
export function values(mail: Mail | Refused): string[] {
  if (mail.refused) return strings(mail)
  const { text: _, forwarded, ...rest } = mail
  return strings([rest, forwarded?.from, forwarded?.subject])
}

/** Bytes of a text in a charset that TextDecoder reads and nobody writes any more. */
export function encoded(text: string, label: string): Buffer {
  if (label === 'iso-2022-jp') {
    const shift = (run: string) =>
      `\x1b$B${[...encoded(run, 'euc-jp')].map((byte) => String.fromCharCode(byte & 0x7f)).join('')}\x1b(B`
    return Buffer.from(text.replace(/[^\0-\x7f]+/g, shift), 'latin1')
  }
  const table = tableOf(label)
  return Buffer.concat(
    [...text].map((letter) => {
      const bytes = table.get(letter)
      if (!bytes) throw new Error(`${label} has no ${letter}`)
      return bytes
    }),
  )
}

const tables = new Map<string, Map<string, Buffer>>()

function tableOf(label: string): Map<string, Buffer> {
  const known = tables.get(label)
  if (known) return known
  const table = new Map<string, Buffer>()
  const decoder = new TextDecoder(label, { fatal: true })
  const add = (...bytes: number[]) => {
    try {
      const letter = decoder.decode(Uint8Array.from(bytes))
      if ([...letter].length === 1 && !table.has(letter)) table.set(letter, Buffer.from(bytes))
    } catch {
      // No character.
    }
  }
  for (let byte = 0; byte < 256; byte += 1) add(byte)
  if (/^(?:gb|big5|shift|euc)/.test(label))
    for (let lead = 0x81; lead < 0xff; lead += 1) for (let trail = 0x40; trail < 0xff; trail += 1) add(lead, trail)
  tables.set(label, table)
  return table
}

import { type Block, headerBlock } from './header-block.ts'
import { forwardedSubject, forwardedWords, repliedSubject, sentFrom, wrote, wroteName } from './header-words.ts'
import { clean, partyIn } from './headers.ts'
import type { Forwarded } from './mail.ts'
import { signedOff } from './signatures.ts'

/** A text taken apart: what was written now, what was quoted, what stands below it, and a mail forwarded in it. */
export type Parted = {
  readonly own: string
  readonly quoted: string
  readonly signature: string
  readonly forwarded: Forwarded | undefined
}

/** Lines of one mail that are looked at; longer lines are only looked at in their beginning. */
const mostLines = 5000
/** Mails forwarded in forwarded mails that are followed. */
const deepest = 4

/**
 * Tells new text from quotations, signatures and mails forwarded inline. Works line by line in linear time, by what
 * mail programs write in the languages of header-words.ts.
 */
export function parted(text: string, subject: string, depth = 0): Parted {
  const all = (text.includes('\r') ? text.split(/\r\n|\r|\n/) : text.split('\n')).slice(0, mostLines)
  // Most mails quote nothing.
  const isMarked = text.includes('>')
  const own: string[] = []
  const quoted: string[] = []
  const signature: string[] = []
  let into = own
  for (let i = 0; i < all.length; i += 1) {
    const line = (all[i] as string).trimEnd()
    const bare = line.trimStart()
    if (bare === '') {
      into.push(line)
      continue
    }
    // Most lines have nothing that a head, a quotation or a rule begins with, and stand above none.
    const isTelling = telling.test(line) || (isMarked && nextText(all, i + 1).startsWith('>'))
    const block = isTelling ? headerBlock(all, i) : undefined
    const how = block && depth < deepest ? standing(block, own, quoted, subject) : 'text'
    if (block && how !== 'text') {
      dropSeparator(own)
      if (how === 'forwarded') return withForwarded(own, quoted, signature, block, all.slice(block.end), depth)
      quoted.push(...all.slice(i))
      break
    }
    if (bare.startsWith('>')) {
      quoted.push(line)
      into = own
    } else if (isTelling && isAttribution(all, i)) {
      const last = attributionEnd(all, i)
      quoted.push(...all.slice(i, last + 1))
      // Without marks below, everything below is what is quoted.
      if (!nextText(all, last + 1).startsWith('>')) {
        quoted.push(...all.slice(last + 1))
        break
      }
      i = last
    } else if (into === own && (line === '--' || (/^(?:-{3}|_{10,})$/.test(bare) && endsSoon(all, i, own)))) {
      into = signature
    } else if (bare.length < 120 && sentFrom.test(bare)) {
      signature.push(line)
    } else {
      into.push(line)
    }
  }
  const { text: said, below } = signedOff(own)
  return { own: said, quoted: joined(quoted), signature: joined([below, ...signature]), forwarded: undefined }
}

/** What a head, a quotation, a rule or the line above a quotation has. */
const telling = /[:：>@\d]|^\s*[-_]/

/** Whether a header block opens a mail forwarded by hand, one that is answered, or is the head of a written letter. */
function standing(block: Block, own: string[], quoted: string[], subject: string): 'forwarded' | 'quoted' | 'text' {
  const before = [...own.slice(-3).filter(({ length }) => length < 100), ...quoted.slice(-1)].join(' ')
  if (forwardedWords.test(before) || forwardedSubject.test(subject)) return 'forwarded'
  if (own.some((line) => line.trim()) || repliedSubject.test(subject)) return 'quoted'
  // "From: Jo Bloggs / To: the company / Subject: my data" on top, typed like on paper.
  return block.from.includes('@') ? 'forwarded' : 'text'
}

/** A rule below a text begins a signature only when little follows: people also divide their letters by rules. */
function endsSoon(all: readonly string[], i: number, own: readonly string[]): boolean {
  if (!own.some((line) => line.trim()) || headerBlock(all, i + 1)) return false
  const rest = all.slice(i + 1, i + 40).filter((line) => line.trim() && !/^\s*>/.test(line))
  return rest.length <= 15
}

/** "On Monday … wrote:" on one line or broken into two or three. */
function isAttribution(all: readonly string[], i: number): boolean {
  const line = (all[i] ?? '').trim()
  if (line.length === 0 || line.length > 300) return false
  const dated = /[\d@]/.test(line)
  const marked = nextText(all, i + 1).startsWith('>')
  // Most lines have neither, and need no look at the words of all languages.
  if (!dated && !marked) return false
  // People also write "on 3 May your service wrote:" and go on: only programs name the minute or the address.
  const named = dated && exact.test(line)
  if ((named || marked) && isWrote(line)) return true
  if (brokenAttribution(all, i) > i) return named || marked || !isWrote(line)
  // Any language: an address or a time, a colon at the end, and marked lines below.
  return named && marked && /[:：]$/.test(line)
}

const isWrote = (line: string): boolean => wrote.test(line) || wroteName.test(line)

/** An address or a time of day, not a date. */
const exact = /@|\d{1,2}[:.]\d{2}(?![.\d])/

/** The last line of an attribution that starts here and is broken; `i` when there is none. */
function brokenAttribution(all: readonly string[], i: number): number {
  if (!/\d|@/.test(all[i] ?? '')) return i
  for (const last of [i + 1, i + 2]) {
    const line = (all[last] ?? '').trim()
    if (line === '' || line.length > 200) return i
    if (!/[:：]$/.test(line)) continue
    const whole = all
      .slice(i, last + 1)
      .join(' ')
      .trim()
    return wrote.test(whole) && exact.test(whole) ? last : i
  }
  return i
}

function attributionEnd(all: readonly string[], i: number): number {
  const line = (all[i] ?? '').trim()
  return wrote.test(line) || /[:：]$/.test(line) ? i : brokenAttribution(all, i)
}

function nextText(all: readonly string[], i: number): string {
  for (let next = i; next < i + 4; next += 1) {
    const line = all[next]?.trim()
    if (line) return line
  }
  return ''
}

function withForwarded(
  own: string[],
  quoted: string[],
  signature: string[],
  block: Block,
  rest: readonly string[],
  depth: number,
): Parted {
  const unmarked = rest.map((line) => line.replace(/^\s*> ?/, '')).join('\n')
  const { text: said, below } = signedOff(own)
  // What was forwarded may itself quote and sign.
  const inner = parted(unmarked, '', depth + 1)
  return {
    own: said,
    quoted: joined([...quoted, inner.quoted]),
    signature: joined([below, ...signature, inner.signature]),
    forwarded: {
      how: 'inline',
      from: partyIn(block.from) ?? { name: clean(block.from).slice(0, 120), address: '' },
      subject: clean(block.subject),
      text: joined([inner.own, inner.forwarded?.text ?? '']),
    },
  }
}

/** `---------- Forwarded message ---------` belongs to no one's text. */
function dropSeparator(own: string[]): void {
  for (let i = own.length - 1; i >= Math.max(0, own.length - 3); i -= 1) {
    const line = (own[i] as string).trim()
    if (/^[-_*>\s]{3,}.{0,60}[-_]*$/u.test(line) || (forwardedWords.test(line) && line.length < 80)) own.splice(i, 1)
  }
}

const joined = (lines: readonly string[]): string => lines.join('\n').trim()

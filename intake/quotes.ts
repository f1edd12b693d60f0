import { forwardedSubject, forwardedWords, from, others, sentFrom, wrote } from './header-words.ts'
import { clean, partyIn } from './headers.ts'
import type { Forwarded } from './mail.ts'

/** A text taken apart: what was written now, what was quoted, what stands below it, and a mail forwarded in it. */
export type Parted = {
  readonly own: string
  readonly quoted: string
  readonly signature: string
  readonly forwarded: Forwarded | undefined
}

/** Lines of one mail that are looked at; longer lines are only looked at in their beginning. */
const mostLines = 5000

/**
 * Tells new text from quotations, signatures and mails forwarded inline. Works line by line in linear time, by what
 * mail programs write in the languages of header-words.ts.
 */
export function parted(text: string, subject: string): Parted {
  const all = text.split(/\r\n|\r|\n/).slice(0, mostLines)
  const own: string[] = []
  const quoted: string[] = []
  const signature: string[] = []
  let into = own
  for (let i = 0; i < all.length; i += 1) {
    const line = (all[i] as string).trimEnd()
    const bare = line.trim()
    const block = headerBlock(all, i)
    if (block) {
      const before = [...own.slice(-3), ...quoted.slice(-1)].join(' ')
      const byHand = forwardedWords.test(before) || forwardedSubject.test(subject) || own.every((one) => !one.trim())
      const rest = all.slice(block.end).join('\n')
      dropSeparator(own)
      if (byHand) return withForwarded(own, quoted, signature, block, rest)
      quoted.push(...all.slice(i))
      break
    }
    if (/^\s*>/.test(line)) {
      quoted.push(line)
      into = own
    } else if (isAttribution(all, i)) {
      const last = attributionEnd(all, i)
      quoted.push(...all.slice(i, last + 1))
      // Without marks below, everything below is what is quoted.
      if (!nextText(all, last + 1).startsWith('>')) {
        quoted.push(...all.slice(last + 1))
        break
      }
      i = last
    } else if (/^-{2,3}\s?$/.test(line) && into === own) {
      into = signature
    } else if (/^[_]{10,}$/.test(bare) && own.some((one) => one.trim()) && !headerBlock(all, i + 1)) {
      into = signature
    } else if (sentFrom.test(bare.slice(0, 120)) && bare.length < 120) {
      signature.push(line)
    } else {
      into.push(line)
    }
  }
  return { own: joined(own), quoted: joined(quoted), signature: joined(signature), forwarded: undefined }
}

type Block = { readonly end: number; readonly from: string; readonly subject: string }

/** `From: … / Date: … / Subject: …` in any of the languages, perhaps quoted, from line `start` on. */
function headerBlock(all: readonly string[], start: number): Block | undefined {
  const opening = pair(all[start] ?? '')
  if (!opening || !from.has(opening.word)) return undefined
  let subject = ''
  let known = 0
  let end = start + 1
  for (; end < Math.min(all.length, start + 12); end += 1) {
    const line = (all[end] ?? '').replace(/^\s*>+ ?/, '').trim()
    if (line === '') break
    const next = pair(line)
    if (!next || !(others.has(next.word) || from.has(next.word))) {
      // A folded value goes on; two such lines in a row are text already.
      if (known > 0 && !pair(all[end + 1] ?? '')) break
      continue
    }
    known += 1
    if (
      /^(?:subject|betreff|objet|asunto|oggetto|assunto|onderwerp|temat|předmět|predmet|ämne|emne|aihe|temats|tēma|naslov|θέμα|subiect|tárgy|относно|тема|konu|主题|主旨|件名|제목|teema|tema)$/u.test(
        next.word,
      )
    )
      subject = next.value
  }
  return known >= 1 && (known >= 2 || opening.value.includes('@')) ? { end, from: opening.value, subject } : undefined
}

function pair(line: string): { word: string; value: string } | undefined {
  const match = /^[\s>*]*([^\s:：*][^:：*]{0,24}?)\s?\*?\s?[:：]\*?\s?(.{0,400})/u.exec(line.slice(0, 450))
  return match ? { word: (match[1] as string).toLowerCase(), value: (match[2] ?? '').trim() } : undefined
}

/** "On Monday … wrote:" on one line or broken into two. */
function isAttribution(all: readonly string[], i: number): boolean {
  const line = (all[i] ?? '').trim()
  if (line.length === 0 || line.length > 300) return false
  const next = (all[i + 1] ?? '').trim()
  const both = `${line} ${next}`
  if (wrote.test(line) && /\d|@/.test(line)) return true
  if (/\d/.test(line) && next.length < 200 && wrote.test(both) && /@|\d{4}|\d:\d\d/.test(both) && /[:：]$/.test(next))
    return true
  // Any language: an address or a time, a colon at the end, and marked lines below.
  return /[:：]$/.test(line) && /@|\d{1,2}[:.]\d{2}/.test(line) && nextText(all, i + 1).startsWith('>')
}

function attributionEnd(all: readonly string[], i: number): number {
  const line = (all[i] ?? '').trim()
  return wrote.test(line) || /[:：]$/.test(line) ? i : i + 1
}

const nextText = (all: readonly string[], i: number): string =>
  all
    .slice(i, i + 4)
    .find((line) => line.trim() !== '')
    ?.trim() ?? ''

function withForwarded(own: string[], quoted: string[], signature: string[], block: Block, rest: string): Parted {
  const unmarked = rest
    .split('\n')
    .map((line) => line.replace(/^\s*> ?/, ''))
    .join('\n')
  // What was forwarded may itself quote and sign.
  const inner = parted(unmarked, '')
  return {
    own: joined(own),
    quoted: joined([...quoted, inner.quoted]),
    signature: joined([...signature, inner.signature]),
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

import { from, others, subjectWords } from './header-words.ts'

/** The headers that a mail program writes above a mail which it quotes or forwards. */
export type Block = { readonly end: number; readonly from: string; readonly subject: string }

/** `From: … / Date: … / Subject: …` in any of the languages, perhaps quoted, from line `start` on. */
export function headerBlock(all: readonly string[], start: number): Block | undefined {
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
    if (subjectWords.has(next.word)) subject = next.value
  }
  return known >= 1 && (known >= 2 || opening.value.includes('@')) ? { end, from: opening.value, subject } : undefined
}

function pair(line: string): { word: string; value: string } | undefined {
  // Most lines have no colon, or words of a sentence before it, and need no closer look.
  const colon = line.search(/[:：]/)
  if (colon < 0 || (colon > 30 && !/^[\s>*]/.test(line))) return undefined
  const match = /^[\s>*]*([^\s:：*][^:：*]{0,24}?)\s?\*?\s?[:：]\*?\s?(.{0,400})/u.exec(line.slice(0, 450))
  return match ? { word: (match[1] as string).toLowerCase(), value: (match[2] ?? '').trim() } : undefined
}

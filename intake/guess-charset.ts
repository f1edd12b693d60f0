/** Which charset bytes are in when a mail does not say, or says something wrong. */

/** In order: of equally likely ones the first is taken. */
const candidates = [
  'utf-8',
  'windows-1252',
  'windows-1251',
  'koi8-r',
  'windows-1250',
  'windows-1253',
  'gb18030',
  'shift_jis',
  'euc-jp',
  'big5',
  'euc-kr',
]
/** Enough to tell. Bytes. */
const looked = 8 * 1024

/** The text in the likeliest charset. A guess: say so wherever it is shown (`charset` among a mail's damages). */
export function guessed(bytes: Uint8Array): string {
  // Seven bits with escape sequences (RFC 1468).
  if (bytes.every((byte) => byte < 0x80)) {
    const escapes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('\x1b$')
    return new TextDecoder(escapes ? 'iso-2022-jp' : 'utf-8').decode(bytes)
  }
  let best = { label: 'windows-1252', score: Number.NEGATIVE_INFINITY }
  for (const label of candidates) {
    const score = likeliness(new TextDecoder(label).decode(bytes.subarray(0, looked)), label)
    if (score > best.score) best = { label, score }
  }
  return new TextDecoder(best.label).decode(bytes)
}

/**
 * How much a text looks like one: letters beside letters, small ones after small ones, characters that are common in
 * their charset. Characters of two bytes count twice, so that charsets compare.
 */
function likeliness(text: string, label: string): number {
  let score = 0
  let before = ''
  for (const letter of text) {
    if (letter > '\x7f') score += weight(letter, before, label)
    before = letter
  }
  return score
}

function weight(letter: string, before: string, label: string): number {
  if (letter === '\ufffd') return -6
  if (/[\u0080-\u009f\ue000-\uf8ff]/.test(letter)) return -4
  if (label === 'utf-8') return 3
  if (/[\uff61-\uff9f]/.test(letter)) return -1
  // Chinese and Korean charsets hold kana too, their texts do not.
  if (/[\u3041-\u30ff]/.test(letter)) return label === 'shift_jis' || label === 'euc-jp' ? 2.6 : 0.5
  if (/[\uac00-\ud7a3]/.test(letter)) return 2.3
  if (/\p{Script=Han}/u.test(letter)) return commonHan(label).has(letter) ? 2 : -1
  if (/[\u3000-\u303f\uff00-\uff5e]/.test(letter)) return 1
  if (/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(letter)) {
    if (/[a-z]/i.test(before)) return -2
    return /\p{Ll}/u.test(letter) ? 1 : /\p{Ll}/u.test(before) ? -2 : 0.2
  }
  if (/\p{L}/u.test(letter)) {
    // Accents stand alone among plain letters; whole words of them are another script.
    if (before > '\x7f' && /\p{L}/u.test(before)) return -1
    return /\p{Lu}/u.test(letter) && /\p{Ll}/u.test(before) ? -2 : 1
  }
  return /\p{L}/u.test(before) && !/[’”»“–—…]/.test(letter) ? -2 : 0.3
}

const rows: Readonly<Record<string, readonly [number, number, number, number]>> = {
  // First and last leading byte, first and last trailing byte of the common characters (level 1).
  gb18030: [0xb0, 0xd7, 0xa1, 0xfe],
  big5: [0xa4, 0xc6, 0x40, 0xfe],
  'euc-jp': [0xb0, 0xcf, 0xa1, 0xfe],
  shift_jis: [0x88, 0x97, 0x40, 0xfc],
}
const built = new Map<string, ReadonlySet<string>>()

/** The characters that a charset counts as common; Korean text has hardly any Chinese ones. */
function commonHan(label: string): ReadonlySet<string> {
  const known = built.get(label)
  if (known) return known
  const [from, to, low, high] = rows[label] ?? [1, 0, 1, 0]
  const bytes: number[] = []
  for (let lead = from; lead <= to; lead += 1)
    for (let trail = low; trail <= high; trail += 1) {
      if (trail === 0x7f || (label === 'big5' && trail > 0x7e && trail < 0xa1)) continue
      bytes.push(lead, trail)
    }
  const han = new Set(new TextDecoder(label).decode(Uint8Array.from(bytes)))
  built.set(label, han)
  return han
}

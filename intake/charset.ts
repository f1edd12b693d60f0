/** Texts whose charset was declared wrongly. */

/** windows-1252's letters for the bytes 0x80–0x9f; others are the same as in Latin-1. */
const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const byteOf = new Map([...high].map((letter, i) => [letter, 0x80 + i]))

/**
 * UTF-8 that was read as Latin-1 or windows-1252 ("dÃ©tenez"), read again; anything else comes back as it is.
 * Only a text that is UTF-8 throughout its suspicious letters is changed.
 */
export function mended(text: string): string {
  if (
    !/[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/.test(
      text,
    )
  )
    return text
  const bytes: number[] = []
  for (const letter of text) {
    const code = letter.codePointAt(0) as number
    const byte = byteOf.get(letter) ?? code
    if (byte > 0xff) return text
    bytes.push(byte)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
  } catch {
    return text
  }
}

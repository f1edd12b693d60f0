/**
 * A file to be kept, never to be shown, by its own name: in ASCII for programs that know no better, and as it is (RFC 6266,
 * RFC 8187). Nothing in a name ends the header or the quotes.
 */
export function attachmentNamed(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%/]/g, '_')
  if (plain === name) return `attachment; filename="${plain}"`
  const whole = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}

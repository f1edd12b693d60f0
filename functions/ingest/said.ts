import type { Read } from './reading.ts'

/** So much of a letter is shown, characters; the mail itself is in the bucket. */
const longest = 50_000

/** What a mail says, as text and nothing else; of one that could not be read, what its headers said. */
export function saidIn({ mail }: Read): { readonly from: string; readonly subject: string; readonly text: string } {
  const { from, subject } = mail
  const sender = [from?.name, from?.address && `<${from.address}>`].filter(Boolean).join(' ')
  if (mail.refused !== undefined) return { from: sender, subject, text: '' }
  const { own, signature, letter, quoted } = mail.text
  const parts = [own, signature, letter, mail.forwarded?.text, quoted && `> ${quoted.replaceAll('\n', '\n> ')}`]
  return { from: sender, subject, text: parts.filter(Boolean).join('\n\n').slice(0, longest) }
}

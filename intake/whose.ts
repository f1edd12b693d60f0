import type { Mail, Party } from './mail.ts'

/** Who wrote a mail, and the address whose owner is to confirm what it asks for. */
export type Whose = {
  /** Who wrote it, as far as it says: an answer goes there. Lower-case. */
  readonly writer: string | undefined
  /**
   * Where the data are said to be: the one other address that the mail names, else the writer's own. None when it names
   * several: a person has to look.
   */
  readonly owner: string | undefined
}

/**
 * Whose request a mail is. It proves nothing: the owner of the address gets a link, and only who opens it is acted for.
 *
 * @param own addresses of the company's, lower-case: nobody's account, and colleagues there pass on what others wrote
 */
export function whoseIs(mail: Mail, own: readonly string[]): Whose {
  const writer = writerOf(mail, own)
  const forwarded = mail.forwarded?.how === 'rule' ? '' : (mail.forwarded?.text ?? '')
  const named = addressesIn(`${mail.text.own}\n${mail.text.letter}\n${forwarded}`).filter(
    (address) => address !== writer && !isOwn(address, own),
  )
  return { writer, owner: named.length > 1 ? undefined : (named[0] ?? writer) }
}

/** A rule or a colleague passes on what somebody else wrote; a form of the company's writes for who is in Reply-To. */
function writerOf({ from, replyTo, forwarded }: Mail, own: readonly string[]): string | undefined {
  const passedOn = forwarded?.how === 'rule' || (forwarded !== undefined && isOwn(from?.address ?? '', own))
  const wrote: Party | undefined = passedOn ? forwarded?.from : replyTo.length === 1 ? replyTo[0] : from
  return wrote?.address || undefined
}

/** The company's own addresses, and all others of their domains. */
const isOwn = (address: string, own: readonly string[]): boolean =>
  own.some((one) => one === address || domainOf(one) === domainOf(address))
const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

/** Addresses in a text, lower-case, each once, in their order. */
export const addressesIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(written)].map(([address]) => address.toLowerCase())),
]

/** As people write them; what RFC 5321 allows beyond that (quotes, comments) no one has an account under. */
const written = /(?<![\w.+-])[\w.+-]{1,64}@[a-z\d](?:[a-z\d-]{0,62}\.)+[a-z]{2,24}(?![\w-])/giu

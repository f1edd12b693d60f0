import { isReference, type Reference } from '../domain/reference.ts'

/**
 * References of earlier requests (OB-7K3M-92QF) that a mail names, by where they stand. Whoever knows a reference can
 * write it anywhere: it says which request is meant, never who writes.
 */
export type RequestsNamed = {
  /** In References or In-Reply-To, where our letters put them: somebody answers one of our letters. */
  readonly thread: readonly Reference[]
  readonly subject: readonly Reference[]
  /** In what the sender wrote now. */
  readonly own: readonly Reference[]
  /** In quoted or forwarded text: an earlier letter of ours stands below. */
  readonly quoted: readonly Reference[]
  /** The thread is that of a recipient who was told about a request (Article 19), not of the person. */
  readonly recipient: string | undefined
}

/** More are a list or an attack, not a conversation. */
const most = 10

type Places = {
  /** Message ids of References and In-Reply-To, without brackets. */
  readonly ids: readonly string[]
  readonly subject: string
  readonly own: string
  readonly quoted: string
}

/** @param domain of our own sender; ids of other domains are then nobody's thread. Without it every domain counts. */
export function requestsNamed({ ids, subject, own, quoted }: Places, domain?: string): RequestsNamed {
  const threads = ids.flatMap((id) => {
    const [, name = '', recipient, at = ''] = /^(OB-[0-9A-Z-]{9})(?:\.([\w-]{1,60}))?@(.+)$/i.exec(id) ?? []
    const reference = name.toUpperCase()
    if (!isReference(reference) || (domain && at.toLowerCase() !== domain.toLowerCase())) return []
    return [{ reference, recipient }]
  })
  return {
    thread: [...new Set(threads.map(({ reference }) => reference))].slice(0, most),
    recipient: threads.find(({ recipient }) => recipient)?.recipient,
    subject: referencesIn(subject),
    own: referencesIn(own),
    quoted: referencesIn(quoted),
  }
}

/**
 * References in running text, as people copy them: in small letters, with spaces or other dashes, with the letters that
 * Crockford's alphabet leaves out because they look like digits (I and L for 1, O for 0). Without dashes only what is
 * in capitals and holds a digit counts: German "ob dies dann" is no reference.
 */
export function referencesIn(text: string): Reference[] {
  if (!perhaps.test(text)) return []
  const found = new Set<Reference>()
  for (const [whole, front = '', back = ''] of text.matchAll(written)) {
    const plain = dashes.test(whole) || (whole === whole.toUpperCase() && /\d/.test(front + back))
    const [first, second] = [front, back].map((half) => half.toUpperCase().replace(/[IL]/g, '1').replaceAll('O', '0'))
    const reference = `OB-${first}-${second}`
    if (plain && isReference(reference)) found.add(reference)
    if (found.size === most) break
  }
  return [...found]
}

const written =
  /(?<![\p{L}\d])[O0]B ?[-\u2010-\u2015\u2212_]? ?([0-9A-Z]{4}) ?[-\u2010-\u2015\u2212_]? ?([0-9A-Z]{4})(?![\p{L}\d])/giu
/** Most mails hold none, and need no closer look. */
const perhaps =
  /[o0]b[ _\u2010-\u2015\u2212-]{0,3}[0-9a-z\u017f\u212a]{4}[ _\u2010-\u2015\u2212-]{0,3}[0-9a-z\u017f\u212a]{4}/i
const dashes = /[-\u2010-\u2015\u2212_].*[-\u2010-\u2015\u2212_]/

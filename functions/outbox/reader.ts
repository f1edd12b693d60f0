import { factsOf, type LetterKind } from '../../domain/letter-kinds.ts'
import type { Person, Values } from '../../domain/person.ts'
import type { Request } from '../../domain/request.ts'
import { policy } from '../../policy/in-force.ts'
import type { Language } from '../../policy/schema.ts'

export type Addressed = {
  readonly to: string
  /** Keyed hash of the address that letters are counted for. */
  readonly hash: string
  readonly language: Language
  readonly thread: string
  /** Message-ID of the mail that asked. */
  readonly asked?: string | undefined
}

/** Who reads a letter, in which language and in which of their threads: what goes to one is no answer to another. */
export function readerOf(
  kind: LetterKind,
  { reference, language }: Pick<Request, 'reference' | 'language'>,
  { address, hash, ...person }: Person,
): Addressed {
  const mail = person.mail?.reveal()
  const apart = { hash, language, thread: `${reference}.${kind}` }
  switch (factsOf(kind).to) {
    case 'officer':
      return { ...apart, to: policy.company.officer, language: policy.languages[0] ?? 'en' }
    case 'guardian':
      return { ...apart, to: guardianOf(person) }
    case 'new-address':
      return { ...apart, to: newAddress(person.stated?.reveal() ?? {}) }
    case 'account':
      return { ...apart, to: (person.account ?? address).reveal() }
    case 'former-address':
      return { ...apart, to: (person.formerAddress ?? address).reveal() }
    case 'writer': {
      if (!mail?.writer) throw new Error('nobody wrote for somebody else: the letter should not have been asked for')
      return { ...apart, to: mail.writer.address, hash: mail.writer.hash, asked: mail.messageId }
    }
    case 'person':
      // The mail that asked is the thread's first, but not that of a person for whom somebody else wrote it.
      return {
        to: address.reveal(),
        hash,
        language,
        thread: reference,
        asked: mail?.writer ? undefined : mail?.messageId,
      }
  }
}

export const guardianOf = ({ stated }: Pick<Person, 'stated'>): string => stated?.reveal().guardian ?? ''

/** The address that a person says is theirs now. @throws when they stated none: the letter should not have been asked for */
function newAddress(stated: Values): string {
  const found = Object.keys(stated).find((field) => policy.correctable[field]?.kind === 'email')
  if (!found || stated[found] === undefined) throw new Error('no new address was stated')
  return stated[found]
}

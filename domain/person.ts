import type { Subject } from '../systems/contract.ts'
import type { Personal } from './personal.ts'
import type { OnBehalf } from './subject.ts'

/** The person asking: gone from the request once it is closed and the person was told. */
export type Person = {
  readonly address: Personal<string>
  /** Keyed hash of the address: finds other requests of the same person. */
  readonly hash: string
  /** Where their accounts are, as the directory says (ISO 3166-1). */
  readonly country?: string
  /** Known once the directory answered. */
  readonly subject?: Personal<Subject>
  /** Where the company holds accounts for others: for whom, as long as the directory's own row may be unavailable. */
  readonly onBehalf?: Personal<OnBehalf>
  /** The mail that asked, where one did. */
  readonly mail?: Personal<AskingMail>
  /** What is right, by the field of the policy; `statement`: what the person says in words (GDPR Art. 16). */
  readonly stated?: Personal<Values>
  /** What a mail says is right, until the person sends it over the link, as it is or in other words. */
  readonly proposed?: Personal<string>
  /** What the company says of its decision in its own words. */
  readonly answer?: Personal<string>
  /** The address before it was corrected. */
  readonly formerAddress?: Personal<string>
  /** The address of the account, of whom the company believed that it is theirs although they write from another. */
  readonly account?: Personal<string>
}

/** What letters need of a mail that asked. */
export type AskingMail = {
  /** Message-ID, with its angle brackets: letters answer it. */
  readonly messageId?: string
  /** It names an account, by other means than its address. */
  readonly named?: true
  /** The language of its writer (ISO 639-1), where letters are not written in it. */
  readonly writtenIn?: string
  /** Who wrote it for the person, and the keyed hash of that address. */
  readonly writer?: { readonly address: string; readonly hash: string }
}

/** What the directory says of whose an address is. */
export type Known = { readonly subject: Personal<Subject> } & Pick<Person, 'onBehalf'>

export type Values = Readonly<Record<string, string>>

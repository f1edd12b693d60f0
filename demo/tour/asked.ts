import type { RequestView } from '../../functions/contract/request.ts'
import type { Mail } from '../../local/mail/mail.ts'
import { lettersWordingOf } from '../../policy/wording/letters.ts'
import type { Letterbox } from './letterbox.ts'
import { linkIn, titleOf, type Visitor } from './visitor.ts'

const letters = lettersWordingOf('en')

/** A mail's subject names what it says and the request. */
export const subjectOf = (letter: { readonly title: string }, reference: string): string =>
  `${letter.title}: ${reference}`

/** A request as its person holds it. */
export type Asked = {
  readonly reference: string
  readonly address: string
  /** The mail that says what was done, with the link to follow and to undo. */
  readonly done: Mail
  readonly link: string
}

/** Asks for erasure, as `askFor` does. */
export const askForErasure = (address: string, visitor: Visitor, box: Letterbox): Promise<Asked> =>
  askFor('erasure', letters.restricted, address, visitor, box)

/**
 * Asks through the pages: the form, the mail, the link, the button. The link is opened twice before, as mail scanners
 * do. @param answer the letter that says that it is done @throws when a page or mail is not what it should be
 */
export async function askFor(
  right: RequestView['right'],
  answer: { readonly title: string },
  address: string,
  visitor: Visitor,
  box: Letterbox,
): Promise<Asked> {
  const home = await visitor.open('/')
  const ask = await visitor.open(/href="([^"]*ask\/)"/.exec(home.html)?.[1] ?? '/ask/')
  const check = await visitor.press(ask, 'check', { address, right })
  const received = await visitor.press(check, 'send')
  const reference = /OB-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(received.html)?.[0]
  if (received.status !== 200 || !reference)
    throw new Error(`"${titleOf(received)}" is not the page of a received request`)
  const confirm = await box.wait(address, subjectOf(letters.confirmRequest, reference))
  const link = linkIn(confirm.text)
  await visitor.open(link)
  await visitor.press(await visitor.open(link), 'confirm')
  const done = await box.wait(address, subjectOf(answer, reference))
  return { reference, address, done, link: linkIn(done.text) }
}

/** Has everything back, by the button on the request's page. */
export async function restore({ address, reference, link }: Asked, visitor: Visitor, box: Letterbox): Promise<Mail> {
  await visitor.press(await visitor.open(link), 'restore')
  return box.wait(address, subjectOf(letters.restored, reference))
}

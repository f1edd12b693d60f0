import type { RequestView } from '../functions/contract/request.ts'
import type { Right } from '../policy/rights.ts'
import type { Language, Policy } from '../policy/schema.ts'
import { ask, check, received } from './ask.ts'
import { code, download } from './copy.ts'
import { deadEnd } from './dead-ends.ts'
import { type Deadline, deadline } from './deadline.ts'
import { type Deciding, decide } from './decide.ts'
import { disclosure } from './disclosure.ts'
import { eraseNow } from './erase-now.ts'
import { type Content, frame } from './frame.ts'
import { home } from './home.ts'
import { type Checking, checking } from './identity.ts'
import type { Linked } from './linked.ts'
import { type MailPage, mail } from './mail.ts'
import { mailing } from './mailing.ts'
import { type GuardianPage, guardian } from './minors.ts'
import { type PassphraseProblem, protect } from './passphrase.ts'
import { type Confirming, confirming } from './recipients.ts'
import { request, type Sent } from './request.ts'
import { prove } from './state.ts'
import { type Weighing, weigh } from './weigh.ts'

/** Every page there is, by the facts it shows. */
export type Page =
  | { readonly kind: 'home' }
  | { readonly kind: 'ask'; readonly right?: Right; readonly address?: string; readonly problem?: 'address' }
  | { readonly kind: 'check'; readonly right: Right; readonly address: string }
  | { readonly kind: 'received'; readonly right: Right; readonly reference: string; readonly promisedBy: string }
  | ({ readonly kind: 'request' } & Linked & Sent)
  | {
      readonly kind: 'prove'
      readonly reference: string
      readonly state: 'open' | 'done' | 'over'
      readonly token: string
    }
  | ({ readonly kind: 'decide' } & Deciding)
  | ({ readonly kind: 'weigh' } & Weighing)
  | ({ readonly kind: 'deadline' } & Deadline)
  | ({ readonly kind: 'check-identity' } & Checking)
  | ({ readonly kind: 'guardian' } & GuardianPage)
  | ({ readonly kind: 'erase-now' } & Linked)
  | {
      readonly kind: 'code'
      readonly request: RequestView
      readonly token: string
      readonly problem?: 'wrong' | 'over'
    }
  | {
      readonly kind: 'protect'
      readonly request: RequestView
      readonly token: string
      readonly problem?: PassphraseProblem
    }
  | {
      readonly kind: 'download'
      readonly request: RequestView
      readonly token: string
      readonly address: string
      readonly until: string
    }
  /** Mails of a list, to somebody who gets them, or got them until `since`. */
  | { readonly kind: 'mailing'; readonly list: string; readonly token: string; readonly since?: string }
  | ({ readonly kind: 'mail' } & MailPage)
  | ({ readonly kind: 'confirming' } & Confirming)
  | { readonly kind: 'link-unknown' | 'error' | 'missing' }

/** A page as HTML, from facts alone: it works without scripts, cookies, or anything from another host. */
export const renderPage = (page: Page, language: Language, policy: Policy): string =>
  frame(content(page, language, policy), language, policy)

function content(page: Page, language: Language, policy: Policy): Content {
  switch (page.kind) {
    case 'home':
      return home(language, policy)
    case 'ask':
      return ask(page, language, policy)
    case 'check':
      return check(page, language, policy)
    case 'received':
      return received(page, language, policy)
    case 'request':
      return page.request.right === 'disclosure'
        ? disclosure({ request: page.request, token: page.token }, language, policy)
        : request({ ...page, request: page.request }, language, policy)
    case 'prove':
      return prove(page, language, policy)
    case 'check-identity':
      return checking(page, language, policy)
    case 'decide':
      return decide(page, language, policy)
    case 'guardian':
      return guardian(page, language, policy)
    case 'weigh':
      return weigh(page, language, policy)
    case 'deadline':
      return deadline(page, language, policy)
    case 'erase-now':
      return eraseNow(page, language, policy)
    case 'code':
      return code(page, language, policy)
    case 'protect':
      return protect(page, language, policy)
    case 'download':
      return download(page, language, policy)
    case 'mailing':
      return mailing(page, language, policy)
    case 'confirming':
      return confirming(page, language, policy)
    case 'mail':
      return mail(page, language, policy)
    default:
      return deadEnd(page.kind, language, policy)
  }
}

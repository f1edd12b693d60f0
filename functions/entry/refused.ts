import type { Language } from '../../policy/schema.ts'
import type { Page } from '../../web/pages.ts'

/** One answer in two representations: JSON for programs, a page for people; or another address to look at (303). */
export type Answer = {
  readonly status: number
  readonly json: unknown
  readonly page: Page
  /** Where a browser goes after a form was sent; programs get `status` and `json`. */
  readonly seeOther?: string
  readonly language?: Language
  /** Given as a file of this name, to browsers and programs alike. */
  readonly filename?: string
  /** What the file holds; absent: `json`. */
  readonly bytes?: Buffer
}

/** What was asked cannot be done; `answer` says what and what to do next. Expected, so it is no failure of the function. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly answer: Answer

  constructor(answer: Answer) {
    super('refused')
    this.answer = answer
  }
}

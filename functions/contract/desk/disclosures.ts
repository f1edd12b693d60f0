/** What a person is asked to approve, and what came of it, as somebody of the company sees it. */
export type DeskDisclosure = {
  readonly reference: string
  readonly status: 'approving' | 'approved' | 'unapproved' | 'approval-ended'
  readonly file: string
  readonly categories: readonly string[]
  readonly askedAt: string
  /** Until when the person can answer (exclusive); absent: they did, or their time is over. */
  readonly answerBy?: string
  /** When they were last reminded of it. */
  readonly remindedAt?: string
  readonly approvedAt?: string
  /** Until when an approval holds, or would (exclusive). */
  readonly holdsUntil: string
  readonly closedAt?: string
  readonly why?: 'no' | 'silence' | 'withdrawn' | 'over' | 'unavailable'
  readonly checks: number
  readonly checkedAt?: string
  readonly disclosed: ReadonlyArray<{ readonly at: string; readonly categories: readonly string[] }>
  /** `country`: ISO 3166-1, two letters. */
  readonly terms?: {
    readonly to: { readonly name: string; readonly address?: string; readonly country?: string }
    readonly purpose: string
    readonly by: string
  }
}

/** JSON of `GET /desk/disclosures`. */
export type DisclosuresView = {
  readonly at: string
  /** What is asked and approved, the first that ends first; or what is over, the latest first. */
  readonly which: 'open' | 'over'
  readonly lines: readonly DeskDisclosure[]
  readonly mayAsk: boolean
  readonly next?: string
}

/** JSON of `GET /desk/disclosures/ask`: days (ISO 8601) until which an approval can be asked for. */
export type AskView = {
  readonly today: string
  readonly latest: string
  readonly wrong: ReadonlyArray<
    'address' | 'name' | 'place' | 'country' | 'purpose' | 'categories' | 'until' | 'by' | 'file' | 'theirs'
  >
}

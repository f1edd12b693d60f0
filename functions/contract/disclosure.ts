/** N12: the company asks whether data may go to a third party. */
export type Approval = {
  readonly right: 'disclosure'
  readonly status: 'approving' | 'approved' | 'unapproved' | 'approval-ended'
  /** Who would get which data, for what and until when, and what became of it. */
  readonly disclosure: {
    /** `country`: ISO 3166-1, two letters. */
    readonly to: { readonly name: string; readonly address?: string; readonly country?: string }
    readonly purpose: string
    /** Who of the company asks. */
    readonly by: string
    readonly file: string
    readonly categories: readonly string[]
    /** Until when an approval holds (exclusive). */
    readonly holdsUntil: string
    readonly approvedAt?: string
    /** Why it is not approved, or not any more. */
    readonly why?: 'no' | 'silence' | 'withdrawn' | 'over' | 'unavailable'
    /** How often the company asked whether it may, and when last. */
    readonly checks: number
    readonly checkedAt?: string
    /** What went to the third party, as the company reported it. */
    readonly disclosed: ReadonlyArray<{ readonly at: string; readonly categories: readonly string[] }>
  }
}

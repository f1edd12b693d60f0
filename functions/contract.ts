/** What state machines and pages exchange with the functions. Every task's shape is versioned: sleepers wake in newer code. */

/** Input of a state machine, and of the tasks `advance` (with `event`) and `system` (with `verb`). A reference only: never personal data. */
export type MachineInput = { readonly v: 1; readonly reference: string }

/** `look` changes nothing; the others are the machine's events of the domain's table. */
export type AdvanceInput = MachineInput & {
  readonly event: 'look' | 'restriction-settled' | 'moment-reached' | 'erasure-settled' | 'told' | 'release-settled'
}

/**
 * What the machine does next. `wait` has `at` (ISO instant).
 * restrict: first round; restrict-rest: only what failed; erase / erase-rest alike; certify: sign, tell; release; end.
 */
export type AdvanceOutput = {
  readonly v: 1
  readonly to: 'restrict' | 'restrict-rest' | 'wait' | 'erase' | 'erase-rest' | 'certify' | 'strip' | 'release' | 'end'
  readonly at: string
}

export type SystemInput = MachineInput & { readonly verb: 'restrict' | 'release' | 'erase' | 'check' }
/** done: false means call again (the next slice). */
export type SystemOutput = { readonly v: 1; readonly done: boolean }

/** A request as its person sees it: JSON of `GET /requests/{token}`, and what the page shows. */
export type RequestView = {
  readonly reference: string
  readonly right: 'erasure'
  readonly status:
    | 'unverified'
    | 'expired'
    | 'restricting'
    | 'grace'
    | 'restoring'
    | 'restored'
    | 'erasing'
    | 'erased'
    | 'not-found'
    | 'duplicate'
  /** The moment of this view: what is true in it is true then. */
  readonly at: string
  readonly receivedAt: string
  readonly confirmedAt?: string
  /** Restoring is possible until here (exclusive). */
  readonly eraseAt?: string
  /** The promised instant: complete deletion. */
  readonly promisedBy: string
  readonly closedAt?: string
  readonly backupsUntil?: string
  /** What each system answered, in the systems' and categories' names of the policy. */
  readonly coverage: ReadonlyArray<{
    readonly system: string
    readonly category: string
    readonly outcome: 'restricted' | 'released' | 'erased' | 'kept' | 'not-found' | 'pending'
    readonly count: number
    readonly exception?: string
    readonly until?: string
  }>
  /** N7: what this person has that is kept longer than the erasure, by which exception of the policy, and until when. */
  readonly kept: ReadonlyArray<{ readonly category: string; readonly exception: string; readonly until: string }>
  /** What the person can do now. */
  readonly actions: ReadonlyArray<'confirm' | 'restore' | 'erase-now' | 'certificate'>
}

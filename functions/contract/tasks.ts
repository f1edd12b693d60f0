import type { WholeSecond } from '../../domain/time.ts'

/** What state machines exchange with the functions. Every shape is versioned: sleepers wake in newer code. */

/** Input of a state machine, and of the tasks `advance` (with `event`) and `system` (with `verb`). A reference only: never personal data. */
export type MachineInput = { readonly v: 1; readonly reference: string }

/** `look` changes nothing; the others are the machine's events of the domain's table. */
export type AdvanceInput = MachineInput & {
  readonly event:
    | 'look'
    | 'restriction-settled'
    | 'moment-reached'
    | 'erasure-settled'
    | 'told'
    | 'release-settled'
    | 'gathered'
    | 'mailing-settled'
    | 'rectification-settled'
    | 'erased-again'
}

/**
 * What the machine does next. `wait` has `at` (ISO instant).
 * restrict: first round; restrict-rest: only what failed; erase / erase-rest alike; certify: sign, tell; release;
 * gather what systems hold; unsubscribe: take the person off lists; package: put the copy together;
 * protect: encrypt it with a passphrase; discard: delete it;
 * correct / correct-rest, erase-again / erase-again-rest: as erase; end.
 */
export type AdvanceOutput = {
  readonly v: 1
  readonly to:
    | 'restrict'
    | 'restrict-rest'
    | 'wait'
    | 'erase'
    | 'erase-rest'
    | 'certify'
    | 'strip'
    | 'release'
    | 'gather'
    | 'unsubscribe'
    | 'package'
    | 'protect'
    | 'discard'
    | 'correct'
    | 'correct-rest'
    | 'erase-again'
    | 'erase-again-rest'
    | 'end'
  readonly at: WholeSecond
}

export type SystemInput = MachineInput & {
  readonly verb: 'restrict' | 'release' | 'erase' | 'check' | 'erase-again' | 'export' | 'unsubscribe' | 'rectify'
}
/** done: false means call again (the next slice). */
export type SystemOutput = { readonly v: 1; readonly done: boolean }

/** One call of a webhook: which of the request's effects it is. */
export type WebhookInput = MachineInput & { readonly id: string }

/** A slice of the daily round, which is about no request in particular. `from`: where the slice before stopped. */
export type RoundInput = {
  readonly v: 1
  readonly job: 'start-again' | 'kept' | 'erase-again'
  readonly from: string
}
export type RoundOutput = { readonly v: 1; readonly from: string; readonly done: boolean }

/** An act of the synthetic person; `reference` is empty, and so is `since`, before it has asked. */
export type CanaryInput = {
  readonly v: 1
  readonly act: 'ask' | 'confirm' | 'restore' | 'check'
  readonly reference: string
  readonly since: string
}
/** done: false means look again later. */
export type CanaryOutput = {
  readonly v: 1
  readonly reference: string
  readonly since: string
  readonly done: boolean
}

export type PackageInput = MachineInput & { readonly act: 'put-together' | 'protect' | 'discard' }
/** done: false means call again (the next slice); else what the machine does next. */
export type PackageOutput = AdvanceOutput & { readonly done: boolean }

/** Of rounds in slices: more: another slice is left, and may begin at an instant. */
export type InactivityOutput = { readonly v: 1; readonly more: boolean; readonly at: WholeSecond }

import { Duration } from 'aws-cdk-lib'
import type { RetryProps } from 'aws-cdk-lib/aws-stepfunctions'

/** What a function may last at most (Lambda quota): 15 minutes, and a minute for what is around it. */
export const sliceTimeout = Duration.minutes(16)
export const stepTimeout = Duration.minutes(2)
/** A slice of a round's function lasts 5 minutes at most. */
export const roundTimeout = Duration.minutes(6)

/**
 * Another call of the same request in the same system holds the lease. A killed call's lease lasts up to 15 minutes and
 * 5 seconds (functions/system/work.ts): pauses of 15, 22, 34, 51 and 16 times 60 seconds are 18 minutes.
 */
export const whileBusy: RetryProps = {
  errors: ['Busy'],
  interval: Duration.seconds(15),
  backoffRate: 1.5,
  maxDelay: Duration.seconds(60),
  maxAttempts: 20,
}

/**
 * A system that does not answer is asked 5 times in 7.5 minutes (pauses of 30, 60, 120 and 240 seconds): long enough for
 * a failover, short enough that the first letter is not held up. Longer trouble is for the next round, see erasure.ts.
 */
export const shortly: RetryProps = {
  errors: ['States.ALL'],
  interval: Duration.seconds(30),
  backoffRate: 2,
  maxDelay: Duration.minutes(4),
  maxAttempts: 4,
}

/**
 * Without the request store nothing can go on, so wait for it: pauses of 2, 4, 8 … 256 seconds (8 attempts, 8.5 minutes),
 * then 288 of 5 minutes: a day. After that the machine fails and its alarm calls a person.
 */
export const forADay: RetryProps = {
  errors: ['States.ALL'],
  interval: Duration.seconds(2),
  backoffRate: 2,
  maxDelay: Duration.minutes(5),
  maxAttempts: 296,
}

/**
 * A program of the company that does not answer: pauses of 1, 2, 4 … 32 minutes (63 minutes in 6 attempts), then 71 of an hour:
 * three days. After that the machine fails, and its alarm calls a person.
 */
export const forThreeDays: RetryProps = {
  errors: ['States.ALL'],
  interval: Duration.minutes(1),
  backoffRate: 2,
  maxDelay: Duration.hours(1),
  maxAttempts: 77,
}

/** So long letters may take: later ones ring the alarm `OutboxBehind`, and a machine that waits for them may fail. */
export const lettersLeave = Duration.minutes(15)

/**
 * The last letters are late; the outbox tries them for a day. Pauses of 1, 2, 4 … 32 minutes (63 minutes in 6
 * attempts), then 167 of an hour: a week.
 */
export const untilTold: RetryProps = {
  errors: ['NotYetTold'],
  interval: Duration.minutes(1),
  backoffRate: 2,
  maxDelay: Duration.hours(1),
  maxAttempts: 173,
}

/** Asking again would give the same answer. */
export const never = (...errors: string[]): RetryProps => ({ errors, maxAttempts: 0 })

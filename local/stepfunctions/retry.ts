import type { Retrier } from './definition.ts'

/** Step Functions' defaults. */
const defaults = { IntervalSeconds: 1, BackoffRate: 2, MaxAttempts: 3 }

/** Whether a name in ErrorEquals matches an error: itself, everything, or everything but a timeout. */
const matches = (name: string, error: string) =>
  name === error || name === 'States.ALL' || (name === 'States.TaskFailed' && error !== 'States.Timeout')

/**
 * Milliseconds to wait before the next attempt after these errors of one visit, oldest first; undefined when the task
 * gives up. Each retrier counts its own attempts; jitter is left out, so that a run can be repeated.
 */
export function pauseBeforeRetry(retriers: readonly Retrier[], errors: readonly string[]): number | undefined {
  const chosen = errors.map((error) => retriers.findIndex((r) => r.ErrorEquals.some((name) => matches(name, error))))
  const last = chosen.at(-1)
  const retrier = last === undefined ? undefined : retriers[last]
  if (!retrier) return undefined
  const attempts = chosen.filter((index) => index === last).length
  if (attempts > (retrier.MaxAttempts ?? defaults.MaxAttempts)) return undefined
  const interval = retrier.IntervalSeconds ?? defaults.IntervalSeconds
  const pause = interval * (retrier.BackoffRate ?? defaults.BackoffRate) ** (attempts - 1)
  return 1000 * Math.min(pause, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY)
}

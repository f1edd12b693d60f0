import type { Construct } from 'constructs'
import { forThreeDays, never, stepTimeout } from './patience.ts'
import { Task } from './task.ts'

/**
 * A program of the company hears of one thing that became of a request: called until it takes it, for three days. One that says that
 * it is gone (410) is not called again. The machine that gives up fails, so that somebody hears of it.
 */
export function webhooks(scope: Construct, call: string): Task {
  const task = new Task(scope, 'Call the program', {
    functionArn: call,
    takes: ['reference', 'id'],
    within: stepTimeout,
  })
  task.addRetry(never('Gone')).addRetry(forThreeDays)
  return task
}

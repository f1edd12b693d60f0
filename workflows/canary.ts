import { Duration } from 'aws-cdk-lib'
import { Choice, Condition, type IChainable, Succeed, Wait, WaitTime } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import type { CanaryInput } from '../functions/contract/tasks.ts'
import { never, shortly, stepTimeout } from './patience.ts'
import { Task } from './task.ts'

/** Between two looks whether a mail has come, or every system is done: a step takes seconds when all is well. */
const pause = Duration.minutes(2)

const acts: ReadonlyArray<readonly [act: CanaryInput['act'], does: string, until: string]> = [
  ['ask', 'Ask by the public form', 'Was it taken?'],
  ['confirm', 'Confirm by the link in the mail', 'Was it confirmed?'],
  ['restore', 'Have everything back, once every system has made it unavailable', 'Was it all unavailable?'],
  ['check', 'Look whether every system has given it back', 'Is it all back?'],
]

/**
 * Once a day a synthetic person, whom the company made for this, uses their right to restriction as anybody would, and takes
 * it back. What does not come in time, or is not as promised, ends the machine with an error, and its alarm calls.
 */
export function canary(scope: Construct, functionArn: string): IChainable {
  let next: IChainable = new Succeed(scope, 'All as promised')
  for (const [act, does, until] of acts.toReversed()) {
    const task = new Task(scope, does, {
      functionArn,
      takes: ['reference', 'since'],
      asks: { act },
      within: stepTimeout,
    })
    // What is not as promised, or late, stays so; a site that does not answer may do so in a minute.
    task.addRetry(never('NotAsPromised', 'NotInTime')).addRetry(shortly)
    const wait = new Wait(scope, `Wait, then: ${does}`, { time: WaitTime.duration(pause) })
    wait.next(task)
    task.next(new Choice(scope, until).when(Condition.booleanEquals('$.done', true), next).otherwise(wait))
    next = task
  }
  return next
}

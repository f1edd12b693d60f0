import { Choice, Condition, Succeed, Wait, WaitTime } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import { forADay, roundTimeout } from './patience.ts'
import { Task } from './task.ts'

/**
 * Every day: accounts that nobody has used for as long as the policy says are scheduled for removal, slice by slice, with a
 * pause after each, so that letters go out no faster than SES lets them; the erasure of each is a story of its own. What is
 * over the day's limit waits for the next day, as does what a round that died left: the store says who is due.
 *
 * A loop and not a Distributed Map: what bounds it is mail, and one slice at a time is as fast as mail may be (decision 15).
 */
export function inactivity(scope: Construct, functionArn: string): Task {
  const find = new Task(scope, 'Find accounts that became inactive', {
    functionArn,
    takes: [],
    resultPath: '$.slice',
    within: roundTimeout,
  })
  find.addRetry(forADay)
  const pause = new Wait(scope, 'Wait, so that letters keep their pace', { time: WaitTime.timestampPath('$.slice.at') })
  find.next(
    new Choice(scope, 'Are more due today?')
      .when(Condition.booleanEquals('$.slice.more', true), pause)
      .otherwise(new Succeed(scope, 'Done for today')),
  )
  pause.next(find)
  return find
}

import { Choice, Condition, Succeed, Wait, WaitTime } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import { forADay, roundTimeout } from './patience.ts'
import { Task } from './task.ts'

/**
 * A changed privacy notice: everybody who has an account is told, slice by slice, with a pause after each, so that letters go
 * out no faster than SES lets them. What is over the day's limit waits for the next day. The store says who is left: a second
 * machine beside the first tells nobody twice.
 */
export function announcement(scope: Construct, functionArn: string): Task {
  const tell = new Task(scope, 'Tell account holders that the notice changes', {
    functionArn,
    takes: [],
    resultPath: '$.slice',
    within: roundTimeout,
  })
  tell.addRetry(forADay)
  const pause = new Wait(scope, 'Wait for the pace, or for the next day', {
    time: WaitTime.timestampPath('$.slice.at'),
  })
  tell.next(
    new Choice(scope, 'Is anybody left?')
      .when(Condition.booleanEquals('$.slice.more', true), pause)
      .otherwise(new Succeed(scope, 'Everybody is told')),
  )
  pause.next(tell)
  return tell
}

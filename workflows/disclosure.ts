import { Succeed } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import { onceTold, step, waitUntilNext, whatNext } from './step.ts'
import type { Task, Tasks } from './task.ts'

/**
 * Approval of a disclosure: waits for the person's answer, with a reminder before silence is a no; then for the end of what
 * was approved. Whoever answers or withdraws meanwhile is found when this wakes. No system is asked for anything.
 */
export function disclosure(scope: Construct, tasks: Tasks): Task {
  const waitForTheMoment = waitUntilNext(scope, 'Wait for an answer, or for the end of the approval')
  const theMomentHasCome = step(scope, 'Remind, or let it end', 'moment-reached', tasks)
  const forgetThePerson = onceTold(scope, tasks)
  const end = new Succeed(scope, 'Nothing left to do')

  const next = whatNext(scope, 'What comes next?', { wait: waitForTheMoment, strip: forgetThePerson }, end)
  waitForTheMoment.next(theMomentHasCome).next(next)
  forgetThePerson.next(next)

  const look = step(scope, 'Look at the request', 'look', tasks)
  look.next(next)
  return look
}

import { Succeed } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import { onceTold, step, waitUntilNext, whatNext } from './step.ts'
import type { Task, Tasks } from './task.ts'

/**
 * Who asks is asked who they are (GDPR Art. 12(6)): this waits for the answer and then for somebody of the company, with
 * reminders before; without an answer the request closes, and forgets the person when they can no longer ask again for it.
 * What goes on once the company believes them is another story's.
 */
export function identity(scope: Construct, tasks: Tasks): Task {
  const waitForSomebody = waitUntilNext(scope, 'Wait for the person, or for a decision')
  const theMomentHasCome = step(scope, 'Remind, or wait no longer', 'moment-reached', tasks)
  const forgetThePerson = onceTold(scope, tasks)
  const end = new Succeed(scope, 'Nothing left to do')
  const next = whatNext(scope, 'What comes next?', { wait: waitForSomebody, strip: forgetThePerson }, end)

  waitForSomebody.next(theMomentHasCome).next(next)
  forgetThePerson.next(next)

  const look = step(scope, 'Look at the request', 'look', tasks)
  look.next(next)
  return look
}

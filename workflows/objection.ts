import { Succeed } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import { everywhere } from './everywhere.ts'
import { certifyAndTell, onceTold, step, waitUntilNext, whatNext } from './step.ts'
import type { Task, Tasks } from './task.ts'

/**
 * Objection to direct marketing: mails have stopped already when this begins; here every system that says that the person
 * wants them is set right. A system that is down is asked again as in erasure.ts.
 *
 * Objection to any other use: waits for the person's grounds, then for somebody of the company who weighs them; the
 * waits end by themselves, with a reminder before, and whoever acts meanwhile is found when this wakes.
 *
 * What stopped is signed before the person is told.
 */
export function objection(scope: Construct, tasks: Tasks): Task {
  const takeOffLists = everywhere(scope, 'Take off lists everywhere', ['unsubscribe'], tasks)
  const mailingSettled = step(scope, 'See whether every list is right', 'mailing-settled', tasks)
  const waitForTheRest = waitUntilNext(scope, 'Wait before asking the rest again')
  const waitForSomebody = waitUntilNext(scope, 'Wait for the person, or for a decision')
  const theMomentHasCome = step(scope, 'Remind, or wait no longer', 'moment-reached', tasks)
  const certify = certifyAndTell(scope, tasks)
  const forgetThePerson = onceTold(scope, tasks)
  const end = new Succeed(scope, 'Nothing left to do')

  const next = whatNext(
    scope,
    'What comes next?',
    { unsubscribe: takeOffLists, wait: waitForSomebody, certify, strip: forgetThePerson },
    end,
  )
  const afterARound = whatNext(
    scope,
    'Is every list right?',
    { unsubscribe: waitForTheRest, certify, strip: forgetThePerson },
    end,
  )

  takeOffLists.next(mailingSettled).next(afterARound)
  waitForTheRest.next(takeOffLists)
  waitForSomebody.next(theMomentHasCome).next(next)
  certify.next(next)
  forgetThePerson.next(next)

  const look = step(scope, 'Look at the request', 'look', tasks)
  look.next(next)
  return look
}

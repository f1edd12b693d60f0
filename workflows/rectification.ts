import { Succeed } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import { everywhere } from './everywhere.ts'
import { certifyAndTell, onceTold, step, waitUntilNext, whatNext } from './step.ts'
import type { Task, Tasks } from './task.ts'

/**
 * Rectification: the person says what is right, systems correct it, a person of the company decides the rest. Waits for
 * people end by themselves, with a reminder before; what somebody does meanwhile starts another machine, and this one
 * finds that out when it wakes. What became of it is signed before the person is told. A system that is down is asked again as in erasure.ts, and holds up no other.
 */
export function rectification(scope: Construct, tasks: Tasks): Task {
  const correctEverywhere = everywhere(scope, 'Correct everywhere', ['rectify'], tasks)
  const rectificationSettled = step(scope, 'See whether all is corrected', 'rectification-settled', tasks)
  const waitForTheRest = waitUntilNext(scope, 'Wait before asking the rest again')
  const waitForSomebody = waitUntilNext(scope, 'Wait for the person, or for a decision')
  const theMomentHasCome = step(scope, 'Remind, or wait no longer', 'moment-reached', tasks)
  const certify = certifyAndTell(scope, tasks)
  const forgetThePerson = onceTold(scope, tasks)
  const end = new Succeed(scope, 'Nothing left to do')

  const next = whatNext(
    scope,
    'What comes next?',
    {
      correct: correctEverywhere,
      'correct-rest': waitForTheRest,
      wait: waitForSomebody,
      certify,
      strip: forgetThePerson,
    },
    end,
  )
  correctEverywhere.next(rectificationSettled).next(next)
  waitForTheRest.next(correctEverywhere)
  waitForSomebody.next(theMomentHasCome).next(next)
  certify.next(next)
  forgetThePerson.next(next)

  const look = step(scope, 'Look at the request', 'look', tasks)
  look.next(next)
  return look
}

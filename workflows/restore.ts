import { Succeed } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import { everywhere } from './everywhere.ts'
import { certifyAndTell, onceTold, step, waitUntilNext, whatNext } from './step.ts'
import type { Task, Tasks } from './task.ts'

/**
 * Restore: everything back, byte for byte, in every system; the end of a restriction is signed; then the person is told. A system that is down is asked
 * again as in erasure.ts, and holds up no other.
 */
export function restore(scope: Construct, tasks: Tasks): Task {
  const giveBackEverywhere = everywhere(scope, 'Give back everywhere', ['release'], tasks)
  const releaseSettled = step(scope, 'See whether all is back', 'release-settled', tasks)
  const waitForTheRest = waitUntilNext(scope, 'Wait before asking the rest again')
  const certify = certifyAndTell(scope, tasks)
  const forgetThePerson = onceTold(scope, tasks)
  const end = new Succeed(scope, 'Nothing left to do')

  const next = whatNext(
    scope,
    'What comes next?',
    { release: giveBackEverywhere, certify, strip: forgetThePerson },
    end,
  )
  const afterARound = whatNext(scope, 'Is all back?', { release: waitForTheRest, certify, strip: forgetThePerson }, end)

  giveBackEverywhere.next(releaseSettled).next(afterARound)
  waitForTheRest.next(giveBackEverywhere)
  certify.next(next)
  forgetThePerson.next(next)

  const look = step(scope, 'Look at the request', 'look', tasks)
  look.next(next)
  return look
}

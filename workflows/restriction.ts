import { Succeed } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import { everywhere } from './everywhere.ts'
import { certifyAndTell, step, waitUntilNext, whatNext } from './step.ts'
import type { Task, Tasks } from './task.ts'

/**
 * Restriction: unavailable at once, in every system, for as long as the person wants. Once every system has answered
 * that is signed, the person is told, and nothing waits any more: giving everything back has its own story (restore.ts). A system that is down is asked again
 * as in erasure.ts.
 */
export function restriction(scope: Construct, tasks: Tasks): Task {
  const restrictEverywhere = everywhere(scope, 'Make unavailable everywhere', ['restrict'], tasks)
  const restrictionSettled = step(scope, 'Tell what was made unavailable', 'restriction-settled', tasks)
  const waitForTheRest = waitUntilNext(scope, 'Wait before asking the rest again')
  const certify = certifyAndTell(scope, tasks)
  const end = new Succeed(scope, 'Nothing left to do')

  const next = whatNext(
    scope,
    'What comes next?',
    { restrict: restrictEverywhere, 'restrict-rest': restrictEverywhere, wait: waitForTheRest, certify },
    // Also when the person wanted everything back meanwhile: its own machine does that.
    end,
  )
  restrictEverywhere.next(restrictionSettled).next(next)
  waitForTheRest.next(restrictEverywhere)
  certify.next(next)

  const look = step(scope, 'Look at the request', 'look', tasks)
  look.next(next)
  return look
}

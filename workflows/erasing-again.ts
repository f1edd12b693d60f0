import { Succeed } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import { everywhere } from './everywhere.ts'
import { step, waitUntilNext, whatNext } from './step.ts'
import type { Task, Tasks } from './task.ts'

/**
 * After an erasure: what was kept for a law goes at its end, and what a restored backup brought back goes again. Every
 * system erases what it finds and says whether anything is left; one that is down is asked again as in erasure.ts.
 */
export function erasingAgain(scope: Construct, tasks: Tasks): Task {
  const eraseAgain = everywhere(scope, 'Erase again everywhere', ['erase-again'], tasks)
  const settled = step(scope, 'See whether all is erased again', 'erased-again', tasks)
  const waitForTheRest = waitUntilNext(scope, 'Wait before asking the rest again')
  const end = new Succeed(scope, 'Nothing left to do')

  const next = whatNext(
    scope,
    'What comes next?',
    { 'erase-again': eraseAgain, 'erase-again-rest': waitForTheRest },
    end,
  )
  eraseAgain.next(settled).next(next)
  waitForTheRest.next(eraseAgain)

  const look = step(scope, 'Look at the request', 'look', tasks)
  look.next(next)
  return look
}

import { Succeed } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import { everywhere } from './everywhere.ts'
import { forADay, stepTimeout } from './patience.ts'
import { step, waitUntilNext, whatNext } from './step.ts'
import { Task, type Tasks } from './task.ts'

/**
 * Erasure: unavailable at once, sixty days to change one's mind, then gone, checked and certified.
 *
 * After every step the store says what comes next, so a machine that is started again, or twice, or that a restore
 * overtook, does the right thing or nothing. Only a reference travels.
 *
 * A system that is down: each round asks it for 8 minutes at most (patience.ts), then the store says when to ask again
 * (a quarter of the time it has been down, between 15 minutes and 4 hours: domain/machine.ts). So reminders and the
 * erasure come at their moments whatever is down, and rounds go on for as long as it takes. With one of n systems
 * down, a round costs 34 + 16n events (wait 2, decide 14, parallel 4, the failing branch 18; a restriction that is fine
 * 9, an erasure with its check 16): 25,000 are 304 rounds of erasure with 3 systems, 50 days beyond the promised
 * instant, and alarms since before it.
 */
export function erasure(scope: Construct, tasks: Tasks): Task {
  const restrictEverywhere = everywhere(scope, 'Make unavailable everywhere', ['restrict'], tasks)
  const restrictionSettled = step(scope, 'Tell what was made unavailable', 'restriction-settled', tasks)
  const waitForTheNextMoment = waitUntilNext(scope, 'Wait until the next moment')
  const theMomentHasCome = step(scope, 'Remind, or claim for erasure', 'moment-reached', tasks)
  const waitForTheRest = waitUntilNext(scope, 'Wait before asking the rest again')
  const eraseEverywhere = everywhere(scope, 'Erase everywhere', ['erase', 'check'], tasks)
  const erasureSettled = step(scope, 'See whether all is erased', 'erasure-settled', tasks)
  const certify = new Task(scope, 'Sign the certificate and tell', {
    functionArn: tasks.certify,
    resultPath: '$.next',
    within: stepTimeout,
  }).addRetry(forADay)
  const forgetThePerson = step(scope, 'Forget the person once told', 'told', tasks)
  const end = new Succeed(scope, 'Nothing left to do')

  const next = whatNext(
    scope,
    'What comes next?',
    {
      restrict: restrictEverywhere,
      'restrict-rest': restrictEverywhere,
      wait: waitForTheNextMoment,
      erase: eraseEverywhere,
      'erase-rest': waitForTheRest,
      certify,
      strip: forgetThePerson,
    },
    // Also when a restore has taken over: its own machine gives everything back.
    end,
  )

  restrictEverywhere.next(restrictionSettled).next(next)
  waitForTheNextMoment.next(theMomentHasCome).next(next)
  waitForTheRest.next(eraseEverywhere).next(erasureSettled).next(next)
  certify.next(next)
  forgetThePerson.next(next)

  const look = step(scope, 'Look at the request', 'look', tasks)
  look.next(next)
  return look
}

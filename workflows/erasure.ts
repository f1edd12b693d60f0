import { Succeed } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import { everywhere } from './everywhere.ts'
import { certifyAndTell, onceTold, step, waitUntilNext, whatNext } from './step.ts'
import type { Task, Tasks } from './task.ts'

/**
 * Erasure: unavailable at once, sixty days to change one's mind, then gone, checked and certified.
 *
 * After every step the store says what comes next, so a machine that is started again, or twice, or that a restore
 * overtook, does the right thing or nothing. Only a reference travels.
 *
 * A system that is down: a round asks it for 8 minutes (patience.ts), then the store says when to ask again: after a
 * quarter of the time that it has been down, at least 15 minutes, at most 12 hours before the erasure and 4 hours after
 * (domain/machine.ts). So reminders and the erasure come at their moments whatever is down, and rounds go on for as long
 * as it takes, under alarms since the first.
 *
 * An execution's history may have 25,000 events. With one of n systems down a round of restriction costs 30 + 9n (waiting
 * and deciding 16, the parallel state 4, the branch that fails 19, each other 9), and 58 days have 140 rounds: enough for
 * 16 systems. A round of erasure costs 16 + 16n: 390 rounds, or 65 days beyond the first, with 3 systems, 23 days with 10.
 * A history that is full fails the execution; its alarm says to start another, which goes on from the store.
 */
export function erasure(scope: Construct, tasks: Tasks): Task {
  const restrictEverywhere = everywhere(scope, 'Make unavailable everywhere', ['restrict'], tasks)
  const restrictionSettled = step(scope, 'Tell what was made unavailable', 'restriction-settled', tasks)
  const waitForTheNextMoment = waitUntilNext(scope, 'Wait until the next moment')
  const theMomentHasCome = step(scope, 'Remind, or claim for erasure', 'moment-reached', tasks)
  const waitForTheRest = waitUntilNext(scope, 'Wait before asking the rest again')
  const eraseEverywhere = everywhere(scope, 'Erase everywhere', ['erase', 'check'], tasks)
  const erasureSettled = step(scope, 'See whether all is erased', 'erasure-settled', tasks)
  const certify = certifyAndTell(scope, tasks)
  const forgetThePerson = onceTold(scope, tasks)
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

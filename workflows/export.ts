import { Choice, Condition, Succeed } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import { everywhere } from './everywhere.ts'
import { forADay, sliceTimeout } from './patience.ts'
import { onceTold, step, waitUntilNext, whatNext } from './step.ts'
import { Task, type Tasks } from './task.ts'

/**
 * A copy of everything: gathered side by side, put together, fetched within two weeks, deleted again.
 *
 * A system that is down holds up nobody: the copy says what is missing, the rest is asked again as in erasure.ts, and
 * once it has answered the copy is put together anew. The store says what comes next, so a machine that is started
 * again goes on where the last one was.
 *
 * Who chooses a passphrase has the copy encrypted by another machine, which then waits beside the first: of what both
 * do at the same moment the second finds that it is done.
 *
 * Who withdraws the request has what was gathered deleted by another machine: this one finds nothing left to do.
 *
 * A slice costs 7 events of the 25,000 that an execution may have: 3,500 slices of up to 14.7 minutes in one copy.
 */
export function exporting(scope: Construct, tasks: Tasks): Task {
  const gatherEverywhere = everywhere(scope, 'Gather everywhere', ['export'], tasks)
  const gathered = step(scope, 'See what was gathered', 'gathered', tasks)
  const waitForTheNextMoment = waitUntilNext(scope, 'Wait until the next moment')
  const theMomentHasCome = step(scope, 'Remind, or let go of the copy', 'moment-reached', tasks)
  const putTogether = packageTask(scope, 'Put the copy together and tell', 'put-together', tasks)
  const protect = packageTask(scope, 'Encrypt the copy with the passphrase and tell', 'protect', tasks)
  const discard = packageTask(scope, 'Delete the copy and tell', 'discard', tasks)
  const forgetThePerson = onceTold(scope, tasks)
  const end = new Succeed(scope, 'Nothing left to do')

  const next = whatNext(
    scope,
    'What comes next?',
    {
      gather: gatherEverywhere,
      package: putTogether,
      protect,
      wait: waitForTheNextMoment,
      discard,
      strip: forgetThePerson,
    },
    end,
  )

  gatherEverywhere.next(gathered).next(next)
  untilDone(scope, putTogether, 'Is the copy whole?').otherwise(next)
  untilDone(scope, protect, 'Is the copy encrypted?').otherwise(next)
  untilDone(scope, discard, 'Is the copy gone?').otherwise(next)
  waitForTheNextMoment.next(theMomentHasCome).next(next)
  forgetThePerson.next(next)

  const look = step(scope, 'Look at the request', 'look', tasks)
  look.next(next)
  return look
}

/**
 * The store of packages is ours: without it nothing can go on, so it is waited for. So is a call that died with the lease
 * in its hand, however often that happens: `Busy` is only one more error here, and pauses of 5 minutes outlast a lease.
 */
function packageTask(scope: Construct, name: string, act: string, tasks: Tasks): Task {
  const task = new Task(scope, name, {
    functionArn: tasks.package,
    asks: { act },
    resultPath: '$.next',
    within: sliceTimeout,
  })
  task.addRetry(forADay)
  return task
}

/** Calls again while a slice is left to do. */
function untilDone(scope: Construct, task: Task, question: string): Choice {
  const isDone = new Choice(scope, question).when(Condition.booleanEquals('$.next.done', false), task)
  task.next(isDone)
  return isDone
}

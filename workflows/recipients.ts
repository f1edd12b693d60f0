import { Succeed } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import { forADay, stepTimeout } from './patience.ts'
import { waitUntilNext, whatNext } from './step.ts'
import { Task, type Tasks } from './task.ts'

/**
 * Recipients hear of what became of data that they hold (GDPR Art. 19): told, asked or reminded until each has confirmed
 * or was given up, and the officer told. It begins with every act that is passed on, and runs beside the request, which
 * waits for none of it.
 *
 * The store says when there is something to do (domain/notices.ts): a recipient that is down is tried after a quarter of
 * the time since the beginning, at least 15 minutes, at most 12 hours; one that was told is asked after 6 hours, at most every
 * other day.
 * A round is 10 events of the 25,000 that an execution's history may have, and 30 days of silence are about 80 rounds.
 */
export function recipients(scope: Construct, tasks: Tasks): Task {
  const tellAndAsk = new Task(scope, 'Tell, ask or remind every recipient', {
    functionArn: tasks.passOn,
    resultPath: '$.next',
    within: stepTimeout,
  })
  tellAndAsk.addRetry(forADay)
  const waitForTheNext = waitUntilNext(scope, 'Wait until the next is due')
  const end = new Succeed(scope, 'Nothing left to do')
  tellAndAsk.next(whatNext(scope, 'What comes next?', { wait: waitForTheNext }, end))
  waitForTheNext.next(tellAndAsk)
  return tellAndAsk
}

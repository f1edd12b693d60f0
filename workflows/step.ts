import { type Chain, Choice, Condition, type IChainable, Wait, WaitTime } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import type { AdvanceInput, AdvanceOutput } from '../functions/contract/tasks.ts'
import { forADay, lettersLeave, never, stepTimeout, untilTold } from './patience.ts'
import { Task, type Tasks } from './task.ts'

/** One event of the machine: decided and saved by the function, which answers what comes next. */
export function step(scope: Construct, name: string, event: AdvanceInput['event'], { advance }: Tasks): Task {
  const task = new Task(scope, name, {
    functionArn: advance,
    asks: { event },
    resultPath: '$.next',
    within: stepTimeout,
  })
  task.addRetry(never('NoSuchRequest'))
  if (event === 'told') task.addRetry(untilTold)
  task.addRetry(forADay)
  return task
}

/** Signs what was done; the letters that tell of it are saved with the certificate. */
export function certifyAndTell(scope: Construct, { certify }: Tasks): Task {
  const task = new Task(scope, 'Sign the certificate and tell', {
    functionArn: certify,
    resultPath: '$.next',
    within: stepTimeout,
  })
  task.addRetry(forADay)
  return task
}

/**
 * Forgets whom a request is about once the last letters are out. They leave within seconds: looked at sooner, each request would be
 * found untold once, and an error of a function is for somebody to hear of.
 */
export function onceTold(scope: Construct, tasks: Tasks): Chain {
  const lettersAreOut = new Wait(scope, 'Let the last letters leave', { time: WaitTime.duration(lettersLeave) })
  return lettersAreOut.next(step(scope, 'Forget the person once told', 'told', tasks))
}

export const waitUntilNext = (scope: Construct, name: string): Wait =>
  new Wait(scope, name, { time: WaitTime.timestampPath('$.next.at') })

/** Goes where the last answer of the store leads. */
export function whatNext(
  scope: Construct,
  name: string,
  ways: Partial<Record<AdvanceOutput['to'], IChainable>>,
  otherwise: IChainable,
): Choice {
  const choice = new Choice(scope, name)
  for (const [to, way] of Object.entries(ways)) choice.when(Condition.stringEquals('$.next.to', to), way)
  return choice.otherwise(otherwise)
}

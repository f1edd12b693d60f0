import { Choice, Condition, type IChainable, JsonPath, Parallel, Pass, Succeed } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import type { SystemInput } from '../functions/contract/tasks.ts'
import { never, shortly, sliceTimeout, whileBusy } from './patience.ts'
import { Task, type Tasks } from './task.ts'

type Verb = SystemInput['verb']
/** What is said of one system, e.g. `Erase accounts`. */
const saying: Record<Verb, { readonly act: string; readonly done: string }> = {
  restrict: { act: 'Make unavailable', done: 'unavailable' },
  release: { act: 'Give back', done: 'given back' },
  erase: { act: 'Erase', done: 'erased' },
  check: { act: 'Check that nothing is left', done: 'checked' },
  'erase-again': { act: 'Erase again', done: 'erased again' },
  export: { act: 'Gather', done: 'gathered' },
  unsubscribe: { act: 'Take off lists', done: 'taken off' },
  rectify: { act: 'Correct', done: 'corrected' },
}

/**
 * Carries verbs out in every system of the policy, side by side, one verb after the other in each. A system that keeps
 * failing ends its own branch quietly and holds up no other: the store knows what is outstanding, and the next step asks it.
 *
 * A slice lasts up to 14.7 minutes and costs 7 events of the 25,000 that an execution's history may have: 3,500 slices,
 * or 35 days of uninterrupted work, in one request.
 */
export function everywhere(scope: Construct, name: string, verbs: readonly Verb[], tasks: Tasks): Parallel {
  const everySystem = new Parallel(scope, name, { resultPath: JsonPath.DISCARD })
  for (const [system, functionArn] of Object.entries(tasks.systems)) {
    everySystem.branch(inOneSystem(scope, system, functionArn, verbs))
  }
  return everySystem
}

function inOneSystem(scope: Construct, system: string, functionArn: string, verbs: readonly Verb[]): IChainable {
  const last = saying[verbs.at(-1) ?? 'check'].done
  const givenUp = new Pass(scope, `Not ${last} for now: ${system}`)
  const done = new Succeed(scope, `All ${last}: ${system}`)
  return verbs.reduceRight<IChainable>((next, verb) => {
    const { act, done: participle } = saying[verb]
    const slice = new Task(scope, `${act}: ${system}`, {
      functionArn,
      asks: { verb },
      resultPath: '$.slice',
      within: sliceTimeout,
    })
    // What is left over has to be erased again, which the next round does; looking again would find it again.
    if (verb === 'check') slice.addRetry(never('NotCarriedOut'))
    slice.addRetry(whileBusy).addRetry(shortly).addCatch(givenUp, { resultPath: JsonPath.DISCARD })
    const isDone = new Choice(scope, `Everything ${participle}? ${system}`)
    slice.next(isDone.when(Condition.booleanEquals('$.slice.done', true), next).otherwise(slice))
    return slice
  }, done)
}

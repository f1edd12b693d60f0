import { Choice, Condition, JsonPath, Parallel, Pass, Succeed } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import type { RoundInput } from '../functions/contract/tasks.ts'
import { shortly, sliceTimeout } from './patience.ts'
import { Task } from './task.ts'

const jobs: Readonly<Record<RoundInput['job'], { readonly act: string; readonly done: string }>> = {
  'start-again': { act: 'Start again what died', done: 'Nothing dead' },
  kept: { act: 'Erase what no law asks to keep any longer', done: 'No longer kept' },
  'erase-again': { act: 'Erase again what a backup brought back', done: 'Nothing brought back' },
}

/** ARNs of what sets things going, of what writes to the officer, of what anchors the histories, and of what holds them against that. */
type Functions = { readonly round: string; readonly letter: string; readonly anchor: string; readonly compare: string }

/**
 * The daily round: what should have happened by itself and did not, the officer's letter after a look at the histories, and their anchor, side by
 * side, so that one job that fails holds up no other. Each goes on where its last slice stopped; a day that was missed is made up for by the next.
 */
export function dailyRound(scope: Construct, { round: functionArn, letter, anchor, compare }: Functions): Parallel {
  const round = new Parallel(scope, 'The daily round', { resultPath: JsonPath.DISCARD })
  for (const [job, { act, done }] of Object.entries(jobs)) {
    const slice = new Task(scope, act, { functionArn, takes: ['from'], asks: { job }, within: sliceTimeout })
    // The function's own alarm has called by then; tomorrow it is tried again.
    slice.addRetry(shortly).addCatch(new Pass(scope, `Not today: ${act}`), { resultPath: JsonPath.DISCARD })
    const isDone = new Choice(scope, `All seen? ${act}`)
    slice.next(isDone.when(Condition.booleanEquals('$.done', true), new Succeed(scope, done)).otherwise(slice))
    round.branch(slice)
  }
  const write = new Task(scope, 'Write to the officer', { functionArn: letter, takes: [], within: sliceTimeout })
  // What a letter did not say is in tomorrow's.
  write.addRetry(shortly).addCatch(new Pass(scope, 'No letter today'), { resultPath: JsonPath.DISCARD })
  const hold = new Task(scope, 'Compare the histories with their anchors', {
    functionArn: compare,
    takes: ['from'],
    within: sliceTimeout,
  })
  // What was found until then is in the letter all the same.
  hold.addRetry(shortly).addCatch(write, { resultPath: JsonPath.DISCARD })
  const isCompared = new Choice(scope, 'All compared?')
  hold.next(isCompared.when(Condition.booleanEquals('$.done', true), write).otherwise(hold))
  const sign = new Task(scope, 'Anchor what was written', { functionArn: anchor, takes: [], within: sliceTimeout })
  // Days that are left are anchored tomorrow.
  sign.addRetry(shortly).addCatch(new Pass(scope, 'No anchor today'), { resultPath: JsonPath.DISCARD })
  const isAnchored = new Choice(scope, 'All anchored?')
  const anchored = new Succeed(scope, 'Anchored')
  sign.next(isAnchored.when(Condition.booleanEquals('$.done', true), anchored).otherwise(sign))
  return round.branch(hold, sign)
}

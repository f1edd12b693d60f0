import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, Stack } from 'aws-cdk-lib'
import { type IChainable, StateGraph } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'

/** A story as the Amazon States Language. The folder that every app of CDK makes for its assembly goes again. */
export function statesOf(name: string, story: (scope: Construct) => IChainable): object {
  const outdir = mkdtempSync(join(tmpdir(), 'oblige-states-'))
  try {
    const stack = new Stack(new App({ outdir }), 'Stories')
    return stack.resolve(new StateGraph(story(stack).startState, name).toGraphJson()) as object
  } finally {
    rmSync(outdir, { recursive: true, force: true })
  }
}

import type { IChainable } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import type { Machine } from '../../local/stepfunctions/definition.ts'
import { announcement } from '../../workflows/announcement.ts'
import { canary } from '../../workflows/canary.ts'
import { dailyRound } from '../../workflows/daily-round.ts'
import { disclosure } from '../../workflows/disclosure.ts'
import { erasingAgain } from '../../workflows/erasing-again.ts'
import { erasure } from '../../workflows/erasure.ts'
import { exporting } from '../../workflows/export.ts'
import { identity } from '../../workflows/identity.ts'
import { inactivity } from '../../workflows/inactivity.ts'
import { objection } from '../../workflows/objection.ts'
import { recipients } from '../../workflows/recipients.ts'
import { rectification } from '../../workflows/rectification.ts'
import { restore } from '../../workflows/restore.ts'
import { restriction } from '../../workflows/restriction.ts'
import { statesOf } from '../../workflows/states.ts'
import type { Tasks } from '../../workflows/task.ts'
import { webhooks } from '../../workflows/webhooks.ts'

export const stories = {
  erasure,
  restore,
  restriction,
  objection,
  identity,
  rectification,
  recipients,
  export: exporting,
  'erasing-again': erasingAgain,
  disclosure,
}
export type Story = keyof typeof stories
/** Rounds: they are about no request. */
export const rounds = {
  inactivity: (scope: Construct) => inactivity(scope, arnOf('inactivity')),
  announcement: (scope: Construct) => announcement(scope, arnOf('announce')),
  canary: (scope: Construct) => canary(scope, arnOf('canary')),
  webhooks: (scope: Construct) => webhooks(scope, arnOf('webhook')),
  'daily-round': (scope: Construct) =>
    dailyRound(scope, {
      round: arnOf('round'),
      letter: arnOf('letter'),
      anchor: arnOf('anchor'),
      compare: arnOf('compare'),
    }),
}

/** What CDK synthesizes of a story, as the Amazon States Language. */
export function definitionOf(story: Story | keyof typeof rounds, tasks: Tasks): Machine {
  const tell: (scope: Construct, tasks: Tasks) => IChainable = { ...stories, ...rounds }[story]
  return statesOf(story, (scope) => tell(scope, tasks)) as Machine
}

/** Functions by their names, as the golden files have them, or by what `called` makes of a name. */
export const named = (systems: readonly string[], called = (name: string) => name): Tasks => ({
  advance: called('advance'),
  certify: called('certify'),
  package: called('package'),
  passOn: called('pass-on'),
  systems: Object.fromEntries(systems.map((system) => [system, called(`system-${system}`)])),
})

export const arnOf = (name: string): string => `arn:aws:lambda:eu-central-1:000000000000:function:${name}`

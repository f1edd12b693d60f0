/** `npm run draw`: docs/workflows.md, the state machines drawn from the definitions that are deployed. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { IChainable } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import { announcement } from './announcement.ts'
import { canary } from './canary.ts'
import { dailyRound } from './daily-round.ts'
import { disclosure } from './disclosure.ts'
import { erasingAgain } from './erasing-again.ts'
import { erasure } from './erasure.ts'
import { exporting } from './export.ts'
import { identity } from './identity.ts'
import { inactivity } from './inactivity.ts'
import { objection } from './objection.ts'
import { recipients } from './recipients.ts'
import { rectification } from './rectification.ts'
import { restore } from './restore.ts'
import { restriction } from './restriction.ts'
import { statesOf } from './states.ts'
import type { Tasks } from './task.ts'
import { webhooks } from './webhooks.ts'

type Choice = { readonly StringEquals?: string; readonly BooleanEquals?: boolean; readonly Next: string }
type State = {
  readonly Type: string
  readonly Next?: string
  readonly Default?: string
  readonly Choices?: readonly Choice[]
  readonly Catch?: ReadonlyArray<{ readonly Next: string }>
  readonly Branches?: readonly Graph[]
}
type Graph = { readonly StartAt: string; readonly States: Readonly<Record<string, State>> }

const tasks: Tasks = {
  advance: 'advance',
  certify: 'certify',
  package: 'package',
  passOn: 'pass-on',
  systems: { 'each system': 'system' },
}

type Told = (scope: Construct, tasks: Tasks) => IChainable

function graphOf(name: string, story: Told): Graph {
  return statesOf(name, (scope) => story(scope, tasks)) as Graph
}

/** One arrow for each way out of a state; Mermaid takes no spaces in ids. */
function drawn(graph: Graph, id: (name: string) => string, indent = '  '): string[] {
  const lines = [`${indent}[*] --> ${id(graph.StartAt)}`]
  for (const [name, state] of Object.entries(graph.States)) {
    lines.push(`${indent}state "${name}" as ${id(name)}`)
    if (state.Branches) lines.push(...sideBySide(name, state.Branches, id, indent))
    const arrow = (to: string, why?: string) => lines.push(`${indent}${id(name)} --> ${id(to)}${why ? `: ${why}` : ''}`)
    const choices = state.Choices ?? []
    for (const choice of choices) arrow(choice.Next, choice.StringEquals ?? (choice.BooleanEquals ? 'yes' : 'no'))
    if (state.Default) arrow(state.Default, otherwise(choices))
    for (const caught of state.Catch ?? []) arrow(caught.Next, 'after all retries')
    if (state.Next) arrow(state.Next)
    if (!state.Next && !state.Choices) lines.push(`${indent}${id(name)} --> [*]`)
  }
  return lines
}

/** A Parallel state: a composite state, with a region for each branch. */
function sideBySide(name: string, branches: readonly Graph[], id: (name: string) => string, indent: string): string[] {
  const inside = `${indent}  `
  const regions = branches.flatMap((branch, n) => [...(n > 0 ? [`${inside}--`] : []), ...drawn(branch, id, inside)])
  return [`${indent}state ${id(name)} {`, ...regions, `${indent}}`]
}

/** What is meant when no choice is: of a question the other answer. */
function otherwise([choice]: readonly Choice[]): string {
  if (choice?.BooleanEquals === undefined) return 'anything else'
  return choice.BooleanEquals ? 'no' : 'yes'
}

function diagram(name: string, story: Told): string {
  const ids = new Map<string, string>()
  const id = (state: string) => {
    const known = ids.get(state) ?? `s${ids.size + 1}`
    ids.set(state, known)
    return known
  }
  return ['```mermaid', 'stateDiagram-v2', ...drawn(graphOf(name, story), id), '```'].join('\n')
}

/** The whole of docs/workflows.md. */
export const workflowsPage = (): string => `# The state machines

Drawn from \`workflows/\` by \`npm run draw\`; edit the stories there, not this page. The part for each system
stands once for every system of the policy, side by side.

## Erasure

${diagram('erasure', erasure)}

## Restore

${diagram('restore', restore)}

## Erasing again

${diagram('erasing-again', erasingAgain)}

## Restriction

${diagram('restriction', restriction)}

## Objection

To marketing: every system takes the person off its lists. To any other use: it waits for the person's grounds and for a decision.

${diagram('objection', objection)}

## Rectification

${diagram('rectification', rectification)}

## Recipients

${diagram('recipients', recipients)}

## Identity

Waits while somebody is asked who they are; what follows once they are believed is another machine's.

${diagram('identity', identity)}

## Disclosure

${diagram('disclosure', disclosure)}

## The daily round

Once a day, and when a backup was restored. It sets going; what is erased is erased by *Erasing again*.

${diagram('daily-round', (scope) => dailyRound(scope, { round: 'round', letter: 'letter', anchor: 'anchor', compare: 'compare' }))}

## Inactivity

Once a day. What is scheduled here is a request, which goes its way by *Erasure*.

${diagram('inactivity', (scope) => inactivity(scope, 'inactivity'))}

## Canary

Once a day, by a synthetic person; see [canary.md](canary.md).

${diagram('canary', (scope) => canary(scope, 'canary'))}

## Announcement

Begun by the company when its privacy notice changes.

${diagram('announcement', (scope) => announcement(scope, 'announce'))}

## Webhooks

For each call of a program of the company: made until it is taken, for three days ([api.md](api.md)).

${diagram('webhooks', (scope) => webhooks(scope, 'webhook'))}

## Export

${diagram('export', exporting)}
`

if (import.meta.main) writeFileSync(join(import.meta.dirname, '..', 'docs', 'workflows.md'), workflowsPage())

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import demo from '../../demo/policy.ts'
import { ofType, type Synthesized, synthesized } from './synthesized.ts'

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'workflows.md'), 'utf8')
let app: Synthesized
beforeAll(async () => {
  app = await synthesized()
})

test('docs/workflows.md draws every state machine of the template, and every state of it', () => {
  const machines = ofType(app.oblige, 'AWS::StepFunctions::StateMachine')
  const deployed = machines.map(({ properties }) => inOrder(statesOf(definitionOf(properties.DefinitionString))))
  const drawn = [...page.matchAll(/```mermaid\n(.*?)```/gs)].map(([, diagram = '']) =>
    inOrder([...diagram.matchAll(/state "(.*)" as/g)].map(([, name = '']) => name)),
  )
  expect(deployed.length).toBeGreaterThan(10)
  expect(drawn.toSorted()).toEqual(deployed.toSorted())
})

type Graph = { readonly States: Readonly<Record<string, { readonly Branches?: readonly Graph[] }>> }

/** The definition as the template has it: text, with references to functions in between. */
function definitionOf(value: unknown): Graph {
  const { 'Fn::Join': join } = value as { 'Fn::Join': readonly [string, ReadonlyArray<string | object>] }
  return JSON.parse(join[1].map((part) => (typeof part === 'string' ? part : 'reference')).join(''))
}

/** Names of states; what stands for each system of the policy is drawn once. */
const statesOf = ({ States }: Graph): string[] =>
  Object.entries(States).flatMap(([name, { Branches = [] }]) => [inAnySystem(name), ...Branches.flatMap(statesOf)])

const inAnySystem = (name: string): string =>
  name.replace(new RegExp(`\\b(${Object.keys(demo.systems).join('|')})$`), 'each system')

const inOrder = (names: readonly string[]): string => [...new Set(names)].toSorted().join('\n')

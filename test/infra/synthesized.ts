import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import demo from '../../demo/policy.ts'
import { type Bundles, bundled } from '../../infra/bundles.ts'
import { settingOf } from '../../infra/setting.ts'
import { type Composed, compose } from '../../infra/synthesis.ts'
import type { Policy } from '../../policy/schema.ts'

export type Properties = Readonly<Record<string, unknown>>
export type Found = {
  readonly id: string
  readonly type: string
  readonly properties: Properties
  readonly metadata: Properties
  readonly keptWhenRemoved: boolean
}
export type Statement = {
  readonly role: string
  readonly effect: string
  readonly actions: readonly string[]
  /** As text: references and joins included. */
  readonly resources: readonly string[]
  readonly condition: string
}
export type Synthesized = {
  /** Bytes of code by bundle. */
  readonly sizes: Bundles['sizes']
  /** Findings of cdk-nag that nobody accepted. */
  readonly findings: readonly string[]
  readonly oblige: readonly Found[]
  readonly edge: readonly Found[]
}

type Raw = {
  readonly Type: string
  readonly Properties?: Properties
  readonly Metadata?: Properties
  readonly DeletionPolicy?: string
}

const house = join(import.meta.dirname, '..', '..')
const { context } = JSON.parse(readFileSync(join(house, 'cdk.json'), 'utf8')) as { context: Record<string, string> }

type Change = {
  readonly context?: Readonly<Record<string, string>>
  readonly policy?: (policy: Policy) => Policy
  readonly more?: (composed: Composed) => void
}

let unchanged: Promise<Synthesized> | undefined
/** With the demo company's policy inside, whatever the app's is: bundling takes longer than all else of a synth. */
let bundles: Promise<Bundles> | undefined

async function bundledOnce(): Promise<Bundles> {
  const made = await bundled(demo)
  process.once('exit', made.remove)
  return made
}

/**
 * The app of cdk.json as `cdk synth` would make it, with other context values, a changed policy, or something more in it.
 * It is made in this process; unchanged, it is made once for all files that share it.
 */
export async function synthesized(change?: Change): Promise<Synthesized> {
  if (change) return await made(change)
  unchanged ??= made({})
  return await unchanged
}

async function made(change: Change): Promise<Synthesized> {
  const outdir = mkdtempSync(join(tmpdir(), 'oblige-synth-'))
  const exitCode = process.exitCode
  try {
    const app = new App({
      outdir,
      context: { ...context, ...change.context },
      builtinCloudFormationValidation: false,
    })
    const setting = await settingOf(app)
    const policy = change.policy?.(setting.policy) ?? setting.policy
    bundles ??= bundledOnce()
    const code = await bundles
    const composed = await compose(app, { ...setting, policy }, code)
    change.more?.(composed)
    app.synth()
    const read = (file: string) => JSON.parse(readFileSync(join(outdir, file), 'utf8')) as unknown
    return {
      sizes: code.sizes,
      findings: findingsOf(read('validation-report.json')),
      oblige: resourcesOf(read('Oblige.template.json')),
      edge: resourcesOf(read('ObligeEdge.template.json')),
    }
  } finally {
    // Findings end the synth by the exit code of its process: here it is not theirs.
    process.exitCode = exitCode
    rmSync(outdir, { recursive: true, force: true })
  }
}

function resourcesOf(template: unknown): Found[] {
  const { Resources } = template as { Resources: Record<string, Raw> }
  return Object.entries(Resources).map(([id, { Type, Properties = {}, Metadata = {}, DeletionPolicy }]) => ({
    id,
    type: Type,
    properties: Properties,
    metadata: Metadata,
    keptWhenRemoved: DeletionPolicy?.startsWith('Retain') ?? false,
  }))
}

function findingsOf(report: unknown): string[] {
  type Violation = { readonly ruleName: string; readonly severity?: string }
  const { pluginReports } = report as { pluginReports: ReadonlyArray<{ violations: readonly Violation[] }> }
  return pluginReports.flatMap(({ violations }) => violations.map(({ ruleName }) => ruleName))
}

export const ofType = (resources: readonly Found[], type: string): readonly Found[] =>
  resources.filter((resource) => resource.type === type)

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])
const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** Every statement of every role's own policies. */
export function statementsOf(resources: readonly Found[]): Statement[] {
  const documents = resources.flatMap(({ id, type, properties }) => {
    if (type === 'AWS::IAM::Policy')
      return [{ role: text((list(properties.Roles)[0] as { Ref?: string }).Ref), document: properties.PolicyDocument }]
    if (type !== 'AWS::IAM::Role') return []
    return list(properties.Policies).map((one) => ({ role: id, document: (one as Properties).PolicyDocument }))
  })
  return documents.flatMap(({ role, document }) =>
    list((document as Properties).Statement).map((one) => {
      const { Effect, Action, Resource, Condition } = one as Properties
      return {
        role,
        effect: text(Effect),
        actions: list(Action).map(text),
        resources: list(Resource).map(text),
        condition: Condition === undefined ? '' : JSON.stringify(Condition),
      }
    }),
  )
}

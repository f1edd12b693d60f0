import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { App } from 'aws-cdk-lib'
import demo from '../../demo/policy.ts'
import { type Bundles, bundled } from '../../infra/bundles.ts'
import { settingOf } from '../../infra/setting.ts'
import { type Composed, compose } from '../../infra/synthesis.ts'
import type { Policy } from '../../policy/schema.ts'
import { alone } from '../alone.ts'

export type Properties = Readonly<Record<string, unknown>>
export type Found = {
  readonly id: string
  readonly type: string
  readonly properties: Properties
  readonly metadata: Properties
  /** What becomes of it when it is removed; absent: it is deleted. */
  readonly deletionPolicy?: string
  /** Id of the nested stack in which it stands. */
  readonly nestedIn?: string
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
  /** What stands in Oblige's stack and in those nested in it. */
  readonly oblige: readonly Found[]
  readonly edge: readonly Found[]
  /** Resources of each stack, nested ones too. */
  readonly sizesOfStacks: readonly number[]
}

type Raw = {
  readonly Type: string
  readonly Properties?: Properties
  readonly Metadata?: Properties
  readonly DeletionPolicy?: string
}

type Template = {
  readonly Resources: Readonly<Record<string, Raw>>
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown }>>
}

/** Where each asset lies, by the hash of what is in it. */
type Assets = { readonly files: Readonly<Record<string, { readonly source: { readonly path: string } }>> }

const house = join(import.meta.dirname, '..', '..')
const { context } = JSON.parse(readFileSync(join(house, 'cdk.json'), 'utf8')) as { context: Record<string, string> }

type Change = {
  readonly context?: Readonly<Record<string, string>>
  readonly policy?: (policy: Policy) => Policy
  readonly more?: (composed: Composed) => void
}

let unchanged: Promise<Synthesized> | undefined
/**
 * With the demo company's policy inside, whatever the app's is: bundling takes longer than all else of a synth, and is
 * done once for all processes of a run, in whose folder for temporary files it stays.
 */
let bundles: Promise<Bundles> | undefined
type Made = Pick<Bundles, 'sizes' | 'description'> & {
  readonly folder: string
  readonly ofSystems: Readonly<Record<string, string>>
}

async function bundledOnce(): Promise<Bundles> {
  const note = join(tmpdir(), 'oblige-bundles.json')
  const { sizes, description, folder, ofSystems } = await alone(
    join(tmpdir(), 'oblige-bundling'),
    async (): Promise<Made> => {
      if (existsSync(note)) return JSON.parse(readFileSync(note, 'utf8')) as Made
      const { of, ofSystem, sizes, description } = await bundled(demo)
      const kinds = Object.values(demo.systems).map(({ kind }) => kind)
      const made = {
        sizes,
        description,
        folder: dirname(of('outbox')),
        ofSystems: Object.fromEntries(kinds.map((kind) => [kind, ofSystem(kind)])),
      }
      writeFileSync(note, JSON.stringify(made))
      return made
    },
  )
  const [of, ofSystem] = [(name: string) => join(folder, name), (kind: string) => ofSystems[kind] ?? '']
  return { sizes, description, of, ofSystem, remove: () => undefined }
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
      oblige: resourcesOf('Oblige.template.json', read),
      edge: resourcesOf('ObligeEdge.template.json', read),
      sizesOfStacks: readdirSync(outdir)
        .filter((file) => file.endsWith('.template.json'))
        .map((file) => Object.keys((read(file) as Template).Resources).length),
    }
  } finally {
    // Findings end the synth by the exit code of its process: here it is not theirs.
    process.exitCode = exitCode
    rmSync(outdir, { recursive: true, force: true })
  }
}

/**
 * Resources of a stack and of those nested in it, as if all were one: what a nested one is given stands where it is used. Where
 * the stack uses what a nested one says, the nested resource stands.
 */
function resourcesOf(file: string, read: (file: string) => unknown): Found[] {
  const { Resources } = read(file) as Template
  const nested = Object.entries(Resources).filter(([, { Type }]) => Type === 'AWS::CloudFormation::Stack')
  const { files } = read(file.replace('.template.', '.assets.')) as Assets
  const said = new Map<string, unknown>()
  const inside = nested.flatMap(([id, { Properties = {} }]) => {
    const [, hash = ''] = /([0-9a-f]{64})\.json/.exec(JSON.stringify(Properties.TemplateURL)) ?? []
    const { Outputs = {}, ...template } = read(files[hash]?.source.path ?? '') as Template
    for (const [name, { Value }] of Object.entries(Outputs)) said.set(`${id}.Outputs.${name}`, Value)
    const given = new Map(Object.entries((Properties.Parameters ?? {}) as Properties))
    return foundIn(template.Resources, ({ Ref }) => given.get(text(Ref))).map((one) => ({ ...one, nestedIn: id }))
  })
  return [...foundIn(Resources, (one) => said.get(list(one['Fn::GetAtt']).join('.'))), ...inside].filter(
    ({ type }) => type !== 'AWS::CloudFormation::Stack',
  )
}

function foundIn(resources: Template['Resources'], known: (reference: Properties) => unknown): Found[] {
  const replaced = JSON.parse(JSON.stringify(resources), (_, value) =>
    typeof value === 'object' && value !== null ? (known(value as Properties) ?? value) : value,
  ) as Template['Resources']
  return Object.entries(replaced).map(([id, { Type, Properties = {}, Metadata = {}, DeletionPolicy }]) => ({
    id,
    type: Type,
    properties: Properties,
    metadata: Metadata,
    ...(DeletionPolicy === undefined ? {} : { deletionPolicy: DeletionPolicy }),
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

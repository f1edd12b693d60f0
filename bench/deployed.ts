import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundleIn, entryOf } from '../infra/bundles.ts'

/** A function as it was synthesized: its name, the file it deploys and the source it came from. */
export type Bundle = {
  readonly name: string
  readonly file: string
  readonly entry: string
  readonly environment: Readonly<Record<string, string>>
}

type Resource = {
  readonly Type: string
  readonly Properties: { readonly Environment?: { readonly Variables?: Readonly<Record<string, unknown>> } }
  readonly Metadata?: Readonly<Record<string, string>>
}

/** The functions of a synthesized app, each bundle once. @param assembly the folder that `cdk synth` wrote */
export function deployedIn(assembly: string): readonly Bundle[] {
  const templates = readdirSync(assembly).filter((file) => file.startsWith('Oblige') && file.endsWith('.template.json'))
  const found = templates
    .flatMap((file) => {
      const { Resources } = JSON.parse(readFileSync(join(assembly, file), 'utf8')) as {
        readonly Resources: Readonly<Record<string, Resource>>
      }
      return Object.values(Resources)
    })
    .filter(({ Type }) => Type === 'AWS::Lambda::Function')
    .flatMap(({ Metadata = {}, Properties }) => {
      const name = bundleIn(Metadata)
      // CDK's own providers are not ours to measure.
      if (name === undefined) return []
      // What is only known when it is deployed is a reference here.
      const environment = Object.fromEntries(
        Object.entries(Properties.Environment?.Variables ?? {}).map(([key, value]) => [
          key,
          typeof value === 'string' ? value : 'bench',
        ]),
      )
      return [
        { name, file: fileIn(join(assembly, Metadata['aws:asset:path'] ?? '')), entry: entryOf(name), environment },
      ]
    })
  return [...new Map(found.map((one) => [one.name, one])).values()]
}

/** The file that a function's asset folder deploys. @throws when there is none */
function fileIn(asset: string): string {
  const file = readdirSync(asset).find((one) => /^index\.(mjs|js)$/.test(one))
  if (!file) throw new Error(`no bundle in ${asset}`)
  return join(asset, file)
}

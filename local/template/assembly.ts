import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { list, part, text } from '../front/resource.ts'

/** The account that everything local belongs to. */
export const account = '000000000000'

export type Stack = {
  readonly name: string
  readonly region: string
  readonly template: Readonly<Record<string, unknown>>
}
/** What `cdk synth` wrote: its stacks, and where each asset lies on this machine. */
export type Assembly = {
  readonly stacks: readonly Stack[]
  /** Folder or file of an asset by its key in the bootstrap bucket. @throws when the assembly has no such asset */
  asset(objectKey: string): string
}

/** Reads a folder as `cdk.out`. @throws naming what it does not know: a nested assembly, a stack without a region */
export function readAssembly(folder: string): Assembly {
  const artifacts = Object.entries(part(json(join(folder, 'manifest.json')), 'artifacts'))
  const stacks: Stack[] = []
  const assets = new Map<string, string>()
  for (const [id, artifact] of artifacts) {
    const { type, environment } = part(artifact)
    const properties = part(artifact, 'properties')
    if (type === 'cdk:cloud-assembly') throw new Error(`the local cloud does not read nested assemblies (${id})`)
    if (type === 'cdk:asset-manifest')
      for (const [key, path] of assetsIn(folder, text(properties.file))) assets.set(key, path)
    if (type === 'aws:cloudformation:stack')
      stacks.push({
        name: text(properties.stackName) || id,
        ...place(id, text(environment), readFileSync(join(folder, text(properties.templateFile)), 'utf8')),
      })
  }
  return {
    stacks,
    asset(objectKey) {
      const found = assets.get(objectKey)
      if (!found) throw new Error(`the assembly has no asset ${objectKey}`)
      return found
    },
  }
}

/** A template synthesized for a real account belongs to the local one here: the account's number is replaced throughout. */
function place(id: string, environment: string, template: string): Pick<Stack, 'region' | 'template'> {
  const [, owner = '', region = ''] = /^aws:\/\/([^/]+)\/(.+)$/.exec(environment) ?? []
  if (region === '' || region === 'unknown-region') throw new Error(`the stack ${id} names no region in its env`)
  const local = /^\d{12}$/.test(owner) ? template.replaceAll(owner, account) : template
  return { region, template: part(JSON.parse(local)) }
}

function assetsIn(folder: string, file: string): Array<readonly [key: string, path: string]> {
  return Object.values(part(json(join(folder, file)), 'files')).flatMap((asset) =>
    Object.values(part(asset, 'destinations')).map(
      (destination) => [text(part(destination).objectKey), join(folder, text(part(asset, 'source').path))] as const,
    ),
  )
}

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

/** Keys of the objects that a bucket deployment brings. */
export const sourceKeys = (properties: unknown): readonly string[] =>
  list(part(properties).SourceObjectKeys).map((key) => text(key))

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
  /** The template of a nested stack, by the address that CloudFormation takes it from. @throws as `asset` */
  nested(url: string): Stack['template']
}

/** Reads a folder as `cdk.out`. @throws naming what it does not know: an assembly in it, a stack without a region */
export function readAssembly(folder: string): Assembly {
  const artifacts = Object.entries(part(json(join(folder, 'manifest.json')), 'artifacts'))
  const stacks: Stack[] = []
  const assets = new Map<string, string>()
  const owners = new Set<string>()
  for (const [id, artifact] of artifacts) {
    const { type, environment } = part(artifact)
    const properties = part(artifact, 'properties')
    if (type === 'cdk:cloud-assembly') throw new Error(`the local cloud does not read nested assemblies (${id})`)
    if (type === 'cdk:asset-manifest')
      for (const [key, path] of assetsIn(folder, text(properties.file))) assets.set(key, path)
    if (type === 'aws:cloudformation:stack') {
      const { owner, region } = placeOf(id, text(environment))
      if (/^\d{12}$/.test(owner)) owners.add(owner)
      const template = templateOf(join(folder, text(properties.templateFile)), owners)
      stacks.push({ name: text(properties.stackName) || id, region, template })
    }
  }
  const asset = (objectKey: string) => {
    const found = assets.get(objectKey)
    if (!found) throw new Error(`the assembly has no asset ${objectKey}`)
    return found
  }
  return {
    stacks,
    asset,
    nested: (url) => templateOf(asset(url.split('/').at(-1) ?? ''), owners),
  }
}

/** A template synthesized for a real account belongs to the local one here: the account's number is replaced throughout. */
function templateOf(file: string, owners: Iterable<string>): Stack['template'] {
  let template = readFileSync(file, 'utf8')
  for (const owner of owners) template = template.replaceAll(owner, account)
  return part(JSON.parse(template))
}

function placeOf(id: string, environment: string): { readonly owner: string; readonly region: string } {
  const [, owner = '', region = ''] = /^aws:\/\/([^/]+)\/(.+)$/.exec(environment) ?? []
  if (region === '' || region === 'unknown-region') throw new Error(`the stack ${id} names no region in its env`)
  return { owner, region }
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

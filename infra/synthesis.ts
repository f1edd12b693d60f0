import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from 'aws-cdk-lib'
import { buildSite } from '../web/build-site.ts'
import { bundled } from './bundles.ts'
import { Edge } from './edge.ts'
import { check } from './nag.ts'
import { Oblige } from './oblige.ts'
import type { Setting } from './setting.ts'

/** What stands in the app, and how large its functions are (bytes by bundle). */
export type Composed = {
  readonly edge: Edge
  readonly oblige: Oblige
  readonly sizes: Readonly<Record<string, number>>
}

/** Bundles the functions, builds the pages and places everything in the app's two stacks. */
export async function compose(app: App, { policy, domain }: Setting): Promise<Composed> {
  const account = process.env.CDK_DEFAULT_ACCOUNT
  const place = (region: string) => ({ env: { ...(account ? { account } : {}), region }, crossRegionReferences: true })
  const pages = mkdtempSync(join(tmpdir(), 'oblige-pages-'))
  const [bundles] = await Promise.all([bundled(policy), buildSite(policy, pages)])
  try {
    const edge = new Edge(app, 'ObligeEdge', {
      ...place('us-east-1'),
      description: `Oblige of ${policy.company.name}: firewall and certificate of the distribution`,
      ...(domain ? { domain } : {}),
    })
    const { certificateArn } = edge
    const oblige = new Oblige(app, 'Oblige', {
      ...place(policy.regions.home),
      description: `Oblige of ${policy.company.name}: privacy requests`,
      policy,
      bundles,
      pages,
      webAclArn: edge.webAclArn,
      ...(domain && certificateArn ? { domain: { ...domain, certificateArn } } : {}),
    })
    check(app)
    return { edge, oblige, sizes: bundles.sizes }
  } finally {
    // The assembly has its own copies.
    bundles.remove()
    rmSync(pages, { recursive: true, force: true })
  }
}

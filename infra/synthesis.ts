import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { App } from 'aws-cdk-lib'
import { buildSite } from '../web/build-site.ts'
import type { Bundles } from './bundles.ts'
import { Edge } from './edge.ts'
import { check } from './nag.ts'
import { Oblige } from './oblige.ts'
import type { Setting } from './setting.ts'

/** What stands in the app. */
export type Composed = { readonly edge: Edge; readonly oblige: Oblige }

/** Builds the pages and places everything in the app's two stacks, which keep copies of them and of the bundles. */
export async function compose(app: App, { policy, domain }: Setting, bundles: Bundles): Promise<Composed> {
  const account = process.env.CDK_DEFAULT_ACCOUNT
  const place = (region: string) => ({ env: { ...(account ? { account } : {}), region }, crossRegionReferences: true })
  const pages = mkdtempSync(join(tmpdir(), 'oblige-pages-'))
  try {
    await buildSite(policy, pages)
    writeFileSync(join(pages, 'openapi.json'), await described(bundles))
    const edge = new Edge(app, 'ObligeEdge', {
      ...place('us-east-1'),
      description: `Oblige of ${policy.company.name}: firewall and certificate of the distribution`,
      policy,
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
    return { edge, oblige }
  } finally {
    // The assembly has its own copy.
    rmSync(pages, { recursive: true, force: true })
  }
}

/** The description of the API, for whoever asks the site for it. */
async function described({ description }: Bundles): Promise<string> {
  const { openapi } = (await import(pathToFileURL(description).href)) as { openapi(): unknown }
  return JSON.stringify(openapi())
}

import type { App } from 'aws-cdk-lib'
import { loadPolicy } from '../policy/load.ts'
import type { Policy } from '../policy/schema.ts'
import { withHolidays } from './holidays.ts'

/** The public name of the privacy centre, and what makes it so. */
export type Domain = {
  readonly name: string
  /** An existing certificate in us-east-1; else one is made, proven by the hosted zone. */
  readonly certificateArn?: string
  readonly zone?: { readonly name: string; readonly id: string }
}
export type Setting = { readonly policy: Policy; readonly domain?: Domain }

/** A context value of cdk.json or of `cdk -c` that cannot be used. */
export class WrongContext extends Error {
  override readonly name = 'WrongContext'
}

/**
 * What this deployment is about: `policy` (path of the policy file), and for a domain of one's own `domain` with
 * `hostedZone` and `hostedZoneId`, or with `certificate` (ARN). @throws WrongPolicy, WrongContext naming the field
 */
export async function settingOf(app: App): Promise<Setting> {
  const path = context(app, 'policy')
  if (!path) throw new WrongContext('policy: the context of cdk.json names no policy file.')
  const policy = withHolidays(await loadPolicy(path), new Date().getFullYear())
  const domain = domainOf(app, policy)
  return { policy, ...(domain ? { domain } : {}) }
}

function domainOf(app: App, policy: Policy): Domain | undefined {
  const name = context(app, 'domain')
  if (!name) return undefined
  if (policy.site !== `https://${name}`)
    throw new WrongContext(`domain: ${name} is not where the policy’s site is (${policy.site}).`)
  const certificateArn = context(app, 'certificate')
  const zone = context(app, 'hostedZone')
  const id = context(app, 'hostedZoneId')
  if (certificateArn && !certificateArn.startsWith('arn:aws:acm:us-east-1:'))
    throw new WrongContext('certificate: CloudFront takes certificates from us-east-1 only.')
  if (zone && !id) throw new WrongContext('hostedZoneId: is missing beside hostedZone.')
  if (!certificateArn && !zone)
    throw new WrongContext('domain: needs a hostedZone with its hostedZoneId, or a certificate.')
  return {
    name,
    ...(certificateArn ? { certificateArn } : {}),
    ...(zone && id ? { zone: { name: zone, id } } : {}),
  }
}

function context(app: App, name: string): string | undefined {
  const value: unknown = app.node.tryGetContext(name)
  return typeof value === 'string' && value !== '' ? value : undefined
}

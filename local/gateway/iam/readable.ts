import type { Resource } from '../../front/resource.ts'

const hash = /[0-9A-F]{8}$/

/** A logical id as people wrote it: CDK adds a hash of eight digits. */
const written = (logicalId: string): string => logicalId.replace(hash, '')

/** Says of ARNs which resource of the template they are, and what stands behind it: `StoreRequests/index/byDue`. */
export function readableIn(resources: readonly Resource[]): (arn: string) => string {
  const named = resources
    .filter(({ arn }) => arn.startsWith('arn:'))
    // The longest first: a bucket's name may begin as another one's.
    .toSorted((a, b) => b.arn.length - a.arn.length)
  return (arn) => {
    const of = named.find((one) => arn === one.arn || arn.startsWith(`${one.arn}/`))
    return of ? `${written(of.logicalId)}${arn.slice(of.arn.length)}` : arn.replace(/^arn:aws:(\w+):[\w-]*:\d*:/, '$1:')
  }
}

import { house } from './one-house.ts'

/** The keys of everything in the bucket of copies. */
export async function inBucket(): Promise<string> {
  const [bucket] = house.cloud.resources.ofType('AWS::S3::Bucket').filter(({ logicalId }) => /Packages/.test(logicalId))
  const keys = (await house.written()).find(({ where }) => where === `keys in ${bucket?.name}`)
  if (!keys) throw new Error('there is no bucket of copies')
  return keys.text
}

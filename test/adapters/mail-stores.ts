import { rmSync } from 'node:fs'
import type { Instant } from '../../domain/time.ts'
import { serve } from '../../local/front/server.ts'
import { Kms } from '../../local/kms/kms.ts'
import { S3 } from '../../local/s3/s3.ts'
import { quickFolder } from '../memory.ts'
import type { startStore } from './dynamodb-local.ts'
import { findStore } from './environment.ts'

/**
 * Keys and a bucket of mails beside a store, and an environment in which functions of the mailbox find all of it. Modules that are
 * imported from here on read it.
 *
 * @param instant what the clock of keys and bucket says
 */
export async function openMailStores(
  store: Awaited<ReturnType<typeof startStore>>,
  instant: () => Instant,
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly s3: S3; close(): Promise<void> }> {
  const [keys, objects] = [quickFolder('oblige-kms-'), quickFolder('oblige-s3-')]
  const mac = 'arn:aws:kms:eu-central-1:000000000000:key/mac'
  const kms = new Kms({ state: keys, clock: { instant } })
  kms.create({ arn: mac, spec: 'HMAC_256' })
  const s3 = new S3({ state: objects, clock: { instant } })
  s3.create('mails', false)
  const doors = [await serve(0, (request) => kms.handle(request)), await serve(0, (request) => s3.handle(request))]
  findStore(store, {
    ...{ AWS_ENDPOINT_URL_KMS: doors[0]?.url, AWS_ENDPOINT_URL_S3: doors[1]?.url, MAC_KEY: mac, MAILS_BUCKET: 'mails' },
    ...environment,
  })
  return {
    s3,
    async close() {
      for (const { stop } of doors) await stop()
      await s3.stop()
      for (const folder of [keys, objects]) rmSync(folder, { recursive: true, force: true })
    },
  }
}

import { rmSync } from 'node:fs'
import { KMSClient } from '@aws-sdk/client-kms'
import { serve } from '../../local/front/server.ts'
import { Kms } from '../../local/kms/kms.ts'
import { quickFolder } from '../memory.ts'

const key = 'arn:aws:kms:eu-central-1:000000000000:key/vault'

/** The local cloud's KMS with one key, over HTTP. @param spec absent: as the vault's */
export async function startKms(
  spec = 'SYMMETRIC_DEFAULT',
): Promise<{ client: () => KMSClient; key: string; stop: () => void }> {
  const state = quickFolder('oblige-kms-')
  const kms = new Kms({ state, clock: { instant: () => '2026-01-31T00:00:00.000Z' } })
  kms.create({ arn: key, spec })
  const server = await serve(0, (request) => kms.handle(request))
  const setting = {
    endpoint: server.url,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  }
  const { requestHandler } = new KMSClient(setting).config
  const stop = () => {
    void server.stop()
    rmSync(state, { recursive: true, force: true })
  }
  return { client: () => new KMSClient({ ...setting, requestHandler }), key, stop }
}

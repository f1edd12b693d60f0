import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { names } from '../places/places.ts'
import { tellSecret } from '../places/secret.ts'
import policy from '../policy.ts'

/** What the provider's thread is told. */
export type ProviderSetting = {
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
  /** The clock's offset to real time (local/clock): its tokens and codes are of the time that the functions have. */
  readonly offset: SharedArrayBuffer
}

/** Where the demo company's people sign in. */
export type People = { readonly issuer: string; stop(): Promise<void> }

/**
 * Starts the company's OpenID Connect provider in a thread that follows the local cloud's clock, and tells Oblige how to reach
 * it by the secret that the policy names.
 */
export async function startPeople(secrets: SecretsManagerClient, offset: SharedArrayBuffer): Promise<People> {
  const clientId = 'oblige'
  const clientSecret = randomBytes(32).toString('base64url')
  const redirectUri = `${policy.site}/desk/callback`
  const workerData: ProviderSetting = { clientId, clientSecret, redirectUri, offset }
  // It warns of what no demo needs: keys and sessions that survive it.
  const quiet = { stdout: true, stderr: true }
  const worker = new Worker(new URL('./provider-thread.ts', import.meta.url), { workerData, execArgv: [], ...quiet })
  const [issuer] = (await once(worker, 'message')) as [string]
  await tellSecret(secrets, names.desk, { issuer, clientId, clientSecret })
  return {
    issuer,
    stop: async () => {
      await worker.terminate()
    },
  }
}

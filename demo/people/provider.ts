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
  /** What gives tokens to the company's programs, and for what. */
  readonly programs: {
    readonly issuer: string
    readonly audience: string
    readonly secrets: Readonly<Record<string, string>>
  }
  /** The clock's offset to real time (local/clock): its tokens and codes are of the time that the functions have. */
  readonly offset: SharedArrayBuffer
}

/** Where the demo company's people sign in, and its programs get their tokens. */
export type People = {
  readonly issuer: string
  /** Where the issuer of the policy's `clients` is on this machine. */
  readonly tokens: string
  /** Secrets of the company's programs, by what they are called there. */
  readonly programs: Readonly<Record<string, string>>
  stop(): Promise<void>
}

/**
 * Starts the company's OpenID Connect provider in a thread that follows the local cloud's clock, and tells Oblige how to reach
 * it by the secret that the policy names.
 */
export async function startPeople(secrets: SecretsManagerClient, offset: SharedArrayBuffer): Promise<People> {
  const clientId = 'oblige'
  const clientSecret = randomBytes(32).toString('base64url')
  const redirectUri = `${policy.site}/desk/callback`
  const { clients } = policy
  if (clients?.kind !== 'oidc') throw new Error('the demo’s policy names no provider for programs')
  const [audience = ''] = clients.audience
  const secret = () => randomBytes(32).toString('base64url')
  const programs = { reporting: secret(), 'case-tool': secret() }
  const workerData: ProviderSetting = {
    ...{ clientId, clientSecret, redirectUri, offset },
    programs: { issuer: clients.issuer, audience, secrets: programs },
  }
  // It warns of what no demo needs: keys and sessions that survive it.
  const quiet = { stdout: true, stderr: true }
  const worker = new Worker(new URL('./provider-thread.ts', import.meta.url), { workerData, execArgv: [], ...quiet })
  const [{ issuer, tokens }] = (await once(worker, 'message')) as [Pick<People, 'issuer' | 'tokens'>]
  await tellSecret(secrets, names.desk, { issuer, clientId, clientSecret })
  return {
    ...{ issuer, tokens, programs },
    stop: async () => {
      await worker.terminate()
    },
  }
}

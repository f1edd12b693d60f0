import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { allowInsecureRequests, type Configuration, discovery, enableNonRepudiationChecks } from 'openid-client'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import type { DeskPolicy } from '../../policy/desk.ts'

const Registered = z.object({ issuer: z.url(), clientId: z.string(), clientSecret: z.string() })

/** How long an answer of the provider is waited for, in seconds: an HTTP API gives up after 30. */
const patience = 8

/** The provider as it says of itself (OpenID Connect Discovery 1.0); asked once by each instance, and again after a failure. */
let known: Promise<Configuration> | undefined

export function provider(signIn: DeskPolicy['signIn']): Promise<Configuration> {
  known ??= found(signIn).catch((error: unknown) => {
    known = undefined
    throw error
  })
  return known
}

async function found(signIn: DeskPolicy['signIn']): Promise<Configuration> {
  const { issuer, clientId, clientSecret } = await registered(signIn)
  const server = new URL(issuer)
  // TLS, except on this machine. Signatures of ID tokens are checked although they come over it.
  const execute = [enableNonRepudiationChecks, ...(server.hostname === '127.0.0.1' ? [allowInsecureRequests] : [])]
  return discovery(server, clientId, clientSecret, undefined, { execute, timeout: patience })
}

/** @throws when a field of the secret is missing: its name, never a value */
async function registered(signIn: DeskPolicy['signIn']): Promise<{
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret?: string
}> {
  // The pool's client is a public one: what proves it is PKCE (RFC 7636).
  if (signIn.kind === 'cognito') return { issuer: required('ISSUER'), clientId: required('CLIENT_ID') }
  const { SecretString } = await new SecretsManagerClient({}).send(
    new GetSecretValueCommand({ SecretId: signIn.secret }),
  )
  const read = Registered.safeParse(JSON.parse(SecretString ?? '{}'))
  if (read.success) return read.data
  const missing = read.error.issues.map(({ path }) => path.join('.'))
  throw new Error(`the secret of the sign-in lacks ${missing.join(', ')}`)
}

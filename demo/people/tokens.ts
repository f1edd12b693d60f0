import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { Provider } from 'oidc-provider'
import type { ProviderSetting } from './provider.ts'

/** What each program of the demo company may ask for. */
const may: Readonly<Record<string, string>> = { reporting: 'oblige/read', 'case-tool': 'oblige/read oblige/act' }

/**
 * Gives tokens to the demo company's programs (OAuth 2.0 client credentials; JWTs as RFC 9068 has them). It calls itself what the
 * policy calls it, wherever it is on this machine.
 */
export function tokensFor({ issuer, audience, secrets }: ProviderSetting['programs']): RequestListener {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = { ...privateKey.export({ format: 'jwk' }), kid: randomBytes(8).toString('hex'), alg: 'RS256', use: 'sig' }
  const provider = new Provider(issuer, {
    clients: Object.entries(secrets).map(([client_id, client_secret]) => ({
      ...{ client_id, client_secret, scope: may[client_id] ?? '' },
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
      token_endpoint_auth_method: 'client_secret_basic' as const,
    })),
    jwks: { keys: [key as never] },
    scopes: ['oblige/read', 'oblige/act'],
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        getResourceServerInfo: () => ({
          scope: 'oblige/read oblige/act',
          audience,
          accessTokenFormat: 'jwt' as const,
          accessTokenTTL: 3600,
          jwt: { sign: { alg: 'RS256' as const } },
        }),
      },
    },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
  })
  return provider.callback()
}

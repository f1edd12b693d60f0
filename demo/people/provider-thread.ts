/** The demo company's OpenID Connect provider: a password, and a code of an authenticator app as second factor. */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'
import { followTheClock } from '../../local/clock/follow.ts'
import { type Colleague, colleagues } from './colleagues.ts'
import type { ProviderSetting } from './provider.ts'

const { clientId, clientSecret, redirectUri, programs, offset } = workerData as ProviderSetting
followTheClock(new Float64Array(offset))
// After the clock: what they read at their start is its time already.
const { Provider } = await import('oidc-provider')
const { TOTP } = await import('otpauth')
const { page } = await import('./sign-in-page.ts')
const { tokensFor } = await import('./tokens.ts')

const server = createServer((request, response) => void answer(request, response))
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [redirectUri],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      token_endpoint_auth_method: 'client_secret_post',
    },
  ],
  claims: { openid: ['sub'], email: ['email', 'email_verified', 'groups', 'amr'] },
  // The ID token holds them, as with most providers.
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: false } },
  cookies: { keys: [randomBytes(32).toString('base64url')] },
  interactions: { url: (_, { uid }) => `/sign-in/${uid}` },
  findAccount: (_, id) => {
    const found = colleagues.find(({ email }) => email === id)
    return (
      found && {
        accountId: id,
        claims: async () => ({
          sub: id,
          email: found.email,
          email_verified: true,
          groups: [...found.groups],
          amr: found.authenticator ? ['pwd', 'otp', 'mfa'] : ['pwd'],
        }),
      }
    )
  },
  // Whoever works here need not agree to it.
  async loadExistingGrant({ oidc }) {
    const grant = new oidc.provider.Grant({
      accountId: oidc.session?.accountId ?? '',
      clientId: oidc.client?.clientId ?? '',
    })
    grant.addOIDCScope('openid email')
    await grant.save()
    return grant
  },
})
const everythingElse = provider.callback()

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!request.url?.startsWith('/sign-in/')) {
    everythingElse(request, response)
    return
  }
  try {
    await provider.interactionDetails(request, response)
  } catch {
    shown(response, 400, page({ problem: 'This sign-in is over. Go back to the desk, and begin anew.' }))
    return
  }
  const typed = request.method === 'POST' ? new URLSearchParams(await bodyOf(request)) : undefined
  const found = typed && colleagues.find(({ email }) => email === typed.get('email'))
  if (found && typed && isRight(found, typed)) {
    const amr = found.authenticator ? ['pwd', 'otp', 'mfa'] : ['pwd']
    await provider.interactionFinished(request, response, { login: { accountId: found.email, amr } })
    return
  }
  shown(
    response,
    typed ? 403 : 200,
    page({
      action: request.url,
      people: colleagues.map((one) => ({
        email: one.email,
        code: one.authenticator && codeOf(one.authenticator).generate(),
      })),
      ...(typed ? { problem: 'That was not right: address, password and code have to fit.' } : {}),
    }),
  )
}

const codeOf = (secret: string) => new TOTP({ secret })

const isRight = ({ password, authenticator }: Colleague, typed: URLSearchParams): boolean =>
  typed.get('password') === password &&
  (authenticator === undefined ||
    codeOf(authenticator).validate({ token: typed.get('code') ?? '', window: 1 }) !== null)

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString('utf8')
}

function shown(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(body)
}

const tokens = createServer(tokensFor(programs))
await new Promise<void>((resolve) => tokens.listen(0, '127.0.0.1', resolve))

parentPort?.postMessage({ issuer, tokens: `http://127.0.0.1:${(tokens.address() as AddressInfo).port}` })

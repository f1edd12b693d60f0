import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import middy from '@middy/core'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import {
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientError,
  calculatePKCECodeChallenge,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { required } from '../../adapters/environment.ts'
import { newToken, tokenHash } from '../../adapters/keys.ts'
import { Sessions } from '../../adapters/sessions.ts'
import { staffOf } from '../../domain/desk.ts'
import { type Instant, instant, moved } from '../../domain/time.ts'
import type { DeskPolicy } from '../../policy/desk.ts'
import { policy } from '../../policy/in-force.ts'
import { asDeskPage, type DeskAnswer } from '../desk/answer.ts'
import { attemptCookie, attemptIn, cookie, gone, held, sessionCookie, underWay } from '../desk/cookies.ts'
import type { Endpoint } from '../entry/http.ts'
import { inTheLog, log } from '../entry/log.ts'
import { provider } from './provider.ts'
import { welcome } from './welcome.ts'

/** How long somebody may take at the provider. */
const attemptLasts = 'PT10M'

const sessions = new Sessions(required('TABLE'), new DynamoDBClient({}))
const callback = `${policy.site}/desk/callback`

/** Signing in at the company's OpenID Connect provider (authorization code with PKCE), and out. */
export const handler: Endpoint = middy()
  .use(inTheLog('desk-sign-in'))
  .use(asDeskPage())
  .handler(async (event: APIGatewayProxyEventV2): Promise<DeskAnswer> => {
    const { desk } = policy
    if (!desk) throw new Error('the policy has no desk')
    const now = instant(Date.now())
    if (event.routeKey === 'GET /desk/sign-in') return begin(event, desk, now)
    if (event.routeKey === 'GET /desk/callback') return end(event, desk, now)
    return signOut(event)
  }) as unknown as Endpoint

async function begin(event: APIGatewayProxyEventV2, { signIn }: DeskPolicy, now: Instant): Promise<DeskAnswer> {
  const attempt = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
  const { back = '' } = event.queryStringParameters ?? {}
  const until = moved(now, attemptLasts, policy.company.timeZone)
  const url = buildAuthorizationUrl(await provider(signIn), {
    redirect_uri: callback,
    scope: 'openid email',
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
  })
  return {
    status: 200,
    json: { signIn: url.href },
    seeOther: url.href,
    cookies: [cookie(attemptCookie, underWay({ ...attempt, back: isOfTheDesk(back) ? back : '/desk' }, until), 600)],
  }
}

async function end(event: APIGatewayProxyEventV2, desk: DeskPolicy, now: Instant): Promise<DeskAnswer> {
  const attempt = attemptIn(event, Date.parse(now))
  if (!attempt) return unwelcome(400, 'sign-in-over')
  const configuration = await provider(desk.signIn)
  const claims = await claimsOf(new URL(`${callback}?${event.rawQueryString}`), attempt, configuration)
  if (!claims) return unwelcome(400, 'sign-in-failed')
  const found = welcome(claims, desk)
  if (typeof found === 'string') {
    log({ what: 'desk-sign-in', outcome: `no ${found}` })
    return unwelcome(401, `no-${found}`)
  }
  // A session of its own, whatever the browser brought along; the one that it had is over.
  const before = held(event, sessionCookie)
  if (before) await sessions.end(tokenHash(before))
  const own = newToken()
  const endsAt = moved(now, desk.sessions.whole, policy.company.timeZone)
  await sessions.begin(tokenHash(own), {
    ...found,
    staff: staffOf(found.role, configuration.serverMetadata().issuer, claims.sub),
    csrf: newToken(),
    seenAt: now,
    endsAt,
  })
  return {
    status: 200,
    json: { role: found.role },
    seeOther: isOfTheDesk(attempt.back) ? attempt.back : '/desk',
    cookies: [
      gone(attemptCookie),
      cookie(sessionCookie, own, Math.floor((Date.parse(endsAt) - Date.parse(now)) / 1000)),
    ],
  }
}

/** What the ID token says; undefined when the answer is not one to this sign-in. @throws when the provider is out of reach */
async function claimsOf(
  answered: URL,
  { state, nonce, verifier }: { readonly state: string; readonly nonce: string; readonly verifier: string },
  configuration: Awaited<ReturnType<typeof provider>>,
) {
  try {
    const tokens = await authorizationCodeGrant(configuration, answered, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    })
    return tokens.claims()
  } catch (error) {
    const isTheirs =
      error instanceof AuthorizationResponseError || error instanceof ResponseBodyError || error instanceof ClientError
    if (isTheirs) return undefined
    throw error
  }
}

async function signOut(event: APIGatewayProxyEventV2): Promise<DeskAnswer> {
  const secret = held(event, sessionCookie)
  // Another site's form sends no cookie (`Lax`): nobody is signed out from elsewhere.
  if (secret) await sessions.end(tokenHash(secret))
  return { status: 200, json: {}, page: { kind: 'trouble', why: 'signed-out' }, cookies: [gone(sessionCookie)] }
}

function unwelcome(
  status: number,
  why: 'sign-in-over' | 'sign-in-failed' | 'no-address' | 'no-second-factor' | 'no-role',
): DeskAnswer {
  return { status, json: { error: why }, page: { kind: 'trouble', why }, cookies: [gone(attemptCookie)] }
}

/** A path of the desk, and no other address, whatever the link says. */
const isOfTheDesk = (back: string): boolean => /^\/desk(\/[A-Za-z0-9/-]*)?$/.test(back)

import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Clock } from '../../../local/clock/clock.ts'
import { Tokens } from '../../../local/front/tokens.ts'

const issuer = 'https://issuer.example.com'
const audience = 'https://api.example.com'
const now = Date.parse('2026-03-01T12:00:00Z')
const seconds = now / 1000
const own = generateKeyPairSync('rsa', { modulusLength: 2048 })
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 })

let server: Server
let tokens: Tokens
beforeAll(async () => {
  const published = (key: KeyObject, kid: string) => ({ ...key.export({ format: 'jwk' }), kid })
  server = createServer(({ url }, response) => {
    const body = url?.endsWith('/jwks')
      ? { keys: [published(own.publicKey, 'own'), published(elliptic.publicKey, 'elliptic')] }
      : { issuer, jwks_uri: `${issuer}/jwks` }
    response.end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  tokens = new Tokens({ now: () => now } as Clock, new Map([[issuer, here]]))
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const good = { iss: issuer, aud: audience, exp: seconds + 60, iat: seconds, scope: 'read act', client_id: 'tool' }
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

function token(
  claims: object,
  header: object = { alg: 'RS256', kid: 'own' },
  key: KeyObject | string = own.privateKey,
) {
  const signed = `${encoded(header)}.${encoded(claims)}`
  const signature =
    typeof key === 'string'
      ? createHmac('sha256', key).update(signed).digest()
      : sign('sha256', Buffer.from(signed), key)
  return `${signed}.${signature.toString('base64url')}`
}

const check = (bearer: string | undefined, scopes = ['read']) =>
  tokens.check({ JwtConfiguration: { Issuer: issuer, Audience: [audience, 'tool'] } }, scopes, bearer)

test('a token of the issuer for this audience with one of the scopes lets through, and says whose it is', async () => {
  const checked = { claims: { client_id: 'tool', aud: audience }, scopes: ['read'] }
  expect(await check(`Bearer ${token(good)}`)).toMatchObject(checked)
  expect(await check(token(good))).toMatchObject(checked)
  expect(await check(token({ ...good, aud: ['x', audience], scope: undefined, scp: ['read'] }))).toMatchObject({
    claims: { aud: `[x ${audience}]` },
  })
  // Cognito's access tokens have no audience.
  expect(await check(token({ ...good, aud: undefined }))).toMatchObject({ scopes: ['read'] })
})

test('nothing else does', async () => {
  const { n = '' } = own.publicKey.export({ format: 'jwk' }) as { n?: string }
  const wrong: Readonly<Record<string, string | undefined>> = {
    'no token': undefined,
    'an empty one': 'Bearer ',
    'no JWT': 'Bearer abc',
    'four parts': `${token(good)}.x`,
    'no JSON': 'e30x.e30x.e30x',
    'alg none': `${encoded({ alg: 'none', kid: 'own' })}.${encoded(good)}.`,
    'the public key as a shared secret': token(good, { alg: 'HS256', kid: 'own' }, n),
    'another algorithm than RSA': token(good, { alg: 'ES256', kid: 'elliptic' }, elliptic.privateKey),
    'a key of another kind than it says': token(good, { alg: 'RS256', kid: 'elliptic' }, elliptic.privateKey),
    'somebody else’s key': token(good, undefined, foreign.privateKey),
    'a key that is not published': token(good, { alg: 'RS256', kid: 'unknown' }),
    'no key': token(good, { alg: 'RS256' }),
    'other claims than were signed': token(good).replace(/\.[^.]+\./, `.${encoded({ ...good, scope: 'act read x' })}.`),
    'another issuer': token({ ...good, iss: `${issuer}/` }),
    'another audience': token({ ...good, aud: 'https://other.example.com' }),
    'another audience, whatever the client': token({ ...good, aud: 'x', client_id: 'tool' }),
    'neither audience nor client': token({ ...good, aud: undefined, client_id: 'x' }),
    'one that is over': token({ ...good, exp: seconds }),
    'one without an end': token({ ...good, exp: undefined }),
    'one that is not valid yet': token({ ...good, nbf: seconds + 1 }),
    'one of the future': token({ ...good, iat: seconds + 1 }),
  }
  for (const [what, bearer] of Object.entries(wrong))
    expect([what, await check(bearer)]).toEqual([what, 'unauthorized'])
  expect(await check(token({ ...good, scope: 'act reader' }))).toBe('forbidden')
  expect(await check(token({ ...good, scope: undefined }))).toBe('forbidden')
})

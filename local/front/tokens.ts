import { createPublicKey, type JsonWebKey, verify } from 'node:crypto'
import type { Clock } from '../clock/clock.ts'
import { list, part, text } from './resource.ts'

/** What a token says, as an integration gets it; or why API Gateway lets nobody through with it. */
export type Checked =
  | { readonly claims: Readonly<Record<string, string>>; readonly scopes: readonly string[] }
  | 'unauthorized'
  | 'forbidden'

/** The algorithms that API Gateway takes: RSA alone (its developer guide, "JWT authorizers"). */
const digests: Readonly<Record<string, string>> = { RS256: 'sha256', RS384: 'sha384', RS512: 'sha512' }

type Key = JsonWebKey & { readonly kid?: string }

/** The check that API Gateway makes of a JWT, in its order: signature, issuer, audience, times, scopes. */
export class Tokens {
  readonly #clock: Clock
  readonly #issuers: ReadonlyMap<string, string>
  readonly #keys = new Map<string, readonly Key[]>()

  /** @param issuers where one is on this machine, by the address that it has elsewhere; may be added to later */
  constructor(clock: Clock, issuers: ReadonlyMap<string, string>) {
    this.#clock = clock
    this.#issuers = issuers
  }

  /** @throws when the issuer is out of reach */
  async check(authorizer: unknown, scopes: readonly string[], authorization: string | undefined): Promise<Checked> {
    const { Issuer, Audience } = part(authorizer, 'JwtConfiguration')
    const issuer = text(Issuer)
    const token = (authorization ?? '').replace(/^Bearer /i, '')
    const [head = '', body = '', signature = '', ...more] = token.split('.')
    const [header, claims] = [read(head), read(body)]
    if (more.length > 0 || !header || !claims) return 'unauthorized'
    const digest = digests[text(header.alg)]
    const key = digest === undefined ? undefined : await this.#key(issuer, text(header.kid))
    if (!digest || !key) return 'unauthorized'
    const publicKey = createPublicKey({ key, format: 'jwk' })
    if (publicKey.asymmetricKeyType !== 'rsa') return 'unauthorized'
    if (!verify(digest, Buffer.from(`${head}.${body}`), publicKey, Buffer.from(signature, 'base64url')))
      return 'unauthorized'
    if (text(claims.iss) !== issuer || !this.#isInTime(claims)) return 'unauthorized'
    // `client_id` counts only where there is no `aud`: Cognito's access tokens have none.
    const audience =
      claims.aud === undefined ? [claims.client_id] : Array.isArray(claims.aud) ? claims.aud : [claims.aud]
    if (!audience.some((one) => list(Audience).includes(one))) return 'unauthorized'
    const given = [claims.scope ?? claims.scp].flat().flatMap((one) => text(one).split(' '))
    const matching = scopes.filter((one) => given.includes(one))
    if (scopes.length > 0 && matching.length === 0) return 'forbidden'
    const said = Object.entries(claims).map(([name, value]) => [name, written(value)] as const)
    return { claims: Object.fromEntries(said), scopes: matching }
  }

  #isInTime({ exp, nbf, iat }: Readonly<Record<string, unknown>>): boolean {
    const now = this.#clock.now() / 1000
    const isPast = (at: unknown) => at === undefined || (typeof at === 'number' && at <= now)
    return typeof exp === 'number' && exp > now && isPast(nbf) && isPast(iat)
  }

  /** The issuer's key of that name (OpenID Connect Discovery 1.0); asked for again when it is not among those known. */
  async #key(issuer: string, kid: string): Promise<Key | undefined> {
    const find = () => this.#keys.get(issuer)?.find((one) => kid !== '' && one.kid === kid)
    if (!find()) this.#keys.set(issuer, await this.#keysOf(issuer))
    return find()
  }

  async #keysOf(issuer: string): Promise<readonly Key[]> {
    const here = this.#issuers.get(issuer) ?? issuer
    const { jwks_uri } = await json(`${here}/.well-known/openid-configuration`)
    const { keys } = await json(text(jwks_uri).replace(issuer, here))
    return list(keys) as readonly Key[]
  }
}

async function json(url: string): Promise<Readonly<Record<string, unknown>>> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  return part(await answer.json())
}

function read(piece: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(piece, 'base64url').toString('utf8'))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** Integrations get every claim as text, a list in brackets. */
const written = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map(String).join(' ')}]`
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)

import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { isToken, tokenPattern } from '../../adapters/keys.ts'

/**
 * Cookies of the desk, and the only ones of the house. `__Host-`: this host alone set it, over TLS, for all of its paths (RFC 6265bis,
 * section 4.1.3.2); nobody who can write another subdomain's cookies can plant one.
 */
export const sessionCookie = '__Host-oblige-desk'
/** Of a sign-in that is under way. */
export const attemptCookie = '__Host-oblige-sign-in'

/** `Lax`, because the provider sends people back from its own site; forms are guarded by a token of the session. */
export const cookie = (name: string, value: string, seconds: number): string =>
  `${name}=${value}; Path=/; Max-Age=${seconds}; Secure; HttpOnly; SameSite=Lax`

export const gone = (name: string): string => cookie(name, '', 0)

/** What a cookie holds, when it can be one of ours: 256 bits, base64url. */
export function held({ cookies = [] }: APIGatewayProxyEventV2, name: string): string | undefined {
  const found = cookies.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1)
  return found && isToken(found) ? found : undefined
}

/** A sign-in that is under way at the provider: what its answer has to fit. */
type Attempt = {
  readonly state: string
  readonly nonce: string
  /** RFC 7636. */
  readonly verifier: string
  /** The page that was asked for, such as /desk. */
  readonly back: string
}

/**
 * A sign-in that is under way, as the browser that began it keeps it: whoever only visits writes nothing here. It needs no
 * signature: who changes it has an attempt that the provider’s answer does not fit, because the provider holds the code’s
 * challenge (RFC 7636) and signs the nonce. @param until ISO instant
 */
export const underWay = ({ state, nonce, verifier, back }: Attempt, until: string): string =>
  [state, nonce, verifier, String(Date.parse(until)), Buffer.from(back).toString('base64url')].join('.')

/** What `underWay` wrote, as long as it lasts. @param now in ms */
export function attemptIn({ cookies = [] }: APIGatewayProxyEventV2, now: number): Attempt | undefined {
  const found = cookies.find((one) => one.startsWith(`${attemptCookie}=`))?.slice(attemptCookie.length + 1) ?? ''
  const secret = `(${tokenPattern})`
  const [, state, nonce, verifier, until = '', back = ''] =
    new RegExp(`^${secret}\\.${secret}\\.${secret}\\.(\\d{13})\\.([A-Za-z0-9_-]{1,400})$`).exec(found) ?? []
  if (!state || !nonce || !verifier || now >= Number(until)) return undefined
  return { state, nonce, verifier, back: Buffer.from(back, 'base64url').toString() }
}

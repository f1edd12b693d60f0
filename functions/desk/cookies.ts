import type { APIGatewayProxyEventV2 } from 'aws-lambda'

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
  return found && /^[A-Za-z0-9_-]{43}$/.test(found) ? found : undefined
}

import { createSign } from 'node:crypto'
import * as z from 'zod/mini'
import { type Answered, call, jsonOf, NotReached } from '../https.ts'

/** A key of a service account, as Google's console gives it. */
export const ServiceAccount = z.object({
  client_email: z.string(),
  private_key: z.string(),
  token_uri: z.url(),
})
type ServiceAccount = z.infer<typeof ServiceAccount>

const Token = z.object({ access_token: z.string() })
const scope = 'https://www.googleapis.com/auth/analytics.user.deletion'
/** The longest that Google lets such an assertion live, in seconds. */
const anHour = 3600

/**
 * A token for deleting users, for an assertion that the account signs (RFC 7523; Google, "Using OAuth 2.0 for Server to
 * Server Applications"). @param now seconds since 1970 @throws NotReached
 */
export async function accessToken(account: ServiceAccount, ca: string | undefined, now: number): Promise<string> {
  const { client_email: iss, token_uri: aud } = account
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ iss, scope, aud, iat: now, exp: now + anHour })}`
  const assertion = `${claims}.${createSign('RSA-SHA256').update(claims).sign(account.private_key, 'base64url')}`
  const answer = await call({
    method: 'POST',
    url: new URL(aud),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }).toString(),
    ca,
    own: true,
  })
  return tokenIn(answer)
}

function tokenIn(answer: Answered): string {
  const read = answer.status === 200 ? Token.safeParse(jsonOf(answer)) : undefined
  if (!read?.success) throw new NotReached(`no access token: status ${answer.status}`)
  return read.data.access_token
}

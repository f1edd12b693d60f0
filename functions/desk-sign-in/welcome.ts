import { type Role, roleOf } from '../../domain/desk.ts'
import type { DeskPolicy } from '../../policy/desk.ts'

/** What an ID token says of somebody. */
export type Claims = Readonly<Record<string, unknown>>
export type Unwelcome = 'address' | 'second-factor' | 'role'

/** Whether somebody whom the provider knows may sit at the desk, and as what. */
export function welcome(claims: Claims, desk: DeskPolicy): { readonly role: Role; readonly name: string } | Unwelcome {
  const { email, email_verified: verified } = claims
  // Some providers write it as text.
  if (typeof email !== 'string' || !(verified === true || verified === 'true')) return 'address'
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  if (!desk.domains.includes(domain)) return 'address'
  const { signIn } = desk
  // A pool of our own lets nobody in without (infra/desk.ts).
  if (signIn.kind === 'oidc' && !listed(claims.amr).some((one) => signIn.secondFactor.includes(one)))
    return 'second-factor'
  const role = roleOf(listed(claims[signIn.kind === 'oidc' ? signIn.groups : 'cognito:groups']), desk)
  return role ? { role, name: email } : 'role'
}

const listed = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

import { account } from '../../template/assembly.ts'
import type { Need } from '../service.ts'
import type { Context } from './conditions.ts'
import { fits, type Statement } from './statement.ts'

/** Who calls. */
export type Principal = {
  readonly kind: 'role' | 'user' | 'service'
  /** The function, machine, schedule or person, for people. */
  readonly name: string
  /** ARN of the session or user; for a service its name, e.g. `cloudfront.amazonaws.com`. */
  readonly arn: string
  /** ARN of the role, where a role calls. */
  readonly roleArn?: string
  /** Identity policies. */
  readonly statements: readonly Statement[]
}

export type Verdict =
  | { readonly allowed: true; readonly by: readonly Statement[] }
  | { readonly allowed: false; readonly by: readonly Statement[]; readonly why: string }

const root = `arn:aws:iam::${account}:root`

/**
 * IAM's decision inside one account: an explicit deny wins; else the resource's policy may allow a principal that it
 * names, or the principal's own policies may allow it. A KMS key also has to leave the decision to IAM, by allowing the
 * account (IAM user guide, policy evaluation logic; KMS developer guide, default key policy).
 */
export function decide(
  principal: Principal,
  { action, resource }: Need,
  context: Context,
  resourcePolicy: readonly Statement[] | undefined,
): Verdict {
  const own = principal.statements.filter((one) => fits(one, action, resource, context))
  const onResource = (resourcePolicy ?? []).filter((one) => fits(one, action, resource, context))
  const direct = onResource.filter((one) => speaksOf(one, principal, false))
  const delegated = onResource.filter((one) => speaksOf(one, principal, true))
  const denies = [...own, ...direct, ...delegated].filter(({ effect }) => effect === 'Deny')
  const refused = (why: string): Verdict => ({
    allowed: false,
    by: denies,
    why: refusal(principal, action, resource, why),
  })
  if (denies.length > 0) return refused(`with an explicit deny (${denies.map(({ source }) => source).join('; ')})`)

  const allowedHere = direct.filter(({ effect }) => effect === 'Allow')
  const allowedByOwn = own.filter(({ effect }) => effect === 'Allow')
  if (allowedHere.length > 0) return { allowed: true, by: [...allowedHere, ...allowedByOwn] }
  if (allowedByOwn.length === 0) return refused(`because no policy allows the ${action} action`)
  const handedOver = delegated.filter(({ effect }) => effect === 'Allow')
  if (action.startsWith('kms:') && resourcePolicy && handedOver.length === 0)
    return refused('because the key policy does not leave it to IAM')
  return { allowed: true, by: [...allowedByOwn, ...handedOver] }
}

/** Whether a statement of a resource's policy names the principal; with `asAccount`, by naming its account. */
function speaksOf({ audience }: Statement, principal: Principal, asAccount: boolean): boolean {
  return (audience ?? []).some(({ kind, id }) => {
    if (kind === 'Service') return !asAccount && principal.kind === 'service' && id === principal.arn
    if (principal.kind === 'service') return !asAccount && id === '*'
    if (id === root || id === account) return asAccount
    return !asAccount && (id === '*' || id === principal.arn || id === principal.roleArn)
  })
}

const refusal = ({ kind, arn }: Principal, action: string, resource: string, why: string) =>
  `${kind === 'service' ? 'Service' : 'User'}: ${arn} is not authorized to perform: ${action} on resource: ${resource} ${why}`

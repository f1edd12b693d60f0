import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { Directory } from '../../adapters/directory.ts'
import { required } from '../../adapters/environment.ts'
import type { Whole } from '../../adapters/items.ts'
import { Mac } from '../../adapters/keys.ts'
import type { Requests } from '../../adapters/requests.ts'
import type { Event } from '../../domain/event.ts'
import { Personal } from '../../domain/personal.ts'
import type { In } from '../../domain/request.ts'
import type { Instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { hasMinor } from '../entry/children.ts'
import { Address } from '../entry/shapes.ts'
import { foundOf } from '../entry/subject.ts'

/** What the company decided, and what of other requests of that person it rests on. */
type Decision = {
  readonly event: Extract<Event, { type: 'identified' | 'not-identified' }>
  readonly also: readonly TransactWriteItem[]
}
export const isChecking = (whole: Whole): whole is Whole & { readonly request: In<'checking'> } =>
  whole.request.status === 'checking'

/** What the officer's form says of who asks, or what is wrong with it: the account has to be one that there is. */
export function identifying(client: DynamoDBClient, requests: Requests) {
  const directory = new Directory(policy, client)
  const mac = new Mac(required('MAC_KEY'))
  return async (
    { right, reference }: In<'checking'>,
    body: Readonly<Record<string, string>>,
    now: Instant,
  ): Promise<Decision | 'unknown' | 'wrongAddress'> => {
    if (body.identity !== 'accepted') return { event: { type: 'not-identified' }, also: [] }
    const account = (body.account ?? '').trim().toLowerCase()
    if (!Address.safeParse(account).success) return 'wrongAddress'
    const hash = await mac.ofAddress(account)
    const open = await requests.openOf(hash)
    const { [right]: same, ...others } = open
    // Whom an erasure knows is nobody any more once it is done: what rests on it is decided anew then.
    const also = right === 'erasure' ? [] : [requests.stillOpen(hash, 'erasure', open.erasure)]
    const known = { account: { address: new Personal(account), hash } }
    // The request itself is what is open for whoever is believed to be the one at the proven address.
    if (same && same !== reference) {
      const found = { duplicateOf: same as In<'duplicate'>['of'] }
      return { event: { type: 'identified', found, ...known }, also }
    }
    const { known: found, holders } = await foundOf(account, Object.values(others), directory, requests)
    if (!found) return 'unknown'
    const minor = hasMinor(holders, now, reference)
    return { event: { type: 'identified', found, ...known, minor }, also }
  }
}

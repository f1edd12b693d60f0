import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { isClosed, type Request } from '../domain/request.ts'
import type { Step } from '../domain/step.ts'
import { type Lock, personKey, questionOf } from './items.ts'
import { item } from './table.ts'

/** Whether a second request of the same person for the same right would be one too many: of objections it never is. */
const isOpen = (request: Request): boolean =>
  request.right !== 'objection' &&
  request.status !== 'unverified' &&
  request.status !== 'withdrawing' &&
  !isClosed(request)

/** What keeps a second one out; whether a guardian consents is asked once, and known as long as the account is there. */
const lockOf = (request: Request): Lock | undefined => {
  if (request.status === 'approving' || request.status === 'approved') return questionOf(request.file)
  const isConsent = request.status === 'consenting' || request.status === 'consented'
  if (isConsent || (request.status === 'restored' && request.unconsented)) return 'consent'
  if (!isOpen(request) || request.right === 'disclosure') return undefined
  return request.controller ? `for ${request.controller}: ${request.reference}` : request.right
}

/** One open request for each person and right: taken when confirmed, freed when closed or withdrawn. */
export function lockWrites({ before, request }: Step, table: string): TransactWriteItem[] {
  const hash = 'person' in before ? before.person?.hash : undefined
  // Whom the company believed to be somebody else's person is that one from then on.
  const next = ('person' in request ? request.person?.hash : undefined) ?? hash
  // What was not there before held nothing.
  const [had, has] = [before.version === 0 ? undefined : lockOf(before), lockOf(request)]
  if (!hash || !next || (had === has && hash === next)) return []
  const put = (right: Lock): TransactWriteItem => ({
    Put: {
      TableName: table,
      Item: item({ ...personKey(next, right), right, reference: request.reference }),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  })
  const free = (right: Lock): TransactWriteItem => ({
    Delete: { TableName: table, Key: item(personKey(hash, right)) },
  })
  return [...(has ? [put(has)] : []), ...(had ? [free(had)] : [])]
}

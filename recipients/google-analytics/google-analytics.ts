import * as z from 'zod/mini'
import type { GoogleAnalyticsTold } from '../../policy/recipients.ts'
import { type Heard, knownBy, type Message, type Recipient } from '../contract.ts'
import { call, isFinal, jsonOf, NotReached } from '../https.ts'
import type { Connection } from '../secret.ts'
import { accessToken, ServiceAccount } from './access-token.ts'

/** The key of a service account with the permission to edit the property. */
export const GoogleAnalyticsSecret = z.extend(ServiceAccount, {
  /** Absent: Google's. */
  endpoint: z.optional(z.url()),
  /** Certificates to trust, PEM, when the authority is not a public one. */
  ca: z.optional(z.string()),
})
type Secret = z.infer<typeof GoogleAnalyticsSecret>

const googles = 'https://www.googleapis.com/analytics/v3'
const kind = 'analytics#userDeletionRequest'
const Accepted = z.object({ kind: z.literal(kind), deletionRequestTime: z.string() })

/**
 * Google Analytics' user deletion (User Deletion API v3, userDeletionRequest: upsert): one id a call; it deletes within
 * about two months of its own, and nobody can ask whether it did. The same user twice is one deletion.
 */
export class GoogleAnalytics implements Recipient {
  readonly #told: GoogleAnalyticsTold
  readonly #connection: Connection<Secret>
  readonly #now: () => number

  /** @param now ms since 1970 */
  constructor(told: GoogleAnalyticsTold, connection: Connection<Secret>, now: () => number) {
    this.#told = told
    this.#connection = connection
    this.#now = now
  }

  async tell({ act, about }: Message): Promise<Heard> {
    const { user, propertyId } = this.#told
    const users = knownBy(about, user.of)
    if (act !== 'erase' || users.length === 0) return 'refused'
    const { endpoint = googles, ca, ...account } = await this.#connection()
    const token = await accessToken(account, ca, Math.floor(this.#now() / 1000))
    for (const userId of users) {
      const answer = await call({
        method: 'POST',
        url: new URL(`${endpoint}/userDeletion/userDeletionRequests:upsert`),
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ kind, id: { type: user.type, userId }, propertyId }),
        ca,
        own: true,
      })
      if (isFinal(answer.status)) return 'refused'
      if (answer.status !== 200 || !Accepted.safeParse(jsonOf(answer)).success)
        throw new NotReached(`a deletion was not taken: status ${answer.status}`)
    }
    return 'accepted'
  }
}

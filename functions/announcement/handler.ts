import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { Announcements } from '../../adapters/announcements.ts'
import { required } from '../../adapters/environment.ts'
import { Machines } from '../../adapters/machines.ts'
import { type Announcement, announced, isSame } from '../../domain/announcement.ts'
import { type Day, dayOf } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { forCompany, notPossible } from '../entry/company.ts'

/** Longest summary in characters: a letter says what changes; the whole text stands on the company's site. */
const longest = 4000
const words = <Shape extends z.ZodMiniType<string>>(shape: Shape) => z.catchall(z.object({ en: shape }), shape)

const Change = z.object({
  version: z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/)),
  from: z.iso.date(),
  summary: words(z.string().check(z.trim(), z.minLength(1), z.maxLength(longest))),
  url: words(z.url({ protocol: /^https$/ }).check(z.maxLength(500))),
  /** Absent: everybody gets a mail. */
  mail: z._default(z.boolean(), true),
})
/** Nothing: asks how far all of them are. */
const Asked = z.object({ change: z.optional(Change) })

const announcements = new Announcements(required('TABLE'), new DynamoDBClient({}))
const machines = new Machines()

/**
 * The company announces a change of its privacy notice (POST), once for each version: a second time sets it going again where
 * its machine has died. GET says how far all are.
 */
export const handler = forCompany('announcement', Asked, async ({ body: { change }, method, now }) => {
  if (method !== 'POST') return { announcements: (await announcements.all()).map(shown) }
  if (!change) throw notPossible('which-change')
  const wanted = { ...change, from: change.from as Day }
  const before = (await announcements.all()).find(({ version }) => version === change.version)
  if (!before && wanted.from < dayOf(now, policy.company.timeZone)) throw notPossible('in-the-past')
  const kept = before ?? (await announcements.begin(announced(wanted, now)))
  if (!isSame(kept, wanted)) throw notPossible('other-content')
  if (!kept.doneAt)
    await machines.startAnnouncing(required('ANNOUNCEMENT_MACHINE'), `notice-${kept.version}-${Date.parse(now)}`)
  return shown(kept)
})

const shown = ({ version, from, announcedAt, doneAt, mail, told }: Announcement) => ({
  ...{ version, from, mail, announcedAt },
  doneAt: doneAt ?? null,
  ...told,
})

import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { Announcements } from '../../adapters/announcements.ts'
import { required } from '../../adapters/environment.ts'
import { Machines } from '../../adapters/machines.ts'
import { type Announcement, announced, isSame } from '../../domain/announcement.ts'
import { type Day, dayOf } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { forCompany, notPossible } from '../entry/company.ts'
import { Asked } from './shape.ts'

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

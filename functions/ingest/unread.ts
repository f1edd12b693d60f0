import type { Mailbox, StoredMail } from '../../adapters/mailbox.ts'
import type { ReadMails } from '../../adapters/read-mails.ts'
import { type Day, dayOf, daysAfter, type Instant, later, moved, shifted } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { log, logError } from '../entry/log.ts'
import { count } from '../entry/metric.ts'

/** How long a mail may wait, in ms, before it counts as unread: Lambda tries three times within some four minutes. */
const lateMs = 3_600_000
/** One ends so long before the call would, in ms: longer than a mail of 40 MB takes. */
const marginMs = 30_000

/** As long as somebody waits for an answer to a mail, it is looked for. */
const lookedFor = policy.periods.answer
/** A mark stays longer than it is asked for, whatever S3 still holds: a mail that is not known any more would be read anew. */
export const markedUntil = (came: Instant): Instant => {
  const { timeZone } = policy.company
  return moved(moved(came, lookedFor, timeZone), lookedFor, timeZone)
}

type Look = {
  readonly mailbox: Mailbox
  readonly readMails: ReadMails
  /** Reads a mail, of which SES told nothing. */
  readonly read: (mail: StoredMail) => Promise<void>
  /** What is left of the call, in ms. */
  readonly remaining: () => number
}

/**
 * SES stores a mail, and then tells of it once. What lies in the bucket and was not read for an hour is read now, and counted:
 * that rings an alarm, also where it could be read. One mail that ends the call keeps no other from being read: the next look
 * goes on behind it, and the one after comes back.
 */
export async function readUnread({ mailbox, readMails, read, remaining }: Look, now: Instant): Promise<void> {
  const place = await readMails.place(now)
  const { since } = place
  const from = later(since, moved(now, lookedFor, policy.company.timeZone, -1))
  const until = shifted(now, -lateMs)
  const isRead = marks(readMails)
  const isOver = () => remaining() < marginMs
  let found = 0
  let after = place.after
  for (let isLast = false; !isLast && !isOver(); ) {
    const page = await mailbox.after(after ?? '')
    for (const mail of page.mails) {
      if (isOver()) break
      after = mail.messageId
      if (mail.came < from || mail.came > until || (await isRead(mail))) continue
      found += 1
      await readMails.keepPlace({ since, after })
      await readOne(mail, read)
    }
    isLast = page.isLast && !isOver()
  }
  const next = isOver() ? after : undefined
  if (found > 0 || next !== place.after)
    await readMails.keepPlace({ since, ...(next === undefined ? {} : { after: next }) })
  count('MailsUnread', found)
}

/** Whether a mail has its mark; those of a day are read together, and only of days on which mails came. */
function marks(readMails: ReadMails): (mail: StoredMail) => Promise<boolean> {
  const days = new Map<Day, Promise<ReadonlySet<string>>>()
  const of = (day: Day) => {
    const known = days.get(day) ?? readMails.of(day)
    days.set(day, known)
    return known
  }
  return async ({ messageId, came }) => {
    const day = dayOf(came, 'UTC')
    // SES took a mail a moment before S3 had it, and at midnight that was the day before.
    return (await of(day)).has(messageId) || (await of(daysAfter(day, '-P1D'))).has(messageId)
  }
}

async function readOne(mail: StoredMail, read: Look['read']): Promise<void> {
  // As the officer's letters name a mail.
  const line = { what: 'unread mail', event: mail.messageId.slice(0, 8) }
  try {
    await read(mail)
    log({ ...line, outcome: 'read' })
  } catch (error) {
    logError(error, { ...line, outcome: 'stays unread' })
  }
}

import * as z from 'zod/mini'
import { period } from './shapes.ts'

/** How long everything takes, is good for and is kept. */
export const Periods = z.strictObject({
  /** N4: from receipt of the request to complete deletion. */
  erasure: period,
  /** How long before the promised instant the erasure starts. */
  erasureLead: period,
  /** How long before the erasure the person is reminded; longest first. */
  reminders: z.array(period),
  /** Lifetime of a confirmation link. */
  confirmLink: period,
  /** How long an expired, unconfirmed request can be taken up again. */
  unverified: period,
  /** Lifetime of the link to a request's page. */
  manageLink: period,
  /** How long the history and the certificate of a closed request are kept, without personal data. */
  evidence: period,
  /** How long backups may still hold a copy of what was erased. */
  backups: period,
  /** From receipt to a copy that can be fetched, or to data that are unavailable (GDPR Art. 12(3): a month). */
  answer: period,
  /** How long a copy can be fetched before it is deleted. */
  package: period,
  /** How long before that the person is reminded. */
  packageReminder: period,
  /** How long after that the person can ask for another with one click; then the address leaves the request. */
  askAgain: period,
  /** How long a code, mailed to prove the address again, is good for. */
  downloadCode: period,
  /** How long the address of a download is good for: the download has to begin by then. */
  downloadLink: period,
  /** How long before the company ends a restriction the person is told (GDPR Art. 18(3)). */
  liftNotice: period,
  /** How long a person has to say what is right, and to prove a new address. */
  statement: period,
  /** How long before the end of a wait for somebody, the person or the company, they are reminded. */
  statementReminder: period,
  /** How long before what was promised has to be done the officer reads of it every day. */
  dueSoon: period,
  /** How long a mail that came in is kept as it came, in days. */
  rawMail: z.string().check(z.regex(/^P[1-9]\d*D$/, 'must be days, such as P90D')),
})

/** How much, and how often. */
export const Limits = z.strictObject({
  mailsPerAddressAndDay: z.int(),
  /** Letters a day (UTC) that each tell the company's officer of one mail to decide on; of what else came one letter tells the next day. */
  mailsToDecideADay: z.int().check(z.minimum(1)),
  /** How often a copy can be fetched, and how often a code can be mistyped. */
  downloads: z.int(),
  codeTries: z.int(),
  /** Longest text that a person can say about their records, and the company about its decision, in characters. */
  statement: z.int(),
})

import * as z from 'zod/mini'
import { columns } from './columns.ts'
import { Mailing, ofMailing, ofWeighing, Weighing } from './objection-in-words.ts'
import { ofRestriction, Restriction } from './restriction-in-words.ts'
import { inTime, recordsOf } from './stated.ts'
import type { Verdict } from './verify.ts'

/** The first version of the certificate; see docs/certificate.md. */
const Certificate = z.object({
  v: z.literal(1),
  reference: z.string(),
  right: z.string(),
  ground: z.optional(z.string()),
  company: z.string(),
  receivedAt: z.string(),
  confirmedAt: z.optional(z.string()),
  /** Nobody asked: the account was last used on this day. */
  because: z.optional(z.literal('inactivity')),
  lastUsed: z.optional(z.string()),
  erasedAt: z.string(),
  promisedBy: z.string(),
  coverage: z.array(
    z.object({
      system: z.string(),
      category: z.string(),
      outcome: z.string(),
      count: z.number(),
      exception: z.optional(z.string()),
      until: z.optional(z.string()),
      statedBy: z.optional(z.string()),
    }),
  ),
  recipients: z.array(z.object({ name: z.string(), noticeQueuedAt: z.optional(z.string()) })),
  backupsUntil: z.optional(z.string()),
  historyHash: z.string(),
  historyLength: z.number(),
})

/** Of a correction: what was corrected where, and what was not. */
const Correction = z.object({
  v: z.literal(1),
  reference: z.string(),
  right: z.literal('rectification'),
  company: z.string(),
  receivedAt: z.string(),
  confirmedAt: z.string(),
  answeredAt: z.string(),
  promisedBy: z.string(),
  items: z.array(
    z.object({
      field: z.string(),
      category: z.string(),
      outcome: z.string(),
      reason: z.optional(z.string()),
      statement: z.optional(z.string()),
    }),
  ),
  coverage: z.array(
    z.object({
      system: z.string(),
      category: z.string(),
      field: z.string(),
      outcome: z.string(),
      count: z.number(),
    }),
  ),
  recipients: z.array(z.object({ name: z.string() })),
  historyHash: z.string(),
  historyLength: z.number(),
})

/** The verdict in plain words, and what a good certificate states. @param keys where the keys came from */
export function inWords(verdict: Verdict, file: string, keys: string | undefined): string {
  switch (verdict.kind) {
    case 'altered':
      return `ALTERED: ${file} is not what was signed. Something in it was changed, or the signature was.`
    case 'another-key':
      return `SIGNED BY ANOTHER KEY: ${file} was signed by the key ${printable(verdict.kid)}, which is not among those that ${keys} publishes. It proves nothing.`
    case 'unproved':
      return [
        `NOT PROVED: ${file} is unchanged since it was signed, but nobody compared the key that signed it.`,
        `Anybody can sign with a key of their own. Compare it with the company's published keys:`,
        `  oblige verify ${file} --keys https://<the company's privacy centre>`,
        '',
        `What it states, if that is its key (${verdict.kid}):`,
        ...statement(verdict.certificate),
      ].join('\n')
    case 'valid':
      return [
        `VALID: ${file} was signed by a key that ${keys} publishes, and nothing in it was changed since.`,
        '',
        ...statement(verdict.certificate),
      ].join('\n')
  }
}

function statement(signed: unknown): readonly string[] {
  const correction = Correction.safeParse(signed)
  if (correction.success) return ofCorrection(correction.data)
  const restriction = Restriction.safeParse(signed)
  if (restriction.success) return ofRestriction(restriction.data).map(printable)
  const mailing = Mailing.safeParse(signed)
  if (mailing.success) return ofMailing(mailing.data).map(printable)
  const weighing = Weighing.safeParse(signed)
  if (weighing.success) return ofWeighing(weighing.data).map(printable)
  const read = Certificate.safeParse(signed)
  if (!read.success) return ['  (a version of the certificate that this program cannot put into words)']
  const { coverage, recipients, backupsUntil, ...certificate } = read.data
  const told = recipients.flatMap(({ name, noticeQueuedAt }) => (noticeQueuedAt ? [name] : []))
  const facts = columns([
    ['Request', `${certificate.reference}, ${certificate.right}, answered by ${certificate.company}`],
    ...(certificate.ground
      ? [['Ground', certificate.ground === 'child' ? 'data of a child, GDPR Art. 17(1)(f)' : certificate.ground]]
      : []),
    ['Received', certificate.receivedAt],
    certificate.confirmedAt
      ? ['Confirmed', certificate.confirmedAt]
      : ['Because', `the account was not used since ${certificate.lastUsed ?? 'a day that is not said'}`],
    ['Erased', certificate.erasedAt],
    ['Promised by', `${certificate.promisedBy} (${inTime(certificate.erasedAt, certificate.promisedBy)})`],
    ['Backups', backupsUntil ? `may hold a copy until ${backupsUntil}` : 'nothing is said of them'],
    ['Told to erase', told.join(', ') || 'nobody'],
    ['History', `${certificate.historyLength} entries, hash ${certificate.historyHash}`],
  ])
  const systems = columns(
    coverage.map(({ system, category, outcome, count, exception, until, statedBy }) => [
      system,
      category,
      outcome,
      recordsOf(count),
      [
        ...(exception ? [`because of ${exception}${until ? `, until ${until}` : ''}`] : []),
        ...(statedBy ? [`stated by a person (${statedBy})`] : []),
      ].join(', '),
    ]),
  )
  return [...facts, '', 'What each system answered:', ...systems].map(printable)
}

function ofCorrection({ items, coverage, recipients, ...certificate }: z.infer<typeof Correction>): readonly string[] {
  const facts = columns([
    ['Request', `${certificate.reference}, ${certificate.right}, answered by ${certificate.company}`],
    ['Received', certificate.receivedAt],
    ['Confirmed', certificate.confirmedAt],
    ['Answered', certificate.answeredAt],
    ['Promised by', `${certificate.promisedBy} (${inTime(certificate.answeredAt, certificate.promisedBy)})`],
    ['Told to correct', recipients.map(({ name }) => name).join(', ') || 'nobody'],
    ['History', `${certificate.historyLength} entries, hash ${certificate.historyHash}`],
  ])
  const stated = columns(
    items.map(({ field, category, outcome, reason, statement }) => [
      field,
      category,
      outcome,
      reason ? `because of ${reason}` : '',
      statement ? `statement ${statement}` : '',
    ]),
  )
  const systems = columns(
    coverage.map(({ system, category, field, outcome, count }) => [system, category, field, outcome, recordsOf(count)]),
  )
  return [
    ...[...facts, '', 'What was said to be wrong:', ...stated],
    ...(systems.length > 0 ? ['', 'What each system answered:', ...systems] : []),
  ].map(printable)
}

/** Nothing in a file may steer the terminal: control characters become spaces. */
export const printable = (line: string): string => line.replaceAll(/\p{C}/gu, ' ').trimEnd()

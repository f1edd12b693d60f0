import * as z from 'zod/mini'
import { columns } from './columns.ts'

/** What every certificate states. */
export const signedHead = {
  v: z.literal(1),
  reference: z.string(),
  right: z.string(),
  company: z.string(),
  receivedAt: z.string(),
  confirmedAt: z.string(),
  promisedBy: z.string(),
  historyHash: z.string(),
  historyLength: z.number(),
}

export const coverage = z.array(
  z.object({ system: z.string(), category: z.string(), outcome: z.string(), count: z.number() }),
)

type Head = {
  readonly [Field in 'reference' | 'right' | 'company' | 'receivedAt' | 'confirmedAt' | 'historyHash']: string
} & { readonly historyLength: number }

/** The request, what is said of it, and its history. */
export const facts = (stated: Head, more: readonly (readonly string[])[]): readonly (readonly string[])[] => [
  ['Request', `${stated.reference}, ${stated.right}, answered by ${stated.company}`],
  ['Received', stated.receivedAt],
  ['Confirmed', stated.confirmedAt],
  ...more,
  ['History', `${stated.historyLength} entries, hash ${stated.historyHash}`],
]

export const systems = (lines: z.infer<typeof coverage>): readonly string[] =>
  lines.length === 0
    ? []
    : [
        '',
        'What each system answered:',
        ...columns(lines.map(({ system, category, outcome, count }) => [system, category, outcome, recordsOf(count)])),
      ]

export const recordsOf = (count: number): string => (count === 1 ? '1 record' : `${count} records`)

export const inTime = (done: string, promisedBy: string): string =>
  Date.parse(done) <= Date.parse(promisedBy) ? 'kept' : 'NOT kept'

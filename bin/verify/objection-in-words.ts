import * as z from 'zod/mini'
import { columns } from './columns.ts'
import { coverage, facts, inTime, signedHead, systems } from './stated.ts'

const answered = { ...signedHead, answeredAt: z.string(), stoppedSince: z.optional(z.string()) }

/** Of an objection to news and offers: off which lists the address is. */
export const Mailing = z.object({ ...answered, right: z.literal('objection'), lists: z.string(), coverage })

/** Of an objection that was weighed: which uses stop, and which go on and why. */
export const Weighing = z.object({
  ...answered,
  right: z.literal('processing-objection'),
  uses: z.array(z.object({ category: z.string(), outcome: z.string(), reason: z.optional(z.string()) })),
})

export const ofMailing = (stated: z.infer<typeof Mailing>): readonly string[] => [
  ...columns(
    facts(stated, [
      ...(stated.stoppedSince ? [['No mails since', `${stated.stoppedSince}, of ${listsOf(stated.lists)}`]] : []),
      ...answeredIn(stated),
    ]),
  ),
  ...systems(stated.coverage),
]

export const ofWeighing = (stated: z.infer<typeof Weighing>): readonly string[] => [
  ...columns(
    facts(stated, [...(stated.stoppedSince ? [['Marked since', stated.stoppedSince]] : []), ...answeredIn(stated)]),
  ),
  '',
  'What the person objected to:',
  ...columns(
    stated.uses.map(({ category, outcome, reason }) => [category, outcome, reason ? `because of ${reason}` : '']),
  ),
]

const listsOf = (lists: string): string => (lists === 'all' ? 'any list' : `the list ${lists}`)

const answeredIn = ({ answeredAt, promisedBy }: { readonly answeredAt: string; readonly promisedBy: string }) => [
  ['Answered', answeredAt],
  ['Promised by', `${promisedBy} (${inTime(answeredAt, promisedBy)})`],
]

import * as z from 'zod/mini'
import { columns } from './columns.ts'
import { coverage, facts, signedHead, systems } from './stated.ts'

/** Of a restriction: since when data are unavailable; or who ended that, and when. */
export const Restriction = z.object({
  ...signedHead,
  right: z.literal('restriction'),
  ground: z.optional(z.string()),
  restrictedAt: z.optional(z.string()),
  liftedAt: z.optional(z.string()),
  liftedBy: z.optional(z.string()),
  /** GDPR Art. 18(3): when the company said that it ends it. */
  noticeSentAt: z.optional(z.string()),
  coverage,
  recipients: z.array(
    z.object({
      name: z.string(),
      noticeQueuedAt: z.optional(z.string()),
      restriction: z.optional(z.object({ toldAt: z.string(), confirmedAt: z.optional(z.string()) })),
    }),
  ),
})

export function ofRestriction(stated: z.infer<typeof Restriction>): readonly string[] {
  const { ground, restrictedAt, liftedAt, liftedBy, noticeSentAt, recipients } = stated
  const told = recipients.flatMap(({ name, noticeQueuedAt, restriction }) => {
    if (restriction?.confirmedAt) return [`${name} (confirmed ${restriction.confirmedAt})`]
    if (restriction) return [`${name} (told ${restriction.toldAt})`]
    return noticeQueuedAt ? [`${name} (notice queued ${noticeQueuedAt})`] : []
  })
  const by = liftedBy === 'company' ? 'the company' : 'the person'
  return [
    ...columns([
      ...facts(stated, [
        ...(ground ? [['Ground', ground]] : []),
        ['Unavailable', restrictedAt ? `since ${restrictedAt}` : 'not in every system'],
        ...(liftedAt ? [['Ended', `${liftedAt}, by ${by}`]] : []),
        ...(noticeSentAt ? [['Told before', noticeSentAt]] : []),
        ['Told to restrict', told.join(', ') || 'nobody'],
      ]),
    ]),
    ...systems(stated.coverage),
  ]
}

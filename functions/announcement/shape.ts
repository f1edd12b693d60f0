import * as z from 'zod/mini'

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
export const Asked = z.object({ change: z.optional(Change) })

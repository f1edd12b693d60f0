/** What fields all over a policy are made of. */
import * as z from 'zod/mini'

export const period = z
  .string()
  .check(
    z.regex(/^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?)?$/, 'must be an ISO 8601 duration such as P60D'),
  )
export const name = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9-]{0,30}$/, 'must be a short lower-case name such as billing'))
export const address = z.string().check(z.email())
export const region = z
  .string()
  .check(z.regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be the name of an AWS region such as eu-central-1'))
/** Name of a secret in Secrets Manager. */
export const secret = z.string()
export const domain = z.string().check(z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be a domain in lower case'))
/** A text in every language of the policy; `en` is always there. */
export const text = z.catchall(z.object({ en: z.string() }), z.string())
export type Text = z.infer<typeof text>

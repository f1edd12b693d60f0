import * as z from 'zod/mini'

/** Accounts of one call; each costs a write or two. */
const mostAccounts = 500

export const Uses = z.object({
  accounts: z
    .array(
      z.object({
        /** The account's key, as the policy's directory holds it. */
        key: z.string().check(z.minLength(1), z.maxLength(200)),
        at: z.iso.datetime({ offset: true }),
      }),
    )
    .check(z.minLength(1), z.maxLength(mostAccounts)),
})

import * as z from 'zod/mini'
import { Language } from '../../policy/languages.ts'

/** What a mail program sends (RFC 8058, section 3.1), or a button of the page. */
export const Ended = z.union([
  z.object({ 'List-Unsubscribe': z.literal('One-Click') }),
  z.object({ lists: z.enum(['this', 'all']), language: z.optional(Language) }),
])

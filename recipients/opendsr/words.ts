import * as z from 'zod/mini'
import type { Act } from '../../policy/recipients.ts'

/** What an act is called on the wire. The protocol knows `erasure`; the others are asked only of who says to know them. */
export const typeOf: Record<Act, string> = {
  erase: 'erasure',
  restrict: 'restriction',
  release: 'release',
  rectify: 'rectification',
}

export const Discovery = z.object({
  api_version: z.string(),
  supported_identities: z.array(z.object({ identity_type: z.string(), identity_format: z.string() })),
  supported_subject_request_types: z.array(z.string()),
  processor_certificate: z.url(),
})

export const Created = z.object({
  controller_id: z.string(),
  expected_completion_time: z.string(),
  received_time: z.string(),
  encoded_request: z.string(),
  subject_request_id: z.string(),
})

export const Status = z.object({
  controller_id: z.string(),
  expected_completion_time: z.string(),
  subject_request_id: z.string(),
  request_status: z.enum(['pending', 'in_progress', 'completed', 'cancelled']),
})

/** Rights that a controller can ask for (section 7.1.1), and by what it names a person: values as they are, no hashes. */
export const rightsAsked = ['access', 'portability', 'erasure'] as const
export const identitiesAsked = ['email', 'controller_customer_id'] as const

/** What a controller asks for. */
export const Asked = z.object({
  regulation: z.optional(z.enum(['gdpr', 'ccpa'])),
  subject_request_id: z.uuidv4(),
  subject_request_type: z.enum(rightsAsked),
  submitted_time: z.iso.datetime({ offset: true }),
  subject_identities: z
    .array(
      z.object({
        identity_type: z.string(),
        // Blank, it names nobody, and no table can be asked for it.
        identity_value: z.string().check(z.regex(/\S/)),
        identity_format: z.string(),
      }),
    )
    .check(z.minLength(1), z.maxLength(10)),
  api_version: z.optional(z.string()),
  status_callback_urls: z._default(z.array(z.url()).check(z.maxLength(5)), []),
})
export type Asked = z.infer<typeof Asked>

/** What a processor says of its own accord. */
export const Callback = z.extend(Status, { status_callback_url: z.string() })
export const Cancelled = z.object({
  controller_id: z.string(),
  received_time: z.string(),
  subject_request_id: z.string(),
})

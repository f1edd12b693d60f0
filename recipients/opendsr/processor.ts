import { createHash, timingSafeEqual } from 'node:crypto'
import * as z from 'zod/mini'
import type { Instruction } from '../../domain/controllers.ts'
import { standingOf } from '../../domain/controllers.ts'
import type { Request } from '../../domain/request.ts'
import type { Policy } from '../../policy/schema.ts'

/** The secret of a company that is a processor of others: its key, and how each of them is known. */
export const ProcessorSecret = z.object({
  /** Issued for the domain by an authority, and those that lead to one, PEM. */
  certificate: z.string(),
  /** Its RSA key, PEM. */
  key: z.string(),
  controllers: z.record(
    z.string(),
    z.object({
      /** What it sends in `Authorization`, at least 32 characters. */
      authorization: z.string().check(z.minLength(32)),
      /** Where callbacks may go: origins such as https://opendsr.example.org. */
      callbacks: z._default(z.array(z.url()), []),
      /** Certificates to trust there, PEM, when the authority is not a public one. */
      ca: z.optional(z.string()),
    }),
  ),
})
export type ProcessorSecret = z.infer<typeof ProcessorSecret>

const digest = (value: string) => createHash('sha256').update(value).digest()

/** Whose header it is: every controller's is compared, each in the same time. */
export function controllerBy(
  authorization: string | undefined,
  { controllers }: ProcessorSecret,
  policy: Policy,
): string | undefined {
  const given = digest(authorization ?? '')
  let found: string | undefined
  for (const [name, { authorization: expected }] of Object.entries(controllers))
    if (timingSafeEqual(digest(expected), given) && policy.processor?.controllers[name]) found = name
  return found
}

/** What a controller reads of its request (section 8.3), in the same words in callbacks. @param site where results are fetched */
export const standing = (
  request: Request,
  { controller, id }: Pick<Instruction, 'controller' | 'id'>,
  site: string,
) => ({
  controller_id: controller,
  subject_request_id: id,
  request_status: standingOf(request),
  expected_completion_time: 'closedAt' in request ? request.closedAt : request.promisedBy,
  api_version: '2.0',
  ...(request.status === 'ready' ? { results_url: `${site}/opendsr/requests/${id}/results` } : {}),
})

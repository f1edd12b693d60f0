import * as z from 'zod/mini'
import { policy } from '../../policy/in-force.ts'
import { Asked, Discovery } from '../../recipients/opendsr/words.ts'
import { type Operation, type Operations, says } from './operation.ts'
import { list, optional, text } from './words.ts'

/** The error object of section 7.6; nothing personal stands in it. */
const Problem = z.object({
  error: z.object({ code: z.int(), message: text, errors: optional(list(z.object({ reason: text }))) }),
})

const standing = {
  controller_id: text,
  subject_request_id: text,
  expected_completion_time: text,
  api_version: text,
}
const Created = z.object({ ...standing, received_time: text, encoded_request: text })
const Status = z.object({
  ...standing,
  request_status: z.enum(['pending', 'in_progress', 'completed', 'cancelled']),
  results_url: optional(text),
})
const Cancelled = z.object({
  controller_id: text,
  subject_request_id: text,
  received_time: text,
  api_version: text,
})

const nobody = says('The Authorization header is no controller’s', Problem)
const noSuch = says('There is no such request of this controller', Problem)
const about = (does: string, answers: Operation['answers']): Operation => ({
  does,
  answers: { ...answers, 401: nobody, 404: noSuch },
})

/** OpenDSR 2.0, where the company is asked as a processor (docs/controllers.md). */
export const ofControllers: Operations = policy.processor
  ? {
      'GET /opendsr/discovery': {
        does: 'What can be asked for (section 8.1)',
        answers: { 200: says('What can be asked for', Discovery) },
      },
      'GET /opendsr/certificate': {
        does: 'Fetch the certificate that answers are signed with',
        answers: { 200: { does: 'PEM', file: 'application/x-pem-file' } },
      },
      'POST /opendsr/requests': {
        does: 'Ask for a person’s right as the controller (section 8.2)',
        more: 'The same again is answered as the first time.',
        body: Asked,
        answers: {
          201: says('Received', Created),
          400: says('Not as the protocol says', Problem),
          401: nobody,
          413: says('It is too large', Problem),
        },
      },
      'GET /opendsr/requests/{id}': about('Ask how a request stands (section 8.3)', {
        200: says('As it stands', Status),
      }),
      'DELETE /opendsr/requests/{id}': about('Cancel a request (section 8.5)', {
        202: says('Cancelled', Cancelled),
        400: says('It cannot be cancelled any more', Problem),
      }),
      'GET /opendsr/requests/{id}/results': about('Fetch a copy (section 8.4)', {
        303: { does: 'Where it lies for a few minutes', leads: true },
        400: says('There is none', Problem),
      }),
    }
  : {}

/** Of these operations errors look so, also those of no operation in particular. */
export { Problem }

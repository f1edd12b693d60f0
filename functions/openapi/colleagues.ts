import * as z from 'zod/mini'
import { policy } from '../../policy/in-force.ts'
import { Language } from '../../policy/languages.ts'
import { Pressed as Acted } from '../desk-act/shape.ts'
import { Question } from '../desk-disclosures/shape.ts'
import { Entry } from '../desk-enter/shape.ts'
import { Pressed } from '../desk-look/shape.ts'
import { Sought } from '../desk-queue/shape.ts'
import { Said as Stated } from '../desk-tasks/shape.ts'
import { Said } from '../desk-write/shape.ts'
import {
  Ask,
  Disclosures,
  Enter,
  Figures,
  Line,
  PolicyVersions,
  Promises,
  Queue,
  Record,
  Seen,
  Task,
  Tasks,
} from './desk.ts'
import { Gateway, leads, type Operation, type Operations, ofBodies, Refusal, shows } from './operation.ts'
import { list, text } from './words.ts'

const signInFirst = shows('Nobody is signed in', Refusal)
const notThere = shows('There is no such request, or it is not for this role', Refusal)
const Linked = z.object({ link: text })
const TooMany = z.union([Refusal, Gateway])

const sees = (does: string, json: z.ZodMiniType, query: NonNullable<Operation['query']> = {}): Operation => ({
  does,
  query: { lang: z.optional(Language), ...query },
  answers: { 200: shows('As it stands', json), 303: leads, 401: signInFirst, 404: notThere },
})

const sends = (
  does: string,
  body: z.ZodMiniType,
  json: z.ZodMiniType,
  refused: z.ZodMiniType = z.object({ error: text, request: Line }),
): Operation => ({
  does,
  more: '`csrf` is the token that every page of the session holds.',
  body,
  answers: {
    200: shows('Done', json),
    303: leads,
    ...ofBodies(true),
    401: signInFirst,
    404: notThere,
    409: shows('Not possible now', refused),
  },
})

/** A file to be kept, opened by nobody here; the request’s history says who fetched it. */
const fetches = (does: string, body: z.ZodMiniType): Operation => ({
  ...sends(does, body, text),
  answers: {
    ...sends(does, body, text).answers,
    200: { does: 'The file', file: 'application/octet-stream' },
    404: shows('There is no such request or file, or it is not for this role', Refusal),
  },
})

const notStated = z.object({ error: text, task: Task })

/** Of somebody who looks up address after address. */
const looksFor = (operation: Operation): Operation => ({
  ...operation,
  answers: {
    ...operation.answers,
    429: shows('As many addresses were looked up as one session may, or too many calls at once', TooMany),
  },
})

const file = (does: string, type: string, query: NonNullable<Operation['query']> = {}): Operation => ({
  does,
  query,
  answers: {
    200: { does: 'The file', file: type },
    303: leads,
    400: shows('No such year', Refusal),
    401: signInFirst,
    404: notThere,
  },
})

const signsIn = (does: string, json: z.ZodMiniType): Operation => ({
  does,
  answers: {
    200: shows('Go on there', json),
    303: leads,
    400: shows('The sign-in took too long, or is not one that began here', Refusal),
    401: shows('The provider knows them, and they have no business here', Refusal),
  },
})

/** Where the company's people work; `act` is one of those that the request itself names. */
export const ofColleagues: Operations = policy.desk
  ? {
      'GET /desk/sign-in': signsIn('Sign in at the company’s provider', z.object({ signIn: text })),
      'GET /desk/callback': signsIn('Come back from the provider', z.object({ role: text })),
      'POST /desk/sign-out': { does: 'Sign out', answers: { 200: shows('Signed out', z.object({})) } },
      'GET /desk': sees('What the company owes to people, the oldest promise first', Queue, {
        right: z.optional(text),
        waits: z.optional(text),
        status: z.optional(text),
        channel: z.optional(text),
        age: z.optional(text),
        language: z.optional(text),
        from: z.optional(text),
      }),
      'POST /desk/search': looksFor(sends('Find requests by reference, or by a person’s address', Sought, list(Line))),
      'GET /desk/enter': sees('Enter a request for who asked by phone, letter or chat: the form', Enter),
      'POST /desk/enter': {
        ...sends('Enter a request for who asked by phone, letter or chat', Entry, Line),
        answers: {
          202: shows('Entered, or entered before by the same form', Line),
          303: leads,
          ...ofBodies(true),
          401: signInFirst,
          404: notThere,
        },
      },
      'GET /desk/requests/{reference}': sees('Look at a request without what is personal', Seen, {
        refused: z.optional(text),
        done: z.optional(text),
      }),
      'GET /desk/requests/{reference}/certificate': file('Fetch the signed certificate', 'application/json'),
      'POST /desk/requests/{reference}/look': sends('Look at what is personal: its history says so', Pressed, Seen),
      'POST /desk/requests/{reference}/evidence': fetches('Fetch the file that the person gave as evidence', Pressed),
      ...(policy.mailbox
        ? {
            'POST /desk/requests/{reference}/mails/{mail}/files/{file}': fetches(
              'Fetch a file that came with a mail about the request, by its number from 0',
              Pressed,
            ),
          }
        : {}),
      'POST /desk/requests/{reference}/write': sends(
        'Write to the person: first a look at the letter, then it goes',
        Said,
        z.union([Line, z.object({ subject: text, text, once: text })]),
      ),
      'POST /desk/requests/{reference}/turn-down': sends(
        'Turn a request down, with the reason that its person reads: first a look at the letter, then it is decided',
        Said,
        z.union([Line, z.object({ subject: text, text })]),
      ),
      'POST /desk/requests/{reference}/note': sends('Leave a note for colleagues', Said, Line),
      'POST /desk/requests/{reference}/{act}': sends('Do something to a request', Acted, z.union([Line, Linked])),
      ...(policy.mailbox
        ? { 'POST /desk/mails/{reference}': sends('Open a mail that somebody has to decide on', Acted, Linked) }
        : {}),
      'GET /desk/tasks': sees('Tasks that staff are asked to do by hand', Tasks, {
        whose: z.optional(z.enum(['mine', 'all'])),
        from: z.optional(text),
      }),
      'GET /desk/tasks/{reference}/{task}': sees('Look at a task without whose data it is about', Task),
      'POST /desk/tasks/{reference}/{task}/look': sends(
        'Look whose data a task is about: the request’s history says so',
        Stated,
        Task,
      ),
      'POST /desk/tasks/{reference}/{task}/reassign': {
        ...sends('Give a task to a colleague, as the task names them', z.object({ to: text }), Task),
        answers: {
          200: shows('It is theirs', Task),
          303: leads,
          ...ofBodies(true),
          400: shows('There is no such colleague', z.union([Refusal, notStated])),
          401: signInFirst,
          404: notThere,
          409: shows('It is not asked any more, or was done', notStated),
        },
      },
      'POST /desk/tasks/{reference}/{task}/answer': {
        ...sends('Say what was done by hand', Stated, Task),
        more: '`outcome` is `done`, `nothing` or `cannot` (with `reason`). Of each part of the task, by its number: `count-N` and `kept-N`, or a file `file-N` in a form of parts.',
        answers: {
          200: shows('Done', Task),
          303: leads,
          ...ofBodies(true),
          400: shows('Something in it is missing or wrong', z.union([Refusal, notStated])),
          401: signInFirst,
          404: notThere,
          409: shows('It is not asked any more, or was done', notStated),
        },
      },
      'POST /desk/requests/{reference}/systems/{system}/{act}': sends(
        'Have a failing system asked again (`retry`), or its part done by hand (`hand-over`)',
        Stated,
        Line,
      ),
      ...(policy.disclosures
        ? {
            'GET /desk/disclosures': sees('What people are asked to approve, and what came of it', Disclosures, {
              which: z.optional(z.enum(['open', 'over'])),
              from: z.optional(text),
            }),
            'GET /desk/disclosures/ask': sees('Ask whether data may go to a third party: the form', Ask),
            'POST /desk/disclosures/ask': looksFor(
              sends(
                'Ask a person whether their data may go to a third party; the same file again is the same question',
                Question,
                Line,
                z.object({ error: text }),
              ),
            ),
          }
        : {}),
      'GET /desk/promises': sees('What was promised, and how it is kept', Promises),
      'GET /desk/figures': sees('The figures of twelve months', Figures),
      'GET /desk/figures.json': file('Fetch the figures of twelve months', 'application/json'),
      'GET /desk/figures.csv': file('Fetch the figures of a year', 'text/csv', {
        year: z.string().check(z.regex(/^2\d{3}$/)),
      }),
      'GET /desk/record': sees('Read the record of processing (GDPR Art. 30)', Record),
      'GET /desk/record.json': file('Fetch the record of processing', 'application/json'),
      'GET /desk/policy': sees('The versions of the policy, and what each changed', PolicyVersions),
      'GET /desk/policy.json': file('Fetch the policy in force, or an earlier version', 'application/json', {
        version: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
      }),
    }
  : {}

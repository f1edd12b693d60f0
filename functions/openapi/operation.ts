import * as z from 'zod/mini'
import type { Scope } from '../../policy/programs.ts'
import { Request } from './requests.ts'
import { list, optional, text } from './words.ts'

/** What comes back with one status. */
export type Said = {
  readonly does: string
  /** As JSON; absent: there is no JSON of it. */
  readonly json?: z.ZodMiniType
  /** Whoever asks for HTML gets a page instead. */
  readonly page?: true
  /** A file, by its media type. */
  readonly file?: string
  /** Where a browser looks next: the header `location`. */
  readonly leads?: true
}

/** One route of the API. */
export type Operation = {
  readonly does: string
  readonly more?: string
  /** What stands after the question mark. */
  readonly query?: Readonly<Record<string, z.ZodMiniType>>
  /** What the handler parses the body with. */
  readonly body?: z.ZodMiniType
  readonly answers: Readonly<Record<number, Said>>
  /** What a token of a program has to be good for. */
  readonly scope?: Scope
}

/** By method and path as the API knows them, such as `POST /requests`. */
export type Operations = Readonly<Record<string, Operation>>

/** Why something was not done; `fields` names what is wrong with a body, and `request` says how the request stands. */
export const Refusal = z.object({ error: text, fields: optional(list(text)), request: optional(Request) })
/** Something failed in here. Nothing is changed or lost by it, and the same call may be sent again. */
export const Failure = z.object({ error: z.literal('internal'), message: optional(text) })
/** What API Gateway says of its own accord: nobody of ours was called. */
export const Gateway = z.object({ message: text })

export const TooLarge = z.union([Refusal, Gateway])
export const Failed = z.union([Failure, Gateway])

/** Answers that every operation may give, whoever calls. */
export const always: Operation['answers'] = {
  429: { does: 'Too many calls at once: ask again in a second', json: Gateway },
  500: { does: 'It failed: ask again', json: Failed, page: true },
  503: { does: 'It took too long: ask again', json: Gateway },
}

/** Answers to a body that cannot be read. */
export const ofBodies = (page: boolean): Operation['answers'] => {
  const refused = (does: string): Said => ({ does, json: Refusal, ...(page ? { page: true as const } : {}) })
  return {
    400: refused('Something in it is missing or wrong'),
    413: { ...refused('It is too large'), json: TooLarge },
    415: refused('It is of no media type that is taken here'),
  }
}

/** An answer in both representations, in JSON alone, and as another address. */
export const shows = (does: string, json: z.ZodMiniType): Said => ({ does, json, page: true })
export const says = (does: string, json: z.ZodMiniType): Said => ({ does, json })
export const leads: Said = { does: 'Asked for by a browser: where the page is', leads: true }

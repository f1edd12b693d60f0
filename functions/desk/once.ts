import { createHash } from 'node:crypto'
import { isToken, newToken } from '../../adapters/keys.ts'

/** What a form is known by, as random as a link: what it sent along, or a new one where that is none of ours. */
export const onceOf = (sent: string): string => (isToken(sent) ? sent : newToken())

/**
 * One form pressed twice is the same, unless something else was typed into it. Nothing of what was typed can be guessed from
 * it: it is as random as what the form was given, which is kept nowhere.
 */
export const formOf = (once: string, typed: ReadonlyArray<string | undefined>): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([once, ...typed]))
    .digest()

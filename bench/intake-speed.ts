/**
 * Reads and understands all mails of folders, and parses them alone, by turns until both are warm and then some rounds more;
 * prints mails a second and what part of the parser's speed that is, each the median of the rounds. For bench/intake.ts,
 * which starts it several times.
 */
import PostalMime from 'postal-mime'
import { readMail } from '../intake/read.ts'
import { type Labelled, labelledIn } from '../intake/understanding/labelled.ts'
import { type Understanding, understand } from '../intake/understanding/understand.ts'
import { rounded } from './shares.ts'

/**
 * Rounds until both are warm, and how often they are then timed, one after the other: other work slows both of one. V8 makes
 * code faster for as long as some ten thousand mails take.
 */
const [warming, rounds] = [20, 11]

export type Speed = { readonly mailsPerSecond: number; readonly ratioToParser: number }

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

export const understood = async ({ bytes }: Labelled): Promise<Understanding> => understand(await readMail(bytes))

async function parsedAlone({ bytes }: Labelled): Promise<void> {
  try {
    await PostalMime.parse(bytes, { maxNestingDepth: 250 })
  } catch {
    // A mail that the parser alone refuses took its time all the same.
  }
}

async function speedOf(labelled: readonly Labelled[]): Promise<Speed> {
  const took: Array<{ readonly both: number; readonly alone: number }> = []
  for (let round = 0; round < warming + rounds; round++) {
    const began = performance.now()
    for (const one of labelled) await understood(one)
    const between = performance.now()
    for (const one of labelled) await parsedAlone(one)
    const ended = performance.now()
    if (round >= warming) took.push({ both: between - began, alone: ended - between })
  }
  return {
    mailsPerSecond: Math.round(median(took.map(({ both }) => (labelled.length * 1000) / both))),
    ratioToParser: rounded(median(took.map(({ both, alone }) => alone / both))),
  }
}

if (import.meta.main)
  console.log(JSON.stringify(await speedOf(process.argv.slice(2).flatMap((folder) => labelledIn(folder)))))

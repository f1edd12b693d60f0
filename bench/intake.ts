/**
 * `npm run bench -- intake [DIR…]`: how mails to info@ are understood, against their labels, and how fast. DIR holds .eml
 * files and labels.csv (file,label,language,source,licence). The last line is one JSON object; the exit code is 1 when
 * a bar is missed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { readMail } from '../intake/read.ts'
import { type Labelled, labelledIn } from '../intake/understanding/labelled.ts'
import { type Understanding, understand } from '../intake/understanding/understand.ts'
import { bars, broken, type Read, rights, rounded, shares } from './shares.ts'

/** Aims, and no bars: reading and deciding against the MIME parser alone; memory for a mail of 40 MB, in MB. */
const aim = { ratio: 0.5, megabytes: 256 } as const

/** Measures folders of labelled mails and prints it. Answers the exit code. */
export async function intakeBench(folders: readonly string[]): Promise<number> {
  const read: Read[] = []
  const labelled = (folders.length > 0 ? folders : usual()).flatMap((folder) => labelledIn(folder))
  const speed = await speedOf(labelled)
  for (const one of labelled) read.push({ ...one, said: await understood(one) })
  const large = largeMail()

  console.log(matrix(read, ({ label }) => label))
  console.log(`\n${matrix(read, ({ language }) => language)}`)
  const figures = {
    mails: read.length,
    ...shares(read),
    ...speed,
    largeMailSeconds: large.seconds,
    largeMailMB: large.megabytes,
    largeMailBaseMB: large.base,
  }
  const missed = broken(figures, bars)
  console.log(
    `\nmissed: requests taken for nothing (at most ${bars.missed}); answeredWrongly: ordinary mails that get a privacy answer (at most ${bars.answeredWrongly});`,
  )
  console.log(
    `toPerson: of all mails, those sent to a person that none had to see (at most ${bars.toPerson}; toPersonRaw counts those labelled for a person too);`,
  )
  console.log(
    `rightCorrect: of the requests that were sure (at least ${bars.rightCorrect}). Aims: ratioToParser at least ${aim.ratio}; largeMailMB at most ${aim.megabytes} (with the mail itself in memory).`,
  )
  console.log(missed.length === 0 ? 'Every bar is kept.' : `Missed: ${missed.join(', ')}`)
  console.log(JSON.stringify(figures))
  return missed.length === 0 ? 0 : 1
}

const understood = async ({ bytes }: Labelled): Promise<Understanding> => understand(await readMail(bytes))
async function parsedAlone(bytes: Uint8Array): Promise<void> {
  try {
    await PostalMime.parse(bytes, { maxNestingDepth: 250 })
  } catch {
    // A mail that the parser alone refuses took its time all the same.
  }
}

/** What mails of each group were taken for; `sure` by the likeliest right. */
function matrix(read: readonly Read[], by: (one: Read) => string): string {
  const columns = [...rights, 'unsure', 'ordinary', 'automatic']
  const taken = ({ said }: Read) => (said.outcome === 'sure' ? (said.rights[0] ?? '') : said.outcome)
  const groups = [...Map.groupBy(read, by)].sort(([a], [b]) => a.localeCompare(b))
  const line = (cells: readonly (string | number)[]) =>
    cells.map((cell, n) => (n === 0 ? String(cell).padEnd(18) : String(cell || '.').padStart(8))).join('')
  return [
    line(['', ...columns.map((column) => column.slice(0, 7))]),
    ...groups.map(([group, all]) =>
      line([group, ...columns.map((column) => all.filter((one) => taken(one) === column).length)]),
    ),
  ].join('\n')
}

/** Rounds until both are warm, and how often they are then timed, one after the other: other work slows both of one. */
const [warming, rounds] = [5, 15]

type Speed = { readonly mailsPerSecond: number; readonly ratioToParser: number }

/** Reading and understanding all mails against the parser alone, both warm: the median of the rounds. */
async function speedOf(labelled: readonly Labelled[]): Promise<Speed> {
  const took: Array<{ readonly both: number; readonly alone: number }> = []
  for (let round = 0; round < warming + rounds; round++) {
    const began = performance.now()
    for (const one of labelled) await understood(one)
    const between = performance.now()
    for (const { bytes } of labelled) await parsedAlone(bytes)
    const ended = performance.now()
    if (round >= warming) took.push({ both: between - began, alone: ended - between })
  }
  const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  return {
    mailsPerSecond: Math.round(median(took.map(({ both }) => (labelled.length * 1000) / both))),
    ratioToParser: rounded(median(took.map(({ both, alone }) => alone / both))),
  }
}

type Large = { readonly seconds: number; readonly megabytes: number; readonly base: number }

/** A mail of 40 MB, the most that SES stores, in a process of its own: its time, its peak of memory and that before. */
function largeMail(): Large {
  const run = spawnSync(process.execPath, [join(import.meta.dirname, 'large-mail.ts')], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`the large mail was not understood: ${run.stderr}`)
  return JSON.parse(run.stdout) as Large
}

/** The sets of sample mail beside the project when they are there, else the project's own. */
export function usual(): readonly string[] {
  const house = join(import.meta.dirname, '..')
  const shared = ['dev', 'short']
    .map((name) => join(house, '..', 'shared', 'intake', name))
    .filter((folder) => existsSync(join(folder, 'labels.csv')))
  if (shared.length > 0) return shared
  console.log('../shared/intake is not there: measuring the project’s own set, which is small.')
  return [join(house, 'test', 'intake', 'letters')]
}

/**
 * `npm run bench -- intake [DIR…]`: how mails to info@ are understood, against their labels, and how fast. DIR holds .eml
 * files and labels.csv (file,label,language,source,licence). The last line is one JSON object; the exit code is 1 when
 * a bar is missed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { labelledIn } from '../intake/understanding/labelled.ts'
import { median, type Speed, understood } from './intake-speed.ts'
import { bars, broken, type Read, rights, shares } from './shares.ts'

/** Aims, and no bars: reading and deciding against the MIME parser alone; memory for a mail of 40 MB, in MB. */
const aim = { ratio: 0.5, megabytes: 256 } as const

/** Measures folders of labelled mails and prints it. Answers the exit code. */
export async function intakeBench(folders: readonly string[]): Promise<number> {
  const read: Read[] = []
  const measured = folders.length > 0 ? folders : usual()
  const speed = speeds(measured)
  for (const one of measured.flatMap((folder) => labelledIn(folder))) read.push({ ...one, said: await understood(one) })
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
    `rightCorrect: of the requests that were sure (at least ${bars.rightCorrect}). Aims: ratioToParser (the median of ${processes} processes) at least ${aim.ratio}; largeMailMB at most ${aim.megabytes} (with the mail itself in memory).`,
  )
  console.log(missed.length === 0 ? 'Every bar is kept.' : `Missed: ${missed.join(', ')}`)
  console.log(JSON.stringify(figures))
  return missed.length === 0 ? 0 : 1
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

/** So many processes: what V8 makes of the same code differs from one to the next by a third. */
const processes = 5

/** How fast, by the median of processes of their own, with the least and the most of them. */
function speeds(folders: readonly string[]): Readonly<Record<string, number>> {
  const program = join(import.meta.dirname, 'intake-speed.ts')
  const all = Array.from({ length: processes }, () => printedBy<Speed>(program, folders))
  const ratios = all.map(({ ratioToParser }) => ratioToParser)
  return {
    mailsPerSecond: median(all.map(({ mailsPerSecond }) => mailsPerSecond)),
    ratioToParser: median(ratios),
    ratioLeast: Math.min(...ratios),
    ratioMost: Math.max(...ratios),
  }
}

type Large = { readonly seconds: number; readonly megabytes: number; readonly base: number }

/** A mail of 40 MB, the most that SES stores, in a process of its own: its time, its peak of memory and that before. */
const largeMail = (): Large => printedBy(join(import.meta.dirname, 'large-mail.ts'))

function printedBy<T>(program: string, given: readonly string[] = []): T {
  const run = spawnSync(process.execPath, [program, ...given], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`${program} ended with ${run.status}: ${run.stderr}`)
  return JSON.parse(run.stdout) as T
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

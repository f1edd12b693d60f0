/**
 * `npm run bench -- intake [DIR…]`: how mails to info@ are understood, against their labels, and how fast. DIR holds .eml
 * files and labels.csv (file,label,language,source,licence). The last line is one JSON object; the exit code is 1 when
 * a bar is missed.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { readMail } from '../intake/read.ts'
import { type Labelled, labelledIn } from '../intake/understanding/labelled.ts'
import { type Understanding, understand } from '../intake/understanding/understand.ts'

type Read = Labelled & { readonly said: Understanding }

const rights = ['access', 'portability', 'rectification', 'erasure', 'restriction', 'objection', 'withdraw-consent']
const ordinary = ['not-request', 'auto-reply', 'bounce', 'spam']
/** Shares, from the issue that asked for this: each bar with whether more or less of it is wanted. */
const bars = { missed: 0.01, answeredWrongly: 0.01, toPerson: 0.08, rightCorrect: 0.98 } as const
/** Reading and deciding against the MIME parser alone: an aim, not a bar. */
const aim = 0.5

/** Measures folders of labelled mails and prints it. Answers the exit code. */
export async function intakeBench(folders: readonly string[]): Promise<number> {
  const read: Read[] = []
  const labelled = (folders.length > 0 ? folders : usual()).flatMap((folder) => labelledIn(folder))
  // Once for the code to be warm, once for the clock.
  for (const one of labelled) await understood(one)
  const began = performance.now()
  for (const one of labelled) read.push({ ...one, said: await understood(one) })
  const seconds = (performance.now() - began) / 1000
  for (const { bytes } of labelled) await parsedAlone(bytes)
  const parsing = performance.now()
  for (const { bytes } of labelled) await parsedAlone(bytes)
  const alone = (performance.now() - parsing) / 1000
  const large = await largeMail()

  console.log(matrix(read, ({ label }) => label))
  console.log(`\n${matrix(read, ({ language }) => language)}`)
  const figures = {
    mails: read.length,
    ...shares(read),
    mailsPerSecond: Math.round(read.length / seconds),
    ratioToParser: rounded(alone / seconds),
    peakMemoryMB: Math.round(process.resourceUsage().maxRSS / 1024),
    largeMailSeconds: rounded(large),
  }
  const missed = broken(figures)
  console.log(
    `\nmissed: requests taken for nothing (at most ${bars.missed}); answeredWrongly: ordinary mails that get a privacy answer (at most ${bars.answeredWrongly});`,
  )
  console.log(
    `toPerson: of all mails, those sent to a person that none had to see (at most ${bars.toPerson}; toPersonRaw counts those labelled for a person too);`,
  )
  console.log(
    `rightCorrect: of the requests that were sure (at least ${bars.rightCorrect}). Aim of ratioToParser: ${aim}.`,
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

function shares(read: readonly Read[]) {
  const share = (part: number, whole: number) => (whole === 0 ? 0 : rounded(part / whole))
  const requests = read.filter(({ label }) => rights.includes(label))
  const others = read.filter(({ label }) => ordinary.includes(label))
  const sure = requests.filter(({ said }) => said.outcome === 'sure')
  const unsure = read.filter(({ said }) => said.outcome === 'unsure')
  return {
    missed: share(
      requests.filter(({ said }) => said.outcome === 'ordinary' || said.outcome === 'automatic').length,
      requests.length,
    ),
    answeredWrongly: share(others.filter(({ said }) => said.outcome === 'sure').length, others.length),
    toPerson: share(unsure.filter(({ label }) => label !== 'other-privacy').length, read.length),
    toPersonRaw: share(unsure.length, read.length),
    rightCorrect: sure.length === 0 ? 1 : share(sure.filter(isRight).length, sure.length),
    sure: share(sure.length, requests.length),
  }
}

/** Access and portability count as one where a copy is asked for without saying for what. */
const isRight = ({ label, said }: Read): boolean => {
  const copy = ['access', 'portability']
  return said.rights.some((right) => right === label || (copy.includes(right) && copy.includes(label)))
}

function broken(figures: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(bars).flatMap(([name, bar]) => {
    const value = figures[name] ?? 0
    return (name === 'rightCorrect' ? value < bar : value > bar) ? [`${name} ${value}`] : []
  })
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

/** Seconds for a mail of 40 MB, the most that SES stores. */
async function largeMail(): Promise<number> {
  const line = `${'QUJD'.repeat(19)}\r\n`
  const head =
    'From: ada@example.org\r\nTo: info@example.com\r\nSubject: Please delete my data\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nPlease delete my account and all my data.\r\n--b\r\nContent-Type: application/zip; name=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n'
  const bytes = Buffer.from(`${head}${line.repeat(Math.floor((39.9 * 2 ** 20) / line.length))}--b--\r\n`)
  const began = performance.now()
  const { outcome } = understand(await readMail(bytes))
  if (outcome !== 'sure') throw new Error(`the large mail was ${outcome}`)
  return (performance.now() - began) / 1000
}

/** The sets of sample mail beside the project when they are there, else the project's own. */
function usual(): readonly string[] {
  const house = join(import.meta.dirname, '..')
  const shared = ['dev', 'short']
    .map((name) => join(house, '..', 'shared', 'intake', name))
    .filter((folder) => existsSync(join(folder, 'labels.csv')))
  if (shared.length > 0) return shared
  console.log('../shared/intake is not there: measuring the project’s own set, which is small.')
  return [join(house, 'test', 'intake', 'letters')]
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000

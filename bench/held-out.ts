/**
 * `npm run bench -- intake --held-out [DIR…]`: how mails are understood that the model never saw. It is fitted anew
 * without each family of letters, and without each language, and asked about what was left out. The lexicons stay as they
 * are: what a new language has is a lexicon and no letter. The last line is one JSON object; the exit code is 1 when a bar
 * is missed.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Mail, Refused } from '../intake/mail.ts'
import { readMail } from '../intake/read.ts'
import { type Example, fitted } from '../intake/understanding/fit.ts'
import { familyOf, type Labelled, labelledIn } from '../intake/understanding/labelled.ts'
import { lexicons } from '../intake/understanding/lexicons.ts'
import { Matcher } from '../intake/understanding/matcher.ts'
import { exampleOf } from '../intake/understanding/train.ts'
import { Reader } from '../intake/understanding/understand.ts'
import { usual } from './intake.ts'
import { barsUnseen, broken, type Read, rights, rounded, shares } from './shares.ts'

/** Families of letters are left out in so many parts, each family in one of them. */
const parts = 20

type Known = Labelled & { readonly mail: Mail | Refused; readonly example: Example | undefined }

/** Fits, asks and prints. Answers the exit code. */
export async function heldOutBench(folders: readonly string[]): Promise<number> {
  const matcher = new Matcher(lexicons)
  const house = join(import.meta.dirname, '..')
  const own = [join(house, 'test', 'intake', 'letters'), join(house, 'intake', 'understanding', 'letters')]
  const known: Known[] = []
  for (const folder of folders.length > 0 ? folders : new Set([...usual(), ...own]))
    for (const one of labelledIn(folder)) {
      const mail = await readMail(one.bytes)
      known.push({ ...one, mail, example: exampleOf(one, mail, matcher) })
    }

  const byFamily = ({ template }: Known) =>
    String(createHash('sha256').update(familyOf(template)).digest().readUInt32BE(0) % parts)
  const read = { families: leavingOut(known, byFamily), languages: leavingOut(known, ({ language }) => language) }
  const figures = {
    mails: known.length,
    families: shares(read.families.filter((one) => !one.inOwnWords)),
    languages: shares(read.languages.filter((one) => !one.inOwnWords)),
    ownWords: ownWords(read.families.filter((one) => one.inOwnWords)),
  }
  for (const [what, all] of Object.entries(read)) {
    console.log(`\nWithout each of the ${what}:`)
    for (const one of all.filter(isWrong)) console.log(`  ${described(one)}`)
  }
  const missed = (['families', 'languages'] as const).flatMap((what) =>
    broken(figures[what], barsUnseen).map((bar) => `${what}: ${bar}`),
  )
  console.log(`\n${missed.length === 0 ? 'Every bar is kept.' : `Missed: ${missed.join(', ')}`}`)
  console.log(JSON.stringify(figures))
  return missed.length === 0 ? 0 : 1
}

type Asked = Read & Pick<Labelled, 'file' | 'also' | 'writer' | 'inOwnWords'>

/**
 * Of letters in people's own words besides: of those that ask for two rights, where both were heard; of those that are written for
 * somebody else, where that was told; and of all others, where it was told in vain.
 */
function ownWords(read: readonly Asked[]) {
  const share = (of: readonly Asked[], is: (one: Asked) => boolean) => rounded(of.filter(is).length / of.length)
  const asking = read.filter(({ label }) => label !== 'not-request')
  const isTheirs = ({ writer }: Asked) => writer === 'self'
  const isTold = ({ said }: Asked) => said.onBehalf !== undefined
  return {
    ...shares(read),
    bothHeard: share(
      read.filter(({ also }) => also.length > 0),
      ({ label, also, said }) =>
        said.outcome === 'sure' && [label, ...also].every((one) => said.rights.some((right) => right === one)),
    ),
    anotherTold: share(
      asking.filter((one) => !isTheirs(one)),
      isTold,
    ),
    anotherInVain: share(asking.filter(isTheirs), isTold),
  }
}

/** What each mail is taken for by a model that was fitted without its whole group. */
function leavingOut(known: readonly Known[], groupOf: (one: Known) => string): readonly Asked[] {
  const groups = [...Map.groupBy(known, groupOf)]
  return groups.flatMap(([group, left], n) => {
    console.error(`fitted without ${n + 1} of ${groups.length}`)
    const examples = known.flatMap((one) => (groupOf(one) === group || !one.example ? [] : [one.example]))
    const reader = new Reader(lexicons, fitted(examples))
    return left.map(({ mail, ...one }) => ({ ...one, said: reader.understand(mail) }))
  })
}

const isWrong = ({ label, said }: Asked): boolean =>
  rights.includes(label)
    ? said.outcome !== 'sure' || !said.rights.some((right) => right === label)
    : label === 'other-privacy'
      ? said.outcome === 'ordinary'
      : said.outcome === 'sure' || said.outcome === 'unsure'

const described = ({ file, language, label, said }: Asked): string =>
  `${file} ${language} ${label}: ${said.outcome} ${said.rights.join(', ')}`

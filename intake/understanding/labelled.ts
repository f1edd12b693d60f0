import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lettersIn } from './letters.ts'

/** A mail of a set with labels: labels.csv with the columns file, label, language, source, licence. */
export type Labelled = {
  readonly file: string
  readonly label: string
  /** What it asks for besides, where the set says so. */
  readonly also: readonly string[]
  /** What it may ask for besides: of letters that mix rights the set does not say more. */
  readonly perhaps: readonly string[]
  /** Who writes, where the set says so: people themselves, or somebody for another adult, or for a child. */
  readonly writer: string | undefined
  readonly language: string
  /** Which letter it was made from, where the set says so (truth.jsonl); else the file itself. */
  readonly template: string
  readonly bytes: Uint8Array
  /** Written as people do who know no law (letters.ts), and no letter of a generator. */
  readonly inOwnWords: boolean
}

/** Reads a folder of .eml files with its labels, or of letters as text. @throws when there are neither, or labels.csv names a file that is not there */
export function labelledIn(folder: string): readonly Labelled[] {
  if (!existsSync(join(folder, 'labels.csv'))) return lettersIn(folder)
  const [head = '', ...lines] = readFileSync(join(folder, 'labels.csv'), 'utf8').replaceAll('\r', '').trim().split('\n')
  const columns = head.split(',')
  const known = truthIn(folder)
  return lines.map((line) => {
    const cells = line.split(',')
    const cell = (name: string) => cells[columns.indexOf(name)] ?? ''
    const file = cell('file')
    return {
      file,
      label: cell('label'),
      also: [],
      perhaps: perhapsIn(cell('label'), known.get(file)),
      writer: undefined,
      language: cell('language'),
      template: known.get(file)?.template || `${cell('source')}:${file}`,
      bytes: readFileSync(join(folder, file)),
      inOwnWords: false,
    }
  })
}

/** The letter that a template says in one of its languages: what was learned from one of them helps with the others. */
export const familyOf = (template: string): string => template.replace(/^(\w+:templates)\/[a-z]{2}\//, '$1/')

/** What a set says of a file besides its label. */
type Truth = {
  readonly file: string
  readonly template?: string
  readonly secondary?: readonly string[]
  readonly acceptable?: readonly string[]
}

function truthIn(folder: string): ReadonlyMap<string, Truth> {
  const file = join(folder, 'truth.jsonl')
  if (!existsSync(file)) return new Map()
  const rows = readFileSync(file, 'utf8').trim().split('\n')
  return new Map(rows.map((row) => JSON.parse(row) as Truth).map((row) => [row.file, row]))
}

/** A copy that is asked for without saying for what is one to read as well as one to take along. */
const copies = ['access', 'portability']
const perhapsIn = (label: string, { secondary = [], acceptable = [] }: Partial<Truth> = {}): readonly string[] =>
  [...secondary, ...acceptable, ...(copies.includes(label) ? copies : [])].filter((one) => one !== label)

/** `npm run golden`: writes every letter in every language as files that a lawyer reads in a diff. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compose } from '../../letters/compose.ts'
import { company } from '../web/seen.ts'
import { everyLetter } from './every-letter.ts'

export const goldenFolder = join(import.meta.dirname, 'golden')

/** Every letter as the files that keep it: its subject and text, and its HTML. */
export function goldenFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  for (const language of company.languages) {
    for (const [name, letter] of Object.entries(everyLetter)) {
      const { subject, text, html } = compose(letter, language, company)
      const file = `${language}/${name.replaceAll(/[ ,]+/g, '-')}`
      files.set(`${file}.txt`, `${subject}\n\n${text}`)
      files.set(`${file}.html`, html)
    }
  }
  return files
}

if (import.meta.main) {
  await rm(goldenFolder, { recursive: true, force: true })
  for (const language of company.languages) await mkdir(join(goldenFolder, language), { recursive: true })
  for (const [file, content] of goldenFiles()) await writeFile(join(goldenFolder, file), content)
}

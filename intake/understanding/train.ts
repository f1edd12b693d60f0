/** `node intake/understanding/train.ts DIR…`: fits model.json to folders of labelled mails. Deterministic. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Mail, Refused } from '../mail.ts'
import { readMail } from '../read.ts'
import { traitsOf } from './features.ts'
import { type Example, fitted } from './fit.ts'
import { type Labelled, labelledIn } from './labelled.ts'
import { lexicons } from './lexicons.ts'
import { Matcher } from './matcher.ts'
import { kinds, representatives, rights } from './model.ts'

/** One that nobody wrote to us is none of the kinds: it is told apart by its headers, and left out. */
export function exampleOf(
  { label, also, perhaps, writer, inOwnWords }: Labelled,
  mail: Mail | Refused,
  matcher: Matcher,
): Example | undefined {
  if (mail.refused !== undefined || mail.automatic) return undefined
  const { features, namesAnother } = traitsOf(mail, matcher)
  const asks = [label, ...also].map((one) => (isOf(kinds, one) ? one : 'not-request'))
  // Many who ask for nothing speak of their children: it says nothing of those who ask.
  const isAsking = !asks.includes('not-request')
  const weight = inOwnWords ? 1 : 2
  return {
    ...{ features, asks, open: perhaps.filter((one) => isOf(rights, one)), weight },
    writer: isAsking && namesAnother && writer && isOf(['self', ...representatives], writer) ? writer : undefined,
  }
}

const isOf = <T extends string>(all: readonly T[], one: string): one is T => all.some((known) => known === one)

if (import.meta.main) {
  const matcher = new Matcher(lexicons)
  const examples: Example[] = []
  for (const folder of process.argv.slice(2))
    for (const labelled of labelledIn(folder)) {
      const example = exampleOf(labelled, await readMail(labelled.bytes), matcher)
      if (example) examples.push(example)
    }
  const model = fitted(examples)
  const rows = Object.entries(model.weights).map(([name, row]) => `    ${JSON.stringify(name)}: [${row.join(', ')}]`)
  const text = `{\n  "v": 2,\n  "weights": {\n${rows.join(',\n')}\n  }\n}\n`
  writeFileSync(join(import.meta.dirname, 'model.json'), text)
  console.log(`${examples.length} examples, ${Object.keys(model.weights).length} features`)
}

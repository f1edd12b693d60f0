/** `node intake/understanding/train.ts DIR…`: fits model.json to folders of labelled mails. Deterministic. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readMail } from '../read.ts'
import { traitsOf } from './features.ts'
import { type Example, fitted } from './fit.ts'
import { type Labelled, labelledIn } from './labelled.ts'
import { lexicons } from './lexicons.ts'
import { Matcher } from './matcher.ts'
import { type Kind, kinds } from './model.ts'

/**
 * A mail for each right that it asks for. One that nobody wrote to us is none of the kinds: it is told apart by its headers, and
 * left out.
 */
export async function examplesOf(
  { label, also, bytes, inOwnWords }: Labelled,
  matcher: Matcher,
): Promise<readonly Example[]> {
  const mail = await readMail(bytes)
  if (mail.refused !== undefined || mail.automatic) return []
  const { features } = traitsOf(mail, matcher)
  const all = [label, ...also]
  const kindOf = (one: string) => (kinds.includes(one as Kind) ? (one as Kind) : 'not-request')
  return all.map((one) => ({ kind: kindOf(one), features, weight: (inOwnWords ? 1 : 2) / all.length }))
}

if (import.meta.main) {
  const matcher = new Matcher(lexicons)
  const examples: Example[] = []
  for (const folder of process.argv.slice(2))
    for (const labelled of labelledIn(folder)) examples.push(...(await examplesOf(labelled, matcher)))
  const model = fitted(examples)
  const rows = Object.entries(model.weights).map(([name, row]) => `    ${JSON.stringify(name)}: [${row.join(', ')}]`)
  const text = `{\n  "v": 1,\n  "weights": {\n${rows.join(',\n')}\n  }\n}\n`
  writeFileSync(join(import.meta.dirname, 'model.json'), text)
  console.log(`${examples.length} examples, ${Object.keys(model.weights).length} features`)
}

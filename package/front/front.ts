import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { inLanguage } from '../../policy/schema.ts'
import type { Text } from '../../policy/shapes.ts'
import { wordingOfPackage } from '../../policy/wording/package.ts'
import type { PackageFacts, Sign } from '../facts.ts'
import type { Index } from '../series.ts'
import { schemaOf } from '../shape.ts'
import { Zip } from '../zip.ts'
import { aboutData } from './about.ts'
import { aboutPage } from './about-page.ts'
import { indexPage } from './index-page.ts'
import { manifestOf } from './manifest.ts'

/** The package's own files: as they stand in a zip, and what names them at its end. */
export type Front = {
  readonly content: Buffer
  readonly directory: Buffer
  readonly entries: number
  readonly manifestSha256: string
}

export type File = { readonly path: string; readonly content: Buffer }
export type Series = ReadonlyMap<string, { readonly index: Index }>

/** Everything in a package that does not come from the systems, with the signed manifest of all that is in it. */
export async function frontOf(facts: PackageFacts, round: number, series: Series, sign: Sign): Promise<Front> {
  const files: File[] = [
    file('index.html', indexPage(facts, series)),
    file('about.html', aboutPage(facts)),
    file('about.json', json(aboutData(facts))),
    ...schemasOf(facts, series),
  ]
  const manifest = manifestOf(facts, round, series, files)
  const digest = createHash('sha256')
    .update(canonicalize(manifest) ?? '')
    .digest()
  const signed = file('manifest.json', json({ manifest, signature: await sign(digest) }))
  return { ...(await zipped([...files, signed], new Date(facts.at))), manifestSha256: digest.toString('hex') }
}

const file = (path: string, text: string): File => ({ path, content: Buffer.from(text) })
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

function schemasOf({ policy, language }: PackageFacts, series: Series): readonly File[] {
  const { schema } = wordingOfPackage(language)
  return [...series].flatMap(([system, { index }]) =>
    index.sources
      .filter(({ records }) => records > 0)
      .map(({ folder, name, category, shape }) => {
        const label = (text: Text | undefined, or: string) => (text ? inLanguage(text, language) : or)
        const from = label(policy.systems[system]?.label, system)
        const about = {
          title: name,
          description: schema(name, from, label(policy.categories[category]?.label, category)),
        }
        return file(`${folder}/${name}.schema.json`, json(schemaOf(shape, about)))
      }),
  )
}

async function zipped(files: readonly File[], modified: Date): Promise<Omit<Front, 'manifestSha256'>> {
  const pieces: Uint8Array[] = []
  const zip = new Zip(async (piece) => void pieces.push(piece))
  for (const { path, content } of files) await zip.add(path, [content], { modified })
  return { content: Buffer.concat(pieces), directory: zip.list().content, entries: zip.entries }
}

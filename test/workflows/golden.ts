/** `npm run golden`: writes the state machines as synthesized, so that a change of a story is seen in a diff. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { definitionOf, named, type Story, stories } from './definitions.ts'

const folder = join(import.meta.dirname, 'golden')
export const goldenFile = (story: Story): string => join(folder, `${story}.asl.json`)

/** A story for two systems: enough to see what stands side by side. */
export const golden = (story: Story): string =>
  `${JSON.stringify(definitionOf(story, named(['accounts', 'files'])), null, 2)}\n`

if (import.meta.main)
  for (const story of Object.keys(stories) as Story[]) writeFileSync(goldenFile(story), golden(story))

/** `npm run draw`: docs/lifecycle.md, the diagram and the table in words, from the one table that decides. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beginnings, lifecycle } from './lifecycle.ts'

/** Nothing but the telling comes after these. */
const ends = lifecycle.filter(([, event]) => event === 'told').map(([status]) => status)

/** Mermaid takes no hyphen in a state's id. */
const id = (status: string): string => status.replaceAll('-', '_')

const drawn = (): string =>
  [
    'stateDiagram-v2',
    ...[...new Set(lifecycle.flatMap(([from, , to]) => [from, ...to]))]
      .filter((status) => id(status) !== status)
      .map((status) => `  state "${status}" as ${id(status)}`),
    ...beginnings.flatMap(([event, to]) => to.map((status) => `  [*] --> ${id(status)}: ${event}`)),
    ...lifecycle.flatMap(([from, event, to]) => to.map((status) => `  ${id(from)} --> ${id(status)}: ${event}`)),
    ...ends.map((status) => `  ${id(status)} --> [*]`),
  ].join('\n')

const inWords = (): string =>
  [
    '| in status | when | becomes | meaning |',
    '| --- | --- | --- | --- |',
    ...beginnings.map(([event, to, meaning]) => `| | ${event} | ${to.join(', ')} | ${meaning} |`),
    ...lifecycle.map(([from, event, to, meaning]) => `| ${from} | ${event} | ${to.join(', ')} | ${meaning} |`),
  ].join('\n')

/** The whole of docs/lifecycle.md. */
export const lifecyclePage = (): string => `# The life of a request

Drawn from \`domain/lifecycle.ts\` by \`npm run draw\`; edit the table there, not this page.

\`\`\`mermaid
${drawn()}
\`\`\`

Whatever is not in this table is refused and changes nothing.

${inWords()}
`

if (import.meta.main) writeFileSync(join(import.meta.dirname, '..', 'docs', 'lifecycle.md'), lifecyclePage())

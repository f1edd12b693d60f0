import type { Bar, Block, Group } from './blocks.ts'

/** Longest line, characters: RFC 5322, section 2.1.1 recommends at most 78, and answers add `> ` in front. */
const width = 72

/** A letter as plain text, complete by itself. */
export function plain(blocks: readonly Block[]): string {
  return `${blocks.map(laidOut).join('\n\n')}\n`
}

function laidOut(block: Block): string {
  if ('heading' in block) return `${wrapped(block.heading)}\n${'='.repeat(Math.min(width, block.heading.length))}`
  if ('list' in block) return block.list.map((line) => wrapped(line, '- ')).join('\n')
  if ('facts' in block) return block.facts.map(group).join('\n\n')
  if ('chart' in block) return [wrapped(`${block.chart}:`), ...chart(block.bars)].join('\n')
  // Never broken: a link that is cut is no link.
  if ('button' in block) return `${block.button}:\n${block.link}`
  if ('code' in block) return `    ${block.code}`
  return 'small' in block ? `--\n${wrapped(block.small)}` : wrapped(block.paragraph)
}

const group = ({ group, lines }: Group): string =>
  [
    wrapped(`${group}:`),
    ...lines.map(({ name, value, link }) => `${wrapped(`${name}: ${value}`, '- ')}${link ? `\n${link}` : ''}`),
  ].join('\n')

/** Bars of signs that every mail program has, the longest of 24. */
function chart(bars: readonly Bar[]): readonly string[] {
  const most = Math.max(1, ...bars.flatMap(({ values }) => values.map(([n]) => n)))
  const margin = Math.max(...bars.map(({ name }) => name.length)) + 2
  return bars.flatMap(({ name, values }) =>
    values.map(([n, word], i) => {
      const bar = '#'.repeat(Math.ceil((24 * n) / most))
      return `${(i === 0 ? name : '').padEnd(margin)}${bar}${bar === '' ? '' : ' '}${n} ${word}`
    }),
  )
}

/** Lines of whole words; those after the first stand under the first one's text. */
function wrapped(text: string, mark = ''): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && mark.length + line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].map((one, i) => (i === 0 ? mark : ' '.repeat(mark.length)) + one).join('\n')
}

import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { concepts } from '../../intake/understanding/lexicon/concepts.ts'

const house = join(import.meta.dirname, '..', '..')
const read = (path: string) => readFileSync(join(house, path), 'utf8')
const decisions = globSync('docs/decisions/0*.md', { cwd: house }).toSorted()
const pages = ['README.md', ...globSync('docs/*.md', { cwd: house }), 'docs/decisions/README.md', ...decisions]

test('docs/decisions/README.md lists every decision, in order and once', () => {
  const listed = [...read('docs/decisions/README.md').matchAll(/^\| \[(\d+)\]\((.+?)\) \| \S.*\|$/gm)]
  expect(listed.map(([, , file]) => file)).toEqual(decisions.map((one) => basename(one)))
  for (const [, n = '', file = ''] of listed) expect(file.startsWith(`${n.padStart(4, '0')}-`), file).toBe(true)
})

test.each(decisions)('%s has its number in its name alone', (decision) => {
  expect(read(decision)).toMatch(/^# [^\d\s]/)
})

test.each(pages)('each link and each source that %s names leads to a file', (page) => {
  const text = read(page)
  const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, to = '']) => join(dirname(page), to))
  // `company/` and `path/` are the reader's own.
  const sources = [...text.matchAll(/(?<![\w./-])((?!company\/|path\/)(?:[a-z-]+\/)+[a-z-]+(?:\.test)?\.ts)\b/g)].map(
    ([, source = '']) => source,
  )
  expect([...links, ...sources].filter((path) => !existsSync(join(house, path)))).toEqual([])
})

test.each(pages)('each table of %s begins with its head, so that every row is one', (page) => {
  const heads = [...read(page).matchAll(/(?:^|\n\n)(\|.*)\n(.*)/g)]
  for (const [, row, next] of heads) expect(next, row).toMatch(/^\| ---/)
})

test('docs/costs.md adds up, and README.md says the same', () => {
  const costs = read('docs/costs.md')
  const [request = '', standing = ''] = costs.split('## While nobody asks')
  const sum = (text: string) =>
    [...text.matchAll(/^\| [^*].*\| (?:under )?(\d+\.\d\d) \|$/gm)].reduce((all, [, one]) => all + Number(one), 0)
  const perThousand = Number(/\*\*all together\*\* \| \| \*\*([\d.]+)\*\*/.exec(request)?.[1])
  expect(sum(request)).toBeCloseTo(perThousand, 2)
  const cents = (perThousand / 10).toFixed(1)
  expect(costs).toContain(`about **${cents} cents**`)
  expect(read('README.md')).toContain(`an erasure costs about ${cents} cents`)
  const dollars = sum(standing).toFixed(0)
  expect(costs).toContain(`| **together** | **about ${dollars}** |`)
  expect(costs).toContain(`**${dollars} dollars a month**`)
  expect(read('README.md')).toContain(`[about ${dollars} dollars a month]`)
})

test('docs/deploy.md looks at every shelf on which a promise can lie before anything is destroyed', () => {
  const [, shelves = ''] = /export type Shelf = (.*)/.exec(read('adapters/items.ts')) ?? []
  const promised = shelves.replaceAll("'", '').split(' | ')
  expect(promised).toContain('answered')
  const [, looked = ''] = /for shelf in (.*); do/.exec(read('docs/deploy.md')) ?? []
  expect(looked.split(' ').toSorted()).toEqual(promised.filter((shelf) => shelf !== 'answered').toSorted())
})

test('decision 10 counts the concepts that there are', () => {
  const text = read('docs/decisions/0010-understanding-mail.md').replaceAll('\n', ' ')
  const [, all, much, little] =
    /as (\d+) concepts .*?: (\d+) that say much alone, .*? (\d+) for words that say little/.exec(text)?.map(Number) ??
    []
  expect(all).toBe(concepts.length)
  expect(Number(much) + Number(little)).toBe(all)
})

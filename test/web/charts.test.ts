import { expect, test } from 'vitest'
import { bars, shares, spans } from '../../web/desk/charts.ts'

const chart = { id: 'one', title: 'Kept', said: 'Bars of <b>two</b>' }
const attributes = (markup: string, name: string) =>
  [...markup.matchAll(new RegExp(`${name}="([\\d.]+)%?"`, 'g'))].map(([, n]) => Number(n))

test('a chart says what it shows, has no style of its own, and takes no words as markup', () => {
  const { markup } = bars(chart, { months: [['2026-01', 'J']], language: 'en' }, [
    { name: 'received', words: '<i>Received</i>', values: [3] },
  ])
  expect(markup).toContain('aria-labelledby="one-title one-said"')
  expect(markup).toContain('<desc id="one-said">Bars of &lt;b&gt;two&lt;/b&gt;</desc>')
  expect(markup).not.toMatch(/style=|<style|<i>|<script|https?:/)
})

test('bars stand on one line, as high as their values, in the order of the series', () => {
  const { markup } = bars(
    chart,
    {
      months: [
        ['2026-01', 'J'],
        ['2026-02', 'F'],
      ],
      language: 'en',
    },
    [
      { name: 'received', words: 'Received', values: [4, 0] },
      { name: 'done', words: 'Done', values: [1, 2] },
    ],
  )
  const all = [
    ...markup.matchAll(/<rect class="part (\w+)" x="([\d.]+)%" y="([\d.]+)" width="[\d.]+%" height="([\d.]+)"/g),
  ]
  const [x, y, high] = [2, 3, 4].map((at) => all.map((one) => Number(one[at])))
  expect(all.map(([, name]) => name)).toEqual(['received', 'done', 'received', 'done'])
  expect(x).toEqual(x?.toSorted((a, b) => a - b))
  expect(high?.map((n) => n / 40)).toEqual([4, 1, 0, 2])
  for (const n of [0, 1, 2, 3]) expect((y?.[n] ?? 0) + (high?.[n] ?? 0)).toBe(174)
})

test('parts add up to the whole row, what is nothing is not drawn, and a row without a whole has no bar', () => {
  const { markup } = shares(
    chart,
    [
      { name: 'A', words: '', parts: { inTime: 6, atRisk: 1, broken: 1 } },
      { name: 'B', words: '', parts: { inTime: 0, atRisk: 2, broken: 0 } },
      { name: 'C', words: '', parts: { inTime: 0, atRisk: 0, broken: 0 } },
    ],
    { inTime: 'In time', atRisk: 'At risk', broken: 'Broken' },
  )
  const drawn = [...markup.matchAll(/part (\w+)" x="([\d.]+)%" y="\d+" width="([\d.]+)%"/g)].map(([, ...one]) => one)
  expect(drawn).toEqual([
    ['inTime', '0', '75'],
    ['atRisk', '75', '12.5'],
    ['atRisk', '0', '100'],
    ['broken', '87.5', '12.5'],
  ])
  expect(markup).not.toContain('NaN')
})

test('a bar that passes its line ends right of it, and what is too few to say has a line alone', () => {
  const rows = [
    { name: 'A', words: '', notch: 10, end: 41, bound: 28 },
    { name: 'B', words: '', bound: 28 },
  ]
  const { markup } = spans(chart, rows, {}, 'days')
  expect(attributes(markup, 'class="part most" x="0" y="44" width')).toEqual([82])
  expect(attributes(markup, 'class="promised" x1')).toEqual([56, 56])
  expect(attributes(markup, 'class="median" x1')).toEqual([20])
})

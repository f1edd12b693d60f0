import { expect, test } from 'vitest'
import { Lines, Pieces } from '../../package/lines.ts'
import type { Row } from '../../package/plain.ts'

function both(rows: readonly Row[]) {
  let tooLong = 0
  const style = { delimiter: ',' as const, tooLong: '[too long]', onTooLong: () => void tooLong++ }
  const lines = new Lines(style, new Pieces())
  for (const row of rows) lines.add(row, JSON.stringify(row))
  const text = (pieces: Iterable<Buffer>) => Buffer.concat([...pieces]).toString()
  return { json: text(lines.asJson()), csv: text(lines.asCsv()), read: [...lines.rows()], bytes: lines, tooLong }
}

test('a column that only a late row has is a column of all, whatever was written before', () => {
  const rows = [{ a: 1 }, { a: 2, b: 'x' }, { c: '=1', a: '' }]
  const { csv, json, read } = both(rows)
  expect(csv).toBe("\ufeffa,b,c\r\n1,,\r\n2,x,\r\n,,'=1\r\n")
  expect(json).toBe('{"a":1}\n{"a":2,"b":"x"}\n{"c":"=1","a":""}\n')
  expect(read).toEqual(rows)
})

test('rows of many pieces stay in order, each with as many cells as the first line, and are counted once', () => {
  const rows = Array.from({ length: 5_000 }, (_, n) => ({
    n,
    text: `${n} "quoted", ö\n${'x'.repeat(n % 300)}`,
    ...(n === 4_000 ? { late: 'y'.repeat(40_000) } : {}),
  }))
  const { csv, json, read, bytes, tooLong } = both(rows)
  expect(read).toEqual(rows)
  expect(Buffer.byteLength(json)).toBe(bytes.json)
  expect(bytes.count).toBe(5_000)
  expect(tooLong).toBe(1)
  const cells = rows.map(({ n, text }) => `${n},"${text.replaceAll('"', '""')}",${n === 4_000 ? '[too long]' : ''}`)
  expect(csv).toBe(`\ufeffn,text,late\r\n${cells.join('\r\n')}\r\n`)
})

test('a field that is called as something that every object has is a column like any other', () => {
  const rows = [{ id: 1 }, JSON.parse('{"id":2,"constructor":"c","__proto__":"p","toString":"t"}') as Row]
  expect(both(rows).csv).toBe('\ufeffid,constructor,__proto__,toString\r\n1,,,\r\n2,c,p,t\r\n')
})

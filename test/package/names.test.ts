import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NameBook, safeName, safePath } from '../../package/names.ts'

const take = (...names: string[]) => {
  const book = new NameBook()
  return names.map((name, n) => book.take('data', name, `id-${n}`))
}
/** What a file system that knows no case and one spelling takes for the same. */
const folded = (path: string) => path.normalize('NFKC').toUpperCase().toLowerCase()

describe('names that a system may hold', () => {
  test.each([
    ['../../etc/passwd', '__/__/etc/passwd'],
    ['/absolute', '_/absolute'],
    ['C:\\Windows\\x.dll', 'C__Windows_x.dll'],
    ['a/./b//c', 'a/_/b/_/c'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['COM1.tar.gz', '_COM1.tar.gz'],
    ['trailing. . ', 'trailing__'],
    ['evil\u202Egnp.exe', 'evilgnp.exe'],
    ['line\r\nbreak\u0000', 'linebreak'],
    ['e\u0301', '\u00e9'],
    ['\ud800', '\ufffd'],
    ['', '_'],
    ['Familie 👨‍👩‍👧‍👦 🇩🇪 日本語 العربية हिन्दी.txt', 'Familie 👨‍👩‍👧‍👦 🇩🇪 日本語 العربية हिन्दी.txt'],
  ])('%j becomes %j', (name, safe) => expect(safePath(name)).toBe(safe))

  test('that are too long are cut between characters, keep their ending, and stay apart', () => {
    const [one = '', two = ''] = ['a', 'b'].map((end) => safeName(`${'👨‍👩‍👧‍👦'.repeat(300)}${end}.jpeg`))
    expect(one.length).toBeLessThanOrEqual(100)
    expect(one).toMatch(/^(👨‍👩‍👧‍👦)+~[\da-f]{8}\.jpeg$/u)
    expect(one).not.toBe(two)
  })
})

describe('names that some file system takes for the same', () => {
  test('stay apart: by case, by spelling, as file and folder, and version by version', () => {
    const names = [
      'Photo.jpg',
      'photo.JPG',
      'Stra\u00dfe',
      'STRASSE',
      '\u00e9.txt',
      'e\u0301.txt',
      'a',
      'a/b',
      'x/y',
      'x',
      'Photo.jpg',
    ]
    const paths = take(...names)
    expect(new Set(paths.map(folded)).size).toBe(names.length)
    expect(paths[0]).toBe('data/Photo.jpg')
    expect(paths[1]).toMatch(/^data\/photo \([\da-f]{8}\)\.JPG$/)
    expect(paths[7]).toMatch(/^data\/a \([\da-f]{8}\)\/b$/)
    expect(paths[9]).toMatch(/^data\/x \([\da-f]{8}\)$/)
  })

  test('stay apart over slices, and a slice that is repeated gives the same names', () => {
    const first = new NameBook()
    first.take('data', 'Report.pdf', '1')
    const second = () => new NameBook(first.written()).take('data', 'report.PDF', '2')
    expect(second()).toMatch(/^data\/report \([\da-f]{8}\)\.PDF$/)
    expect(second()).toBe(second())
  })

  test('never lead out of their folder and never meet, whatever they are', () => {
    const piece = fc.oneof(
      fc.constantFrom('..', '.', '', 'CON', 'a', 'A', 'a.', ' a', '\u202e', '\\', 'ß', 'SS'),
      fc.string({ unit: 'binary' }),
    )
    const name = fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('/'))
    fc.assert(
      fc.property(fc.array(name, { maxLength: 30 }), (names) => {
        const paths = take(...names)
        const files = new Set(paths.map(folded))
        expect(files.size).toBe(paths.length)
        for (const path of paths) {
          const parts = path.split('/')
          expect(parts[0]).toBe('data')
          for (let n = 1; n < parts.length; n++) {
            expect(files.has(folded(parts.slice(0, n).join('/')))).toBe(false)
            const part = parts[n] ?? ''
            expect(part).toMatch(/^[^<>:"|?*\\\p{Cc}\u202a-\u202e]+$/u)
            expect(part).not.toMatch(/^\.{1,2}$|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i)
          }
        }
      }),
    )
  })
})

import { expect, test } from 'vitest'
import { Findings } from '../../demo/tour/findings.ts'
import type { Seen } from '../../demo/tour/view.ts'

const seen = (records: number, files: number, refused = 0): Seen => ({
  fingerprints: [`${records} ${files}`],
  parts: [
    { system: 'DynamoDB', what: 'Sessions', records, refused: 0 },
    { system: 'S3', what: 'Files', records: files, refused, ...(refused > 0 ? { answer: 'AccessDenied' } : {}) },
  ],
})

test('the tour is content only when nothing is visible and S3 refuses every version', () => {
  const fine = new Findings()
  fine.everythingThere('Ada', seen(3, 5))
  fine.nothingVisible('then', seen(0, 0, 5), seen(3, 5))
  fine.nothingLeft(seen(0, 0))
  fine.same('all is back', seen(3, 5), seen(3, 5))
  expect(fine.broken).toEqual([])
})

test('the tour names what is not as promised', () => {
  const found = new Findings()
  found.everythingThere('Ada', seen(0, 5))
  found.nothingVisible('then', seen(1, 0, 4), seen(3, 5))
  found.nothingLeft(seen(0, 0, 1))
  found.same('all is back', seen(3, 5), seen(3, 4))
  expect(found.broken).toEqual([
    'Ada has sessions',
    'then, no sessions are visible',
    'then, S3 answers AccessDenied for every version',
    'no files are left after the erasure',
    'all is back',
  ])
})

import { expect, test } from 'vitest'
import { shownSource } from '../../package/front/shown-source.ts'
import type { Row } from '../../package/plain.ts'
import type { Source } from '../../package/series.ts'
import { noShape } from '../../package/shape.ts'
import { packageFacts } from './sample.ts'

test('a column that is called as what every object has is empty in the rows that have none', () => {
  const preview = [{ id: 1 }, JSON.parse('{"id":2,"constructor":"c","valueOf":"v"}') as Row]
  const source: Source = {
    ...{ category: 'account', name: 'accounts', kind: 'rows' as const, folder: 'accounts', records: 2, tables: 1 },
    ...{ files: 0, bytes: 40, months: {}, redacted: 0, tooLong: 0, shape: noShape(), preview, previewBytes: 40 },
  }
  const { markup } = shownSource(source, 'Accounts', packageFacts([]), 1_000) as { readonly markup: string }
  expect(markup).toContain('<tr><td>1</td><td></td><td></td></tr>')
  expect(markup).toContain('<tr><td>2</td><td>c</td><td>v</td></tr>')
})

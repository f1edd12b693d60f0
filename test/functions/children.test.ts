import { Logger } from '@aws-lambda-powertools/logger'
import { expect, test, vi } from 'vitest'
import { instant } from '../../domain/time.ts'
import { hasMinor } from '../../functions/entry/children.ts'

const now = instant('2026-02-06T11:00:00Z')

test('a birth date that is no day is told to the log, once and without the date, and the click goes on', () => {
  const info = vi.spyOn(Logger.prototype, 'info').mockImplementation(() => undefined)
  expect(hasMinor([{ birthDate: '0000-00-00' }, { birthDate: '1990-02-30' }, {}], now, 'OB-7K3M-92QF')).toBe(false)
  expect(hasMinor([{ birthDate: '1990-02-28' }, { birthDate: '2015-02-28' }], now)).toBe(true)
  expect(info.mock.calls).toEqual([
    ['birth-date', { what: 'birth-date', outcome: 'no date', count: 2, reference: 'OB-7K3M-92QF' }],
  ])
  info.mockRestore()
})

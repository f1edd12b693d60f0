import { expect, test } from 'vitest'
import { announced, type Change, getsLetter, isSame, languageFor, noticeOn } from '../../domain/announcement.ts'
import { type Day, instant } from '../../domain/time.ts'
import { promise } from '../promise.ts'

const now = instant('2027-01-10T09:00:00Z')
const day = (text: string) => text as Day
const change = (version: string, from: string): Change => ({
  ...{ version, from: day(from), mail: true },
  summary: { en: `What is new in ${version}`, de: `Was in ${version} neu ist` },
  url: { en: 'https://www.example.com/privacy' },
})

promise('N13', 'the note says which notice holds on a day, and which will, the next one first', () => {
  const all = [change('c', '2027-05-01'), change('a', '2026-01-01'), change('b', '2027-03-01')].map((one) =>
    announced(one, now),
  )
  const versions = (on: string) => {
    const { current, coming } = noticeOn(all, day(on))
    return [current?.version, ...coming.map(({ version }) => version)]
  }
  expect(versions('2025-12-31')).toEqual([undefined, 'a', 'b', 'c'])
  expect(versions('2027-02-28')).toEqual(['a', 'b', 'c'])
  expect(versions('2027-03-01')).toEqual(['b', 'c'])
  expect(versions('2030-01-01')).toEqual(['c'])
  expect(noticeOn(all, day('2027-03-01')).current).toEqual({
    ...{ version: 'b', from: '2027-03-01', announcedAt: now },
    ...{ summary: change('b', '').summary, url: { en: 'https://www.example.com/privacy' } },
  })
  expect(noticeOn([], day('2027-03-01'))).toEqual({ current: null, coming: [] })
})

promise('N13', 'who wants no news is told all the same, and who called our mail spam by the note alone', () => {
  const mark = (by: 'one-click' | 'form' | 'erasure' | 'complaint', suppressed = true) => ({
    suppressed,
    since: now,
    by,
  })
  expect(getsLetter({})).toBe(true)
  expect(getsLetter({ newsletter: mark('one-click') })).toBe(true)
  for (const by of ['form', 'erasure'] as const) expect(getsLetter({ all: mark(by) })).toBe(true)
  expect(getsLetter({ all: mark('complaint') })).toBe(false)
  expect(getsLetter({ all: mark('complaint', false) })).toBe(true)
})

test('the same change is the same in any order of languages, and any other content is another', () => {
  const one = change('a', '2027-03-01')
  expect(isSame(one, { ...one, summary: { de: one.summary.de ?? '', en: one.summary.en } })).toBe(true)
  for (const other of [
    { ...one, from: day('2027-03-02') },
    { ...one, mail: false },
    { ...one, url: { en: 'https://www.example.com/other' } },
    { ...one, summary: { en: one.summary.en } },
  ])
    expect(isSame(one, other)).toBe(false)
})

test('a change that is told by the note alone is done when it begins', () => {
  expect(announced(change('a', '2027-03-01'), now).doneAt).toBeUndefined()
  expect(announced({ ...change('a', '2027-03-01'), mail: false }, now).doneAt).toBe(now)
})

test('somebody is written to in their language, where the company speaks it', () => {
  expect(languageFor('de', ['en', 'de'])).toBe('de')
  for (const said of ['fr', '', undefined]) expect(languageFor(said, ['en', 'de'])).toBe('en')
})

promise('N13', 'of two versions for the same day the one that was announced last holds', () => {
  const first = announced(change('a', '2027-03-01'), now)
  const corrected = announced(change('a2', '2027-03-01'), instant('2027-02-01T09:00:00Z'))
  for (const all of [
    [first, corrected],
    [corrected, first],
  ])
    expect(noticeOn(all, day('2027-03-01')).current?.version).toBe('a2')
  expect(noticeOn([first, first], day('2027-03-01')).current?.version).toBe('a')
})

test('where no language is named, people read English', () => {
  expect(languageFor('fr', [])).toBe('en')
})

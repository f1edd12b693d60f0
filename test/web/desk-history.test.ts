import { expect, test } from 'vitest'
import type { Effect } from '../../domain/effect.ts'
import type { Happened } from '../../domain/history.ts'
import { letterKinds } from '../../domain/letter-kinds.ts'
import { deskHistoryWordingOf } from '../../policy/wording/desk-history.ts'
import { renderDeskPage } from '../../web/desk/page.ts'
import { deskPages, everyDeskPage } from './every-desk-page.ts'
import { company } from './seen.ts'

/** Every name that the domain knows: the compiler asks for a new one. */
const events = {
  ...{ received: 0, 'found-inactive': 0, 'disclosure-asked': 0, looked: 0, fetched: 0, wrote: 0, 'link-sent': 0 },
  ...{ noted: 0, 'asked-again': 0, confirmed: 0, reported: 0, 'guardian-named': 0, 'consent-given': 0 },
  ...{ 'consent-refused': 0, 'report-ended': 0, 'restriction-settled': 0, 'erasure-settled': 0, 'release-settled': 0 },
  ...{ 'mailing-settled': 0, 'moment-reached': 0, 'restore-asked': 0, 'erase-now-asked': 0, 'active-again': 0 },
  ...{ 'asked-for': 0, 'hold-set': 0, 'hold-ended': 0, 'lift-announced': 0, 'lift-due': 0, certified: 0 },
  ...{ 'kept-long-enough': 0, 'backup-restored': 0, 'erased-meanwhile': 0, gathered: 0, packaged: 0, 'code-asked': 0 },
  ...{ 'code-wrong': 0, downloaded: 0, 'withdraw-asked': 0, 'protect-asked': 0, discarded: 0, protected: 0, stated: 0 },
  ...{ objected: 0, extended: 0, doubted: 0, 'identity-answered': 0, identified: 0, 'not-identified': 0, proposed: 0 },
  ...{ 'address-proven': 0, 'rectification-settled': 0, 'approval-given': 0, 'approval-refused': 0 },
  ...{ 'approval-checked': 0, disclosed: 0, 'made-unavailable': 0, 'task-answered': 0, 'task-reassigned': 0 },
  ...{ 'tried-again': 0, 'handed-over': 0, 'act-proposed': 0, 'proposal-declined': 0, told: 0, weighed: 0, decided: 0 },
  ...{ 'turned-down': 0 },
} satisfies Record<Happened, 0>

type News<K extends 'task' | 'hold-news'> = Extract<Effect, { kind: K }>['news']
const ofTasks = { set: 0, reminder: 0, overdue: 0 } satisfies Record<News<'task'>, 0>
const ofHolds = { kept: 0, 'taken-over': 0 } satisfies Record<News<'hold-news'>, 0>
const letters: readonly string[] = [
  ...letterKinds,
  ...Object.keys(ofTasks).map((news) => `task-${news}`),
  ...Object.keys(ofHolds).map((news) => `hold-${news}`),
  ...['proposal', 'undelivered'],
]

test.each(company.languages)('the desk names every event and every letter in its reader’s words (%s)', (language) => {
  const words = deskHistoryWordingOf(language)
  expect(Object.keys(words.events).toSorted()).toEqual(Object.keys(events).toSorted())
  expect(Object.keys(words.letters).toSorted()).toEqual([...letters].toSorted())
  for (const name of [...Object.values(words.events), ...Object.values(words.letters)]) expect(name).toMatch(/^\S.*\S$/)
})

test('no page of the desk shows what only programs call an event or a letter', () => {
  const raw = [...Object.keys(events), ...letters]
  const shown = Object.values(everyDeskPage).flatMap((page) => {
    const html = renderDeskPage(page, deskPages, 'de', company)
    return [...html.matchAll(/<th scope="row">([^<]+)<\/th>|<summary>[^:<]+: ([^,<]+),/g)].map(
      ([, row, sum]) => row ?? sum,
    )
  })
  expect(shown).toContain('Link zum Bestätigen')
  expect(shown).toContain('Persönliches angesehen')
  // A hyphen that is made a space is no word of the reader's either.
  expect(shown.filter((one) => raw.includes(one?.replaceAll(' ', '-') ?? ''))).toEqual([])
})

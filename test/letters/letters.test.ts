import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lexicons } from '../../intake/understanding/lexicons.ts'
import { compose } from '../../letters/compose.ts'
import type { Letter } from '../../letters/contract.ts'
import { keySentencesIn } from '../../policy/wording/key-sentences.ts'
import { wordingOf } from '../../policy/wording/wording.ts'
import { address, other } from '../domain/sample.ts'
import { promise } from '../promise.ts'
import { company, views } from '../web/seen.ts'
import { everyLetter } from './every-letter.ts'
import { goldenFiles, goldenFolder } from './golden.ts'

const all = company.languages.flatMap((language) =>
  Object.entries(everyLetter).map(([name, letter]) => ({
    name: `${name}, ${language}`,
    language,
    letter,
    ...compose(letter, language, company),
  })),
)
/** Whoever has to find a copy is told whose; other letters to the officer, and to addresses not known to be theirs, do not say. */
const notices: readonly Letter['kind'][] = ['recipient-notice', 'recipient-silent']
const toOthers: readonly Letter['kind'][] = [
  'recipient-reminder',
  'daily',
  'decision-needed',
  'objection-to-weigh',
  'approval-news',
  'identity-to-check',
  'identity-accepted',
  'guardian-asked',
  'mail-to-decide',
  'mails-to-decide',
  'undelivered',
  'task',
  'hold-news',
  'proposal',
  'authority-needed',
  'prove-new-address',
  'address-changed',
]
const named = all.filter(({ letter }) => !notices.includes(letter.kind))
const toPersons = named.filter(({ letter }) => !toOthers.includes(letter.kind))
const letterOf = (name: string, language: 'en' | 'de' = 'en') => {
  const found = all.find((one) => one.name === `${name}, ${language}`)
  if (!found) throw new Error(`there is no letter ${name}`)
  return found
}

const unescaped = (text: string) => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
/** The words of a letter, whatever they are laid out with. */
const words = (text: string) => text.split(/[\s:–-]+/).filter((word) => /\p{L}|\d/u.test(word))
const wordsOfHtml = (html: string) =>
  words(unescaped((html.split('<table')[1] ? html.slice(html.indexOf('<h1')) : '').replace(/<[^>]+>/g, ' ')))

test('who writes in any language that is understood reads in it what matters, in text and in HTML, and others read nothing of it', () => {
  const { writtenIn: _, ...letter } = everyLetter['confirm request, written in French'] as Extract<
    Letter,
    { kind: 'confirm-request' }
  >
  for (const { language } of lexicons) {
    const sentences = keySentencesIn(language)
    expect(sentences, language).toHaveLength(3)
    const { text, html } = compose({ ...letter, writtenIn: language }, 'en', company)
    for (const sentence of sentences) {
      expect(text.replaceAll(/\s+/g, ' '), language).toContain(sentence)
      expect(html).toContain(`<p lang="${language}"`)
    }
    for (const line of text.split('\n')) expect(line.startsWith('https:') || line.length <= 72, line).toBe(true)
  }
  const plain = compose(letter, 'en', company)
  for (const none of ['xx', 'constructor'])
    expect(compose({ ...letter, writtenIn: none }, 'en', company).text).toBe(plain.text)
  expect(plain.html).not.toContain('<p lang')
})

describe('every letter', () => {
  test('is as the lawyer saw it; npm run golden shows what changed', async () => {
    const golden = goldenFiles()
    const kept = (await readdir(goldenFolder, { recursive: true })).filter((file) => file.includes('.'))
    expect(kept.toSorted()).toEqual([...golden.keys()].toSorted())
    for (const [file, content] of golden)
      expect({ file, content: await readFile(join(goldenFolder, file), 'utf8') }).toEqual({ file, content })
  })

  test.each(all)('says the same in text and in HTML: $name', ({ text, html }) => {
    const link = /^https?:\/\/\S+$/gm
    expect(wordsOfHtml(html)).toEqual(words(text.replaceAll(link, '')))
    const followed = [...html.matchAll(/href="([^"]+)"/g)].map(([, address = '']) => unescaped(address))
    expect(followed).toEqual(text.match(link) ?? [])
  })

  test.each(all)('has lines that no mail program breaks: $name', ({ text }) => {
    for (const line of text.split('\n')) expect(line.startsWith('https:') || line.length <= 72, line).toBe(true)
  })

  test.each(all)('loads nothing and runs nothing: $name', ({ html }) => {
    expect(html).not.toMatch(/<(script|img|link|iframe|object|form|input)|\bsrc=|url\(|@import|\bon\w+=/i)
  })

  test.each(all)('names its request in subject and text: $name', ({ subject, text, letter }) => {
    const about =
      letter.kind === 'daily' || letter.kind === 'mails-to-decide'
        ? []
        : [
            'request' in letter
              ? letter.request.reference
              : letter.kind === 'notice-change'
                ? letter.version
                : letter.mail,
          ]
    for (const name of about) for (const part of [subject, text]) expect(part).toContain(name)
  })

  test.each(named)('never names the person: $name', ({ subject, text, html }) => {
    for (const part of [subject, text, html]) {
      expect(part).not.toContain(address)
      expect(part).not.toContain('a-17')
    }
  })

  test.each(toPersons)('says what to do next, how to reach a human, and where to complain: $name', (one) => {
    const flowing = one.text.replaceAll(/\s+/g, ' ')
    expect(flowing).toContain(wordingOf(one.language).complain)
    expect(flowing).toContain(company.mail.replyTo)
    // Who wrote for somebody else gets no link: the request is not theirs.
    if (one.letter.kind === 'notice-change') expect(one.text).toContain(`:\n${company.site}/\n`)
    else if (one.letter.kind === 'passed-on') expect(one.text).not.toContain('https://privacy.example.com/')
    else expect(one.text).toMatch(/:\nhttps:\/\/privacy\.example\.com\/requests\/\S{43}\n/)
  })
})

test('what a company calls itself or its data can never become markup', () => {
  const hostile = '"><script>alert(1)</script>\'`'
  const { business, ...systems } = company.systems
  if (!business) throw new Error('the demo company has no business system')
  const attacked = {
    ...company,
    company: { ...company.company, name: hostile, address: hostile },
    systems: { ...systems, business: { ...business, label: { en: hostile } } },
  }
  for (const letter of Object.values(everyLetter)) {
    const { html } = compose(letter, 'en', attacked)
    expect(html).not.toContain('<script')
    expect(html).toContain('&#60;script&#62;')
  }
})

test('whose data they are is told where to complain; the officer, a recipient, a guardian and a new address are not', () => {
  const told = (isTold: boolean) =>
    all.flatMap(({ letter, language, text }) =>
      text.replaceAll(/\s+/g, ' ').includes(wordingOf(language).complain) === isTold ? [letter.kind] : [],
    )
  const others: readonly Letter['kind'][] = [
    ...(['decision-needed', 'objection-to-weigh', 'identity-to-check', 'approval-news', 'mail-to-decide'] as const),
    ...(['undelivered', 'task', 'proposal', 'daily', 'recipient-silent', 'hold-news', 'mails-to-decide'] as const),
    ...(['recipient-notice', 'recipient-reminder', 'guardian-asked', 'prove-new-address', 'authority-needed'] as const),
  ]
  expect(new Set(told(false))).toEqual(new Set(others))
  for (const kind of told(true)) expect(others).not.toContain(kind)
})

promise(
  'N2',
  'what was not corrected is told with its reason, where the statement lies, and the right to complain',
  () => {
    const text = compose(everyLetter['not all corrected'] as Letter, 'en', company).text.replaceAll(/\s+/g, ' ')
    expect(text).toContain('Name on invoices: not changed; what you said is kept with the record')
    expect(text).toContain('Name on invoices: An invoice has to stay as it was issued')
    expect(text).toContain(`Ours is ${company.company.authority.name}`)
  },
)

promise(
  'N14',
  'an objection that is refused is answered with reasons, the right to complain and the way to court',
  () => {
    const text = compose(everyLetter['objection refused'] as Letter, 'en', company).text.replaceAll(/\s+/g, ' ')
    expect(text).toContain('We have compelling legitimate grounds that weigh more than yours')
    expect(text).toContain('Your posts answer others')
    expect(text).toContain(`Ours is ${company.company.authority.name}`)
    expect(text).toContain('You can also go to court')
  },
)

promise('N11', 'who holds a copy is told what is right, and of whom', () => {
  const { text } = compose(everyLetter['recipient notice, rectify'] as Letter, 'en', company)
  expect(text).toContain('Last name: Quill')
  expect(text).toContain(address)
})

describe('true when it is sent', () => {
  const flowing = (name: string) => letterOf(name).text.replaceAll(/\s+/g, ' ')

  test('data that one system still shows are not called unavailable', () => {
    expect(letterOf('restricted').subject).toMatch(/^Your data are now unavailable/)
    expect(letterOf('restricted, partly').subject).toMatch(/^Your data are being made unavailable/)
    expect(flowing('restricted, partly')).toContain('Not yet unavailable in: Files; Billing, newsletter and forum.')
    expect(flowing('reminder')).toContain('They are unavailable to everyone')
    expect(flowing('reminder, partly')).not.toContain('They are unavailable to everyone')
  })

  promise('N5', 'the letter names the exact moment until which everything can be had back', () => {
    // 58 calendar days after Friday 6 February, 9:30 in Berlin; the clocks change in between.
    expect(flowing('restricted')).toContain('You can get everything back until Sunday, 5 April 2026 at 09:30 CEST.')
    expect(flowing('reminder')).toContain('You can get everything back until Sunday, 5 April 2026 at 09:30 CEST.')
  })

  promise('N4', 'the letter names the moment by which everything is deleted, 60 days after the request', () => {
    for (const name of ['restricted', 'reminder'])
      expect(flowing(name)).toContain('Everything will be completely deleted by Tuesday, 7 April 2026 at 09:30 CEST')
  })

  promise(
    'N7',
    'what the law makes the company keep is named with its basis and end, before and after the erasure',
    () => {
      const line = (until: string) =>
        `Invoices and payments: Tax law asks us to keep invoices and payments (German Fiscal Code, section 147). Kept until ${until}, locked away and used for nothing else.`
      expect(flowing('restricted')).toContain(line('7 April 2036'))
      expect(flowing('erased')).toContain(line('6 February 2036'))
    },
  )

  test('a person without records that a law keeps is not told that any are kept', () => {
    const { request } = everyLetter.restricted as Extract<Letter, { kind: 'restricted' }>
    const nothing = request.coverage.map((line) => ({ ...line, outcome: 'not-found' as const, count: 0 }))
    const letter = { ...everyLetter.restricted, request: { ...request, coverage: nothing, kept: [] } } as Letter
    expect(compose(letter, 'en', company).text).not.toContain('law requires us to keep')
  })

  test('erasing at once is offered only where it is possible', () => {
    const { request } = everyLetter.restricted as Extract<Letter, { kind: 'restricted' }>
    const letter = { ...everyLetter.restricted, request: { ...request, actions: ['restore'] } } as Letter
    expect(flowing('restricted')).toContain('erased at once')
    expect(compose(letter, 'en', company).text).not.toContain('erased at once')
  })

  promise('N11', 'the person reads which recipients are told to erase their copy', () => {
    const told = Object.values(company.recipients).filter(({ told }) => told)
    expect(told.length).toBeGreaterThan(0)
    for (const { name } of told) expect(flowing('erased')).toContain(name)
  })

  test('the letter says until when backups may hold a copy', () => {
    expect(views.erased.backupsUntil).toBe('2026-03-13T08:34:00.000Z')
    expect(flowing('erased')).toContain('Backups may hold a copy until 13 March 2026')
  })

  test('only the recipient is told who it is about', () => {
    expect(letterOf('recipient notice, erase').text).toContain(address)
    expect(letterOf('duplicate').text).toContain(other)
  })
})

test('where the policy asks two people for it, the letter that asks for a decision says what is refused over its link', () => {
  const { desk } = company
  if (!desk) throw new Error('the policy has no desk')
  const acts = ['refuse-objection', 'decline-correction'] as const
  const asking = { ...company, desk: { ...desk, twoPeople: { acts: [...acts], within: 'P2D' } } }
  for (const name of ['objection-to-weigh', 'decision-needed'] as const) {
    const letter = Object.values(everyLetter).find(({ kind }) => kind === name)
    if (!letter) throw new Error(`there is no letter ${name}`)
    const said = (policy: typeof company) => compose(letter, 'en', policy).text.replaceAll(/\s+/g, ' ')
    expect([name, said(company).includes('This link does not accept it.')]).toEqual([name, false])
    expect([name, said(asking).includes('This link does not accept it.')]).toEqual([name, true])
  }
})

import { describe, expect, test } from 'vitest'
import { objectionWordingOf } from '../../policy/wording/objection.ts'
import { pagesWordingOf } from '../../policy/wording/pages.ts'
import { wordingOf } from '../../policy/wording/wording.ts'
import { escaped } from '../../web/html.ts'
import { type Page, renderPage } from '../../web/pages.ts'
import { promise } from '../promise.ts'
import { everyPage, mailToDecide, typed } from './every-page.ts'
import { company, throughConfirmLink, token, views } from './seen.ts'

const all = company.languages.flatMap((language) =>
  Object.entries(everyPage).map(([name, page]) => ({
    name: `${name}, ${language}`,
    language,
    page,
    markup: renderPage(page, language, company),
  })),
)
const shown = (page: Page, language: 'en' | 'de' = 'en') => renderPage(page, language, company)
const matches = (markup: string, pattern: RegExp) => [...markup.matchAll(pattern)].map((found) => found[1] ?? '')

describe('every page', () => {
  test.each(all)(
    'has one heading, a title that begins with it, and says its language: $name',
    ({ language, markup }) => {
      const headings = matches(markup, /<h1>(.*?)<\/h1>/gs).map((heading) => heading.replace(/<[^>]+>/g, ''))
      expect(headings).toHaveLength(1)
      const words = wordingOf(language).pages
      const title = `${headings[0]} – ${words.of(company.company.name)}`
      const field = markup.includes('class="error"')
      expect(matches(markup, /<title>(.*?)<\/title>/gs)).toEqual([field ? `${words.error}: ${title}` : title])
      expect(markup).toContain(`<html lang="${language}">`)
    },
  )

  test.each(all)('names only what is there: $name', ({ markup }) => {
    const ids = matches(markup, /\sid="([^"]+)"/g)
    expect(new Set(ids).size).toBe(ids.length)
    const named = matches(markup, /\s(?:for|aria-labelledby|aria-describedby)="([^"]+)"/g).flatMap((one) =>
      one.split(' '),
    )
    for (const one of [...named, ...matches(markup, /href="#([^"]+)"/g)]) expect(ids).toContain(one)
    for (const one of matches(markup, /<input id="([^"]+)"/g)) expect(markup).toContain(`<label for="${one}">`)
  })

  test.each(all)('runs nothing, loads nothing from elsewhere and leaves nothing: $name', ({ markup, page }) => {
    // The one address elsewhere: where the copy itself lies.
    const here = page.kind === 'download' ? markup.replace(` href="${page.address}"`, '') : markup
    expect(here).not.toMatch(
      /<(script|style|iframe|object|embed|base|img)\b|\sstyle=|\son[a-z]+=|https?:\/\/|http-equiv|javascript:/i,
    )
    expect(matches(here, /(?:href|src|action)="([^"]+)"/g).filter((one) => !/^(\/(?!\/)|#|mailto:)/.test(one))).toEqual(
      [],
    )
  })

  promise('N14', 'every page says that the rights are free of charge at any time, and how to reach a person', () => {
    for (const { language, markup } of all) {
      const words = wordingOf(language)
      expect(markup).toContain(words.pages.free)
      expect(markup).toContain(words.complain)
      expect(markup).toContain(`mailto:${company.mail.replyTo}`)
    }
  })

  test.each(all)('shows no personal data but what the person just typed: $name', ({ page, markup }) => {
    // A mail is shown to those of the company who decide on it.
    if (page.kind === 'mail') return
    if (page.kind === 'check' || (page.kind === 'ask' && page.address)) expect(markup).toContain(page.address)
    else expect(markup).not.toContain(typed)
    expect(markup).not.toContain('a-17')
    for (const link of matches(markup, /(?:href|action)="([^"]+)"/g)) expect(link).not.toContain('ada')
  })
})

/** Tags without the values of their attributes: what a browser would act on. */
const bare = (markup: string) => markup.replace(/="[^"]*"/g, '=""')
const attacks = /<script|<img|<[^>]*\son[a-z]+=/i

describe('what was typed', () => {
  const hostile = [
    '"><script>alert(1)</script>',
    `' autofocus onfocus='alert(1)`,
    '</title><img src=x onerror=alert(1)>',
    '{{constructor.constructor("alert(1)")()}}`',
    '&lt;script&gt; &#60; \u0000 \u202e',
  ]

  test.each(hostile)('stays text, whatever it is: %s', (address) => {
    for (const page of [
      { kind: 'ask', address, problem: 'address' },
      { kind: 'check', right: 'erasure', address },
    ] as const) {
      const markup = shown(page)
      expect(bare(markup)).not.toMatch(attacks)
      const value = matches(markup, /name="address"[^>]*? value="([^"]*)"/g)[0] ?? ''
      const decoded = value
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&#96;', '`')
        .replaceAll('&amp;', '&')
      expect(decoded).toBe(address)
    }
  })

  test.each(hostile)('a mail is shown as text, whatever stands in it: %s', (attack) => {
    const mail = {
      ...mailToDecide,
      owner: attack,
      said: { from: attack, subject: attack, text: attack, attachments: [attack] },
    }
    expect(bare(shown({ kind: 'mail', mail, token }))).not.toMatch(attacks)
  })

  test.each(hostile)('in a link, a reference or a name of the policy it stays text too: %s', (attack) => {
    const request = { ...views.grace, reference: attack }
    const attacked = {
      ...company,
      company: { ...company.company, name: attack, address: attack },
      categories: Object.fromEntries(
        Object.entries(company.categories).map(([id, one]) => [id, { ...one, label: { en: attack } }]),
      ),
    }
    for (const kind of ['request', 'erase-now'] as const) {
      const markup = renderPage({ kind, request, token: attack }, 'en', attacked)
      expect(bare(markup)).not.toMatch(attacks)
      for (const link of matches(markup, /(?:href|action)="(\/requests[^"]*)"/g))
        expect(link).toMatch(/^[\w/.?=&%;#!~*()-]+$/)
    }
  })

  test('is still there after an error, named at the field and in a summary that links to it', () => {
    const markup = shown({ kind: 'ask', address: 'ada.quill at example', problem: 'address' })
    const { wrong, missing } = pagesWordingOf('en').ask
    expect(markup).toContain('value="ada.quill at example"')
    expect(markup).toContain(`<a href="#address">${wrong}</a>`)
    expect(markup).toMatch(/aria-describedby="hint error" aria-invalid="true"/)
    expect(shown({ kind: 'ask', address: '  ', problem: 'address' })).toContain(`<a href="#address">${missing}</a>`)
  })

  test('goes along into the other language in a form, never in a link', () => {
    const markup = shown({ kind: 'check', right: 'portability', address: typed })
    const form = markup.match(/<nav.*?<\/nav>/s)?.[0] ?? ''
    expect(form).toContain(`name="address" value="${typed}"`)
    expect(form).toContain('name="step" value="check"')
    expect(form).toContain('name="right" value="portability"')
    expect(form).toContain('name="language" value="de"')
    expect(form).toContain('>Deutsch</button>')
  })
})

describe('a request’s page', () => {
  const page = (name: keyof typeof views, request = views[name]) => shown({ kind: 'request', request, token })
  const actions = (markup: string) => matches(markup, new RegExp(`(?:action|href)="/requests/${token}([^"]*)"`, 'g'))

  test('offers exactly what is possible now', () => {
    const look = '?lang=de'
    expect(actions(page('unverified'))).toEqual([look, '/confirm'])
    expect(actions(page('expired'))).toEqual([look, '/confirm'])
    expect(actions(page('grace'))).toEqual([look, '/restore', '/copy', '?confirm=erase-now&amp;lang=en', '/history'])
    expect(actions(page('restricting'))).toEqual([look, '/restore', '/copy', '?lang=en', '/history'])
    expect(actions(page('grace over'))).toEqual([look, '?lang=en', '/history'])
    expect(actions(page('erasing'))).toEqual([look, '?lang=en', '/history'])
    expect(actions(page('erased'))).toEqual([look, '/certificate', '/history'])
    for (const closed of ['restored', 'not-found', 'duplicate'] as const)
      expect(actions(page(closed))).toEqual([look, '/history'])
    expect(actions(shown({ kind: 'request', request: throughConfirmLink('grace'), token }))).toEqual([
      look,
      '?lang=en',
      '/history',
    ])
  })

  test('keeps its language in every link, and the page when the language is changed', () => {
    const markup = shown({ kind: 'erase-now', request: views.grace, token }, 'de')
    expect(markup).toContain(escaped(pagesWordingOf('de').eraseNow.copies))
    expect(actions(markup)).toEqual(['?confirm=erase-now&amp;lang=en', '/erase-now', '?lang=de'])
  })

  promise('N5', 'the page names the exact moment until which everything can be had back, and how far it is', () => {
    expect(page('grace')).toContain('Sunday, 5 April 2026 at 09:30 CEST')
    expect(page('grace')).toContain('(in 55 days)')
    // What the bar says to have passed and what is to come add up.
    const [, passed, all] = /(\d+) of (\d+) days ha/.exec(page('grace')) ?? []
    expect(page('grace')).toContain(`(in ${Number(all) - Number(passed)} days)`)
    expect(page('grace last day')).toContain('(in 23 hours)')
    expect(page('grace over')).not.toContain(pagesWordingOf('en').request.restoreButton)
  })

  promise('N4', 'the page says by when everything is deleted, 60 days after receipt', () => {
    expect(page('grace')).toContain('Tuesday, 7 April 2026 at 09:30 CEST')
    expect(page('grace')).toContain('3 of 60 days have passed')
    expect(page('grace')).toContain(
      'Today is day 3 of 60 after your request. You can get everything back until day 58.',
    )
  })

  promise('N3', 'data are called unavailable only when every system says so', () => {
    const { grace, restricting } = pagesWordingOf('en').request
    expect(page('grace')).toContain(`<h1>${grace}</h1>`)
    expect(page('grace partly')).toContain(`<h1>${restricting}</h1>`)
    expect(page('grace partly')).toContain('Not yet unavailable in: Files; Billing, newsletter and forum.')
  })

  promise('N7', 'the page says what the law makes the company keep, why, and until when', () => {
    for (const [name, until] of [
      ['grace', '7 April 2036'],
      ['erased', '6 February 2036'],
    ] as const)
      expect(page(name)).toContain(
        `Tax law asks us to keep invoices and payments (German Fiscal Code, section 147). Kept until ${until}`,
      )
    expect(page('restored')).not.toContain(pagesWordingOf('en').request.keeps)
  })

  test('a copy that an erasure ended is not said to be over by time, nor is another one of it offered by a click', () => {
    const words = pagesWordingOf('en').request
    expect(page('discarding, erased')).toContain(escaped(words.outlivedText))
    expect(page('discarding, erased')).not.toContain(escaped(words.discardingText))
    expect(page('discarded, erased')).toContain('because data in it had to be erased')
    expect(page('discarded, erased')).not.toContain('not affected')
    expect(actions(page('discarded, erased'))).not.toContain('/copy')
    expect(actions(page('discarded'))).toContain('/copy')
  })

  promise('N14', 'the page says it when a request can no longer be withdrawn', () => {
    const words = pagesWordingOf('en').request
    const { correcting, corrected, declined, discarding, stopping, restoring, lifting } = words.noWithdrawal
    const objection = objectionWordingOf('en').page.tooLate
    for (const [name, text] of [
      ...([
        ['erasing', words.tooLate],
        ['grace over', words.graceOver],
      ] as const),
      ...([
        ['correcting', correcting],
        ['corrected', corrected],
        ['declined', declined],
      ] as const),
      ...([
        ['discarding', discarding],
        ['stopping', stopping],
        ['restoring', restoring],
        ['lifting', lifting],
      ] as const),
      ...([
        ['upheld', objection],
        ['refused', objection],
      ] as const),
    ] as const) {
      expect(page(name), name).toContain(escaped(text))
      expect(
        actions(page(name)).filter((one) => one === '/withdraw' || one === '/restore'),
        name,
      ).toEqual([])
    }
    for (const name of ['gathering', 'ready', 'stating', 'proving', 'deciding', 'objecting', 'weighing'] as const)
      expect(actions(page(name)), name).toContain('/withdraw')
    for (const name of ['grace', 'holding', 'held'] as const) expect(actions(page(name)), name).toContain('/restore')
  })

  test('offers the certificate wherever something was done, and nowhere else', () => {
    for (const name of ['erased', 'held', 'lifted', 'stopped', 'upheld', 'refused', 'corrected', 'declined'] as const)
      expect(page(name), name).toContain('/certificate"')
    for (const name of [
      'grace',
      'holding',
      'held partly',
      'lifting',
      'refused completely',
      'dropped',
      'restored',
    ] as const)
      expect(page(name), name).not.toContain('/certificate"')
  })

  test('shows every system and every category, also where nothing was found', () => {
    const markup = page('erased')
    for (const { label } of Object.values(company.systems)) expect(markup).toContain(`>${label.en}</th>`)
    for (const { label } of Object.values(company.categories)) expect(markup).toContain(label.en)
    expect(matches(markup, /class="outcome ([a-z-]+)"/g)).toHaveLength(views.erased.coverage.length)
  })

  test('does not speak of a moment that is no longer coming', () => {
    const words = pagesWordingOf('en').request
    for (const name of ['erasing', 'erased', 'restoring', 'restored'] as const)
      expect(page(name)).not.toContain(words.restoreEnds)
    expect(page('erased')).not.toContain(words.deleted)
  })
})

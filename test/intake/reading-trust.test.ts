import { describe, expect, test } from 'vitest'
import { referencesIn } from '../../intake/requests-named.ts'
import type { Verdicts } from '../../intake/trust.ts'
import { readText, readWhole, sample, written } from './written.ts'

const good: Verdicts = {
  spamVerdict: 'PASS',
  virusVerdict: 'PASS',
  spfVerdict: 'PASS',
  dkimVerdict: 'PASS',
  dmarcVerdict: 'PASS',
}
const trust = async (verdicts?: Verdicts, headers: Record<string, string> = {}) =>
  (await readWhole(written(headers), { verdicts })).trust

describe('trust in a sender', () => {
  test.each<[string, Verdicts | undefined, string, string]>([
    ['is none without verdicts', undefined, 'none', 'no-verdicts'],
    ['is for the domain that vouches', good, 'aligned', 'dmarc-passed'],
    ['is some when only a signature or a server passed', { ...good, dmarcVerdict: 'GRAY' }, 'some', 'dkim-passed'],
    [
      'is some when only the server passed',
      { ...good, dmarcVerdict: 'GRAY', dkimVerdict: 'FAIL' },
      'some',
      'spf-passed',
    ],
    ['is none when the domain disowns the mail', { ...good, dmarcVerdict: 'FAIL' }, 'none', 'dmarc-failed'],
    [
      'is none when checks are off',
      { spfVerdict: 'DISABLED', dkimVerdict: 'DISABLED', dmarcVerdict: 'DISABLED' },
      'none',
      'nothing-passed',
    ],
    [
      'is none when checks could not be made',
      { spfVerdict: 'PROCESSING_FAILED', dkimVerdict: 'PROCESSING_FAILED', dmarcVerdict: 'PROCESSING_FAILED' },
      'none',
      'nothing-passed',
    ],
    ['is refused to a virus', { ...good, virusVerdict: 'FAIL' }, 'refused', 'virus'],
    ['is refused to spam', { ...good, spamVerdict: 'FAIL' }, 'refused', 'spam'],
    ['is marked when it may be spam', { ...good, spamVerdict: 'GRAY' }, 'aligned', 'perhaps-spam'],
  ])('%s', async (_, verdicts, level, reason) => {
    const found = await trust(verdicts)
    expect(found.level).toBe(level)
    expect(found.reasons).toContain(reason)
  })

  test('is never raised by what the mail says about itself', async () => {
    const said = {
      'Authentication-Results': 'mx.example; dmarc=pass; spf=pass; dkim=pass',
      'X-SES-Spam-Verdict': 'PASS',
      'X-SES-DMARC-Verdict': 'PASS',
    }
    expect((await trust(undefined, said)).level).toBe('none')
    expect((await trust({ ...good, dmarcVerdict: 'FAIL' }, said)).level).toBe('none')
  })

  test('is none when From names several', async () => {
    const found = await trust(good, { From: 'a@mail.example, b@mail.example' })
    expect(found).toMatchObject({ level: 'none', reasons: expect.arrayContaining(['several-senders']) })
    expect((await trust(good, { from: 'b@mail.example' })).level).toBe('none')
  })

  test.each([
    [false, 'Ada Quill <a@mail.example>'],
    [false, '"Quill, Ada; <b@mail.example>" <a@mail.example>'],
    [false, '=?utf-8?q?Ada=2C_Bo?= <a@mail.example>'],
    [true, '=?utf-8?q?Ada_=3Ca=40mail=2Eexample=3E=2C_Bo_=3Cb=40mail=2Eexample=3E?='],
    [true, 'Ada <a@mail.example>, b@mail.example'],
    [true, 'Both: a@mail.example, b@mail.example;'],
  ])('counts several (%s) in %s as the parser does', async (several, From) => {
    expect((await trust(good, { From })).reasons.includes('several-senders')).toBe(several)
  })

  test('is at most some for who forwards by hand', async () => {
    const mail = await readWhole(sample('forwarded-by-hand'), { verdicts: good })
    expect(mail.trust).toMatchObject({ level: 'some', reasons: expect.arrayContaining(['forwarded-by-hand']) })
    expect((await readWhole(sample('forwarded-by-hand'), { verdicts: {} })).trust.level).toBe('none')
  })
})

describe('a copy that a shared mailbox passes on by a rule', () => {
  test.each([
    ['copy-by-gmail', 'maria.rossi@mail.example', ['x-forwarded-to', 'x-forwarded-for', 'delivered-to', 'arc-seal']],
    ['copy-by-group', 'maria.rossi@mail.example', ['x-original-from', 'x-google-group-id']],
    ['copy-by-microsoft', 'jean.petit@mail.example', ['resent-from', 'x-ms-exchange-inbox-rules-loop']],
  ])('%s: is understood as its writer’s, and is no list’s', async (name, address, by) => {
    const mail = await readWhole(sample(name), { verdicts: good, mailboxes: ['info@shop.example'] })
    expect(mail.forwarded).toMatchObject({ how: 'rule', from: { address }, by })
    expect(mail.automatic).toBeUndefined()
    expect(mail.trust).toMatchObject({ level: 'some', reasons: expect.arrayContaining(['forwarded-by-rule']) })
    expect(
      (await readWhole(sample(name), { verdicts: { spfVerdict: 'PASS' }, mailboxes: ['info@shop.example'] })).trust
        .level,
    ).toBe('none')
  })

  test('is believed only from a mailbox of the company: anybody can write X-Original-From', async () => {
    const mail = await readWhole(sample('copy-by-group'), { verdicts: good, mailboxes: ['other@shop.example'] })
    expect(mail.trust).toMatchObject({ level: 'none', reasons: expect.arrayContaining(['from-rewritten']) })
    expect((await readWhole(sample('copy-by-group'), { verdicts: good })).trust.level).toBe('none')
  })

  test('is not seen in one server’s seal or in Gmail’s own marks', async () => {
    const mail = await readText('x', {
      'ARC-Seal': 'i=1; a=rsa-sha256; cv=none',
      'X-Google-Smtp-Source': 'abc',
      'X-Gm-Message-State': 'abc',
    })
    expect(mail.forwarded).toBeUndefined()
  })
})

describe('a mail that no person wrote', () => {
  const kind = async (headers: Record<string, string>, body = 'x') => (await readText(body, headers)).automatic?.kind

  test('is a bounce by its parts, its sender or its null return path', async () => {
    const bounce = await readWhole(sample('bounce'))
    expect(bounce.automatic).toEqual({ kind: 'bounce', why: 'multipart/report delivery-status' })
    expect(bounce.text.own).not.toContain('delete my account')
    expect(bounce.forwarded).toBeUndefined()
    expect(await kind({ From: 'MAILER-DAEMON@mx.example' })).toBe('bounce')
    expect(await kind({ 'Return-Path': '<>' })).toBe('bounce')
    expect(await kind({ Subject: 'Undelivered Mail Returned to Sender' })).toBe('bounce')
    expect(await kind({ Subject: 'Niet bezorgd: bericht' }, '550 5.1.1 user unknown')).toBe('bounce')
  })

  test('is an auto-reply by RFC 3834 and the headers that came before it', async () => {
    expect((await readText('x', { 'Auto-Submitted': 'auto-replied (vacation)' })).automatic).toEqual({
      kind: 'auto-reply',
      why: 'Auto-Submitted: auto-replied',
    })
    expect((await readText('x', { 'Auto-Submitted': 'auto-generated' })).automatic?.why).toBe(
      'Auto-Submitted: auto-generated',
    )
    expect(await kind({ 'Auto-Submitted': 'no' })).toBeUndefined()
    for (const name of ['X-Autoreply', 'X-Autorespond', 'X-Auto-Reply', 'X-AutoGenerated'])
      expect(await kind({ [name]: 'yes' })).toBe('auto-reply')
    expect(await kind({ Precedence: 'auto_reply' })).toBe('auto-reply')
    expect(await kind({ 'Content-Type': 'multipart/report; report-type=disposition-notification; boundary=x' })).toBe(
      'auto-reply',
    )
  })

  test.each([
    'Automatic reply: Your request',
    'Out of office until Monday',
    'Automatische Antwort: Ihre Anfrage',
    'Abwesenheitsnotiz',
    'Réponse automatique : Votre demande',
    'Respuesta automática: Su solicitud',
    'Risposta automatica: Richiesta',
    'Resposta automática: Pedido',
    'Automatisch antwoord: Uw verzoek',
    'Odpowiedź automatyczna: Twoje zgłoszenie',
    'Automatická odpověď: Vaše žádost',
    'Autosvar: Din begäran',
    'Automatisk svar: Din anmodning',
    'Automaattinen vastaus: Pyyntösi',
    'Automātiskā atbilde: Pieprasījums',
    'Automatski odgovor: Zahtjev',
    'Αυτόματη απάντηση: Αίτημα',
    'Răspuns automat: Cerere',
    'Automatikus válasz: Kérelem',
    'Автоматичен отговор: Заявка',
    'Автоматична відповідь: Запит',
    'Автоматический ответ: Запрос',
    'Otomatik yanıt: Talebiniz',
    '自动回复：您的请求',
    '自動応答: お問い合わせ',
    '자동 회신: 문의',
  ])('is an auto-reply by its subject: %s', async (Subject) => {
    expect(await kind({ Subject })).toBe('auto-reply')
  })

  test.each([
    'Absence de réponse à ma demande',
    'Ausencia de respuesta a mi solicitud',
    'Automatische Entscheidungen über mich',
    'Автоматический сбор данных',
    'Niet bezorgd: mijn bestelling',
    'Non remis : mon colis',
    'Отсутствует подтверждение',
    'Automated decisions',
  ])('is not: %s', async (Subject) => expect(await kind({ Subject })).toBeUndefined())

  test('is a list’s by its headers', async () => {
    expect(await kind({ 'List-Id': '<news.mail.example>' })).toBe('list')
    expect(await kind({ Precedence: 'bulk', 'List-Unsubscribe': '<https://mail.example/off>' })).toBe('list')
  })

  test('is a service’s, which also writes for people', async () => {
    expect(await kind({ 'List-Unsubscribe': '<https://mail.example/off>' })).toBe('service')
    expect(await kind({ From: 'no-reply@mail.example' })).toBe('service')
    expect(await kind({ From: 'no-reply@agency.example', 'Reply-To': 'eva@mail.example' })).toBeUndefined()
  })

  test('is our own by the header of our letters, or by our own sender', async () => {
    expect(await kind({ 'X-Oblige-Letter': 'OB-7K3M-92QF.1', 'Auto-Submitted': 'auto-generated' })).toBe('own')
    const mail = await readWhole(written({ From: 'Privacy@shop.example' }), { sender: 'privacy@shop.example' })
    expect(mail.automatic).toEqual({ kind: 'own', why: 'From' })
  })
})

describe('a request that a mail names', () => {
  const none = { thread: [], subject: [], own: [], quoted: [], recipient: undefined }

  test('is told apart by where its reference stands', async () => {
    const mail = await readWhole(sample('outlook-reply'), { sender: 'privacy@shop.example' })
    expect(mail.requests).toEqual({
      ...none,
      thread: ['OB-7K3M-92QF'],
      subject: ['OB-7K3M-92QF'],
      quoted: ['OB-7K3M-92QF'],
    })
    expect((await readText('About ob-7k3m-92qf: please go on.')).requests).toEqual({ ...none, own: ['OB-7K3M-92QF'] })
  })

  test('is our thread only at our own domain, and names a recipient’s thread as such', async () => {
    const at = async (id: string, name = 'References') =>
      (await readWhole(written({ [name]: `<${id}>` }), { sender: 'privacy@shop.example' })).requests
    expect(await at('OB-7K3M-92QF@SHOP.example', 'In-Reply-To')).toEqual({ ...none, thread: ['OB-7K3M-92QF'] })
    expect(await at('OB-7K3M-92QF@elsewhere.example')).toEqual(none)
    expect(await at('OB-7K3M-92QF.mailing@shop.example')).toEqual({
      ...none,
      thread: ['OB-7K3M-92QF'],
      recipient: 'mailing',
    })
    expect(await at('OB-7K3M-92QU@shop.example')).toEqual(none)
  })

  test('is found as people copy it, and nowhere else', () => {
    for (const text of [
      'OB-7K3M-92QF',
      'ob-7k3m-92qf.',
      '(OB‑7K3M‑92QF)',
      'OB 7K3M 92QF',
      'OB - 7K3M - 92QF',
      'OB7K3M92QF',
      'Ref:OB-7K3M-92QF',
    ])
      expect(referencesIn(text), text).toEqual(['OB-7K3M-92QF'])
    expect(referencesIn('OB-OI3L-92QF')).toEqual(['OB-0131-92QF'])
    for (const text of [
      'ob dies dann',
      'OB-7K3M-92QFX',
      'JOB-7K3M-92QF',
      'OB-7K3M',
      'ob gern oder nicht',
      'ob 2024 2025',
    ])
      expect(referencesIn(text), text).toEqual([])
    expect(referencesIn('OB-7K3M-92QF '.repeat(3))).toEqual(['OB-7K3M-92QF'])
    expect(referencesIn(Array.from({ length: 50 }, (_, i) => `OB-7K3M-92${10 + i}`).join(' '))).toHaveLength(10)
  })
})

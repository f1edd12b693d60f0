import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { readMail } from '../../intake/read.ts'
import { encoded, readText, readWhole, sample, values, written } from './written.ts'

describe('headers of a mail', () => {
  test('say who writes to whom, about what, in which thread and when', async () => {
    const mail = await readWhole(sample('outlook-reply'))
    expect({ ...mail.from }).toEqual({ name: 'Weber, Anna', address: 'anna.weber@mail.example' })
    expect(mail.to.map(({ address }) => address)).toEqual(['info@shop.example'])
    expect(mail.subject).toBe('AW: Ihre Anfrage OB-7K3M-92QF')
    expect(mail.messageId).toBe('weber-2@mail.example')
    expect(mail.inReplyTo).toEqual(['0100018f-aa@eu-central-1.amazonses.com'])
    expect(mail.references).toEqual(['OB-7K3M-92QF@shop.example', '0100018f-aa@eu-central-1.amazonses.com'])
    expect(mail.date).toBeUndefined()
    expect(mail.damage).toEqual([])
  })

  test('may state a date in the future, or nonsense, or none', async () => {
    expect((await readText('x', { Date: 'Fri, 13 Feb 2099 10:00:00 +0100' })).date?.getUTCFullYear()).toBe(2099)
    expect((await readText('x', { Date: 'Thirtieth of Nevember' })).date).toBeUndefined()
    expect((await readText('x', { Date: 'Di, 14 Mai 2024 25:61:00 +9900' })).date).toBeUndefined()
  })

  test('may be missing altogether', async () => {
    const mail = await readWhole(Buffer.from('Subject: \r\n\r\nplease delete my account'))
    expect(mail).toMatchObject({ from: undefined, messageId: undefined, inReplyTo: [], to: [], subject: '' })
    expect(mail.text.own).toBe('please delete my account')
  })

  test('name message ids also without brackets', async () => {
    const mail = await readText('x', {
      'In-Reply-To': 'a@mail.example',
      References: '<b@mail.example>\r\n <c@mail.example>',
    })
    expect(mail.inReplyTo).toEqual(['a@mail.example'])
    expect(mail.references).toEqual(['b@mail.example', 'c@mail.example'])
  })

  test('never carry a line break, a NUL or a mark that turns text around, however they were encoded', async () => {
    const injected = Buffer.from('x\r\nBcc: all@victim.example\0\u202e\u2028y').toString('base64')
    const word = `=?utf-8?B?${injected}?=`
    const mail = await readMail(
      written(
        {
          From: `${word} <ada@mail.example>`,
          'Reply-To': `"${word}" <b@mail.example>`,
          Subject: `${word} =?utf-8?Q?=0D=0ABcc:_v=40mail.example=00?=`,
          'Message-ID': `<${word}@mail.example>`,
          'In-Reply-To': `<a\0b@mail.example> <c\rd@mail.example>`,
          'X-Forwarded-To': word,
          'Content-Type': `application/pdf; name="${word}"`,
        },
        '%PDF',
      ),
    )
    expect(values(mail).length).toBeGreaterThan(8)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    for (const value of values(mail)) expect(value).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202e]/)
    expect(mail.subject).toBe('x Bcc: all@victim.example y Bcc: v@mail.example')
  })

  test('hold no address that is more than one plain address', async () => {
    for (const From of [
      '"a@b.example <c@d.example>" <>',
      '<a@b@c.example>',
      'x <a b@mail.example\0>',
      '<a@mail.example,b@mail.example>',
    ])
      for (const party of [(await readText('x', { From })).from])
        expect(party?.address ?? '').toMatch(/^(?:[^\s@<>,"]+@[^\s@<>,"]+)?$/)
  })

  test('are not printed by a log line', async () => {
    const mail = await readWhole(sample('outlook-reply'))
    expect(JSON.stringify({ mail })).toBe('{"mail":"[personal]"}')
    expect(inspect(mail)).not.toContain('Weber')
  })
})

const japanese = '個人情報を削除してください'
describe('a text is read in the charset', () => {
  test.each([
    ['iso-8859-1', 'Löschen Sie alles, s’il vous plaît'.replace('’', "'")],
    ['iso-8859-2', 'Proszę o usunięcie źródeł'],
    ['iso-8859-5', 'Удалите мои данные'],
    ['iso-8859-7', 'Διαγράψτε τα δεδομένα μου'],
    ['iso-8859-15', 'Effacez mon cœur à 10 €'],
    ['windows-1250', 'Vymažte všechny údaje'],
    ['windows-1251', 'Изтрийте данните ми'],
    ['windows-1252', 'Lösche meine Daten – „alle“'],
    ['windows-1253', 'Διαγράψτε τα δεδομένα μου'],
    ['windows-1254', 'Kişisel verilerimi siliniz, ğüşıİ'],
    ['windows-1257', 'Lūdzu dzēsiet manus datus, ačiū'],
    ['koi8-r', 'Удалите мои данные'],
    ['koi8-u', 'Видаліть мої дані, ґ'],
    ['gb2312', '请删除我的个人数据'],
    ['gb18030', '请删除我的个人数据'],
    ['big5', '請刪除我的個人資料'],
    ['shift_jis', japanese],
    ['euc-jp', japanese],
    ['iso-2022-jp', japanese],
    ['euc-kr', '개인정보를 삭제해 주세요'],
  ])('%s', async (charset, text) => {
    const body = encoded(text, charset)
    const mail = await readWhole(written({ 'Content-Type': `text/plain; charset="${charset}"` }, body))
    expect(mail.text.own).toBe(text)
    expect(mail.damage).toEqual([])
    const word = `=?${charset}?B?${body.toString('base64')}?=`
    expect((await readText('x', { Subject: word })).subject).toBe(text)
  })
})

describe('a wrong charset does not lose the text', () => {
  test.each([
    ['latin-1 called utf-8', 'utf-8', 'windows-1252', 'Bitte löschen Sie alle Daten über mich. Grüße'],
    ['utf-8 called latin-1', 'iso-8859-1', 'utf-8', 'Bitte löschen Sie alle Daten über mich'],
    ['utf-8 called us-ascii', 'us-ascii', 'utf-8', 'Usuńcie moje dane, proszę'],
    ['utf-8 called something unheard of', 'x-martian-9', 'utf-8', 'Удалите мои данные'],
    ['windows-1251 called utf-8', 'utf-8', 'windows-1251', 'Прошу удалить все мои персональные данные'],
    ['koi8-r called utf-8', 'utf-8', 'koi8-r', 'Прошу удалить все мои персональные данные'],
    ['gb18030 called utf-8', 'utf-8', 'gb18030', '请删除我的所有个人数据，谢谢'],
    ['shift_jis called utf-8', 'utf-8', 'shift_jis', '私の個人情報を削除してください'],
    ['big5 called utf-8', 'utf-8', 'big5', '請刪除我的所有個人資料，謝謝'],
    ['euc-kr called utf-8', 'utf-8', 'euc-kr', '개인정보를 모두 삭제해 주시기 바랍니다'],
  ])('%s', async (_, said, really, text) => {
    const body = really === 'utf-8' ? Buffer.from(text) : encoded(text, really)
    for (const type of ['plain', 'html']) {
      const mail = await readWhole(written({ 'Content-Type': `text/${type}; charset=${said}` }, body))
      expect(`${mail.text.own}\n${mail.text.signature}`.trim()).toBe(text)
      expect(mail.damage).toEqual(['charset'])
    }
  })

  test('nor does none at all, nor raw bytes in a subject', async () => {
    const text = 'Прошу удалить все мои персональные данные'
    const raw = encoded(text, 'windows-1251')
    const mail = await readWhole(
      Buffer.concat([Buffer.from('From: a@mail.example\r\nSubject: '), raw, Buffer.from('\r\n\r\n'), raw]),
    )
    expect([mail.subject, mail.text.own]).toEqual([text, text])
    expect(mail.damage).toEqual(['charset'])
  })

  test('nor an unknown name in an encoded word', async () => {
    expect((await readText('x', { Subject: '=?x-martian-9?Q?L=C3=B6schen?=' })).subject).toBe('Löschen')
  })
})

describe('HTML is read as what a person sees', () => {
  test('without what is hidden or runs, with what it quotes apart', async () => {
    const mail = await readWhole(sample('html-only'))
    expect(mail.from?.name).toBe('Jørgen Holm')
    expect(mail.from?.address).toBe('jorgen.holm@mail.example')
    expect(mail.subject).toBe('Mine personoplysninger')
    expect(mail.text.own).toBe(
      'Kære butik,\n\nSlet venligst min konto jorgen.holm@mail.example & alt andet.\n1 < 2\n\nKunde 4711',
    )
    expect(mail.text.quoted).toContain('Tak for din ordre.')
  })

  test('and nothing is lost behind an element that never ends', async () => {
    for (const opening of ['<head><title>x', '<div style="display:none">', '<p style="display:none">pre<div>'])
      expect(
        (await readText(`<html>${opening}<body>Delete my data`, { 'Content-Type': 'text/html' })).text.own,
      ).toContain('Delete my data')
  })

  test('and what it names as a character that is none stays as it stands', async () => {
    const body = '<p>&eacute; &nosuch; &valueOf; &avalueOf; &toString; &constructor;</p>'
    expect((await readText(body, { 'Content-Type': 'text/html' })).text.own).toBe(
      'é &nosuch; &valueOf; &avalueOf; &toString; &constructor;',
    )
  })

  test('and counts over a plain text that only says that there is HTML', async () => {
    const body =
      '--b\r\nContent-Type: text/plain\r\n\r\nThis is an HTML message.\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Delete my account</p>\r\n--b--'
    const mail = await readText(body, { 'Content-Type': 'multipart/alternative; boundary=b' })
    expect(mail.text.own).toBe('Delete my account')
  })
})

test('attachments are named and weighed, with names that lead nowhere and hide nothing', async () => {
  const mail = await readWhole(sample('attachments'))
  expect(mail.attachments).toEqual([
    { name: 'card.pdf', type: 'application/pdf', size: 14, leftOut: false },
    { name: 'fdp.exe Bcc: x', type: 'application/zip', size: 10, leftOut: false },
    { name: 'letter.txt', type: 'text/plain', size: 34, leftOut: false },
  ])
  expect(mail.text.own).toBe('See attached.')
  expect(mail.text.letter).toBe('Please send me a copy of my data.')
})

import { describe, expect, test } from 'vitest'
import { readText, readWhole, sample } from './written.ts'

describe('a reply is told apart from what it answers', () => {
  test.each([
    ['English', 'On Tue, 2 Jun 2026 at 09:14, Shop <privacy@shop.example> wrote:'],
    ['English, broken', 'On Tue, 2 Jun 2026 at 09:14, Shop of Books and Things\n<privacy@shop.example> wrote:'],
    [
      'English, broken twice',
      'On Tue, 2 Jun 2026 at 09:14, The Shop of\nBooks and Things <privacy@shop.example>\nwrote:',
    ],
    ['German', 'Am 02.06.2026 um 09:14 schrieb Shop <privacy@shop.example>:'],
    ['French', 'Le mar. 2 juin 2026 à 09:14, Shop <privacy@shop.example> a écrit :'],
    ['Spanish', 'El mar, 2 jun 2026 a las 9:14, Shop (<privacy@shop.example>) escribió:'],
    ['Italian', 'Il giorno mar 2 giu 2026 alle ore 09:14 Shop <privacy@shop.example> ha scritto:'],
    ['Portuguese', 'Shop <privacy@shop.example> escreveu no dia terça, 2/06/2026 à(s) 09:14:'],
    ['Dutch', 'Op di 2 jun 2026 om 09:14 schreef Shop <privacy@shop.example>:'],
    ['Polish', 'wt., 2 cze 2026 o 09:14 Shop <privacy@shop.example> napisał(a):'],
    ['Czech', 'út 2. 6. 2026 v 9:14 odesílatel Shop <privacy@shop.example> napsal:'],
    ['Swedish', 'Den tis 2 juni 2026 kl 09:14 skrev Shop <privacy@shop.example>:'],
    ['Danish', 'Den tirs. 2. jun. 2026 kl. 09.14 skrev Shop <privacy@shop.example>:'],
    ['Finnish', 'ti 2. kesäk. 2026 klo 9.14 Shop (privacy@shop.example) kirjoitti:'],
    ['Latvian', 'otrd., 2026. g. 2. jūn., plkst. 09:14 — lietotājs Shop (<privacy@shop.example>) rakstīja:'],
    ['Croatian', 'uto, 2. lip 2026. u 09:14 Shop <privacy@shop.example> napisao je:'],
    ['Greek', 'Στις Τρί 2 Ιουν 2026 στις 9:14 π.μ., ο χρήστης Shop <privacy@shop.example> έγραψε:'],
    ['Romanian', 'mar., 2 iun. 2026, 09:14 Shop <privacy@shop.example> a scris:'],
    ['Hungarian', 'Shop <privacy@shop.example> ezt írta (időpont: 2026. jún. 2., K, 9:14):'],
    ['Bulgarian', 'На вт, 2.06.2026 г. в 9:14 ч. Shop <privacy@shop.example> написа:'],
    ['Ukrainian', 'вт, 2 черв. 2026 р. о 09:14 Shop <privacy@shop.example> пише:'],
    ['Russian', 'вт, 2 июн. 2026 г. в 09:14, Shop <privacy@shop.example>:'],
    ['Turkish', 'Shop <privacy@shop.example>, 2 Haz 2026 Sal, 09:14 tarihinde şunu yazdı:'],
    ['Chinese', 'Shop <privacy@shop.example> 于2026年6月2日周二 09:14写道：'],
    ['Japanese', '2026年6月2日(火) 9:14 Shop <privacy@shop.example>:'],
    ['Korean', '2026년 6월 2일 (화) 오전 9:14, Shop <privacy@shop.example>님이 작성:'],
  ])('in %s', async (_, attribution) => {
    const mail = await readText(`Customer 4711.\n\n${attribution}\n\n> Please name your number.\n> OB-7K3M-92QF\n`)
    expect(mail.text.own).toBe('Customer 4711.')
    expect(mail.text.quoted).toContain('Please name your number.')
    expect(mail.forwarded).toBeUndefined()
  })

  test('also when the program marks no line', async () => {
    const mail = await readText(
      'No, keep it.\n\nAm 02.06.2026 um 09:14 schrieb Shop:\n\nSollen wir Ihre Daten löschen?',
    )
    expect(mail.text.own).toBe('No, keep it.')
    expect(mail.text.quoted).toContain('Sollen wir')
  })

  test('but not a letter that tells who wrote what', async () => {
    const mail = await readText('On 3 May your service wrote:\nWe deleted it.\nThat is not true, delete my data.')
    expect(mail.text.own).toContain('delete my data')
  })

  test('also when answers stand between the quoted lines', async () => {
    const mail = await readText('> Which number?\n4711\n> Which shop?\nParis\n')
    expect(mail.text.own).toBe('4711\nParis')
  })

  test.each([
    ['English', 'From', 'Sent', 'To', 'Subject'],
    ['German', 'Von', 'Gesendet', 'An', 'Betreff'],
    ['French', 'De', 'Envoyé', 'À', 'Objet'],
    ['Spanish', 'De', 'Enviado el', 'Para', 'Asunto'],
    ['Italian', 'Da', 'Inviato', 'A', 'Oggetto'],
    ['Portuguese', 'De', 'Enviada em', 'Para', 'Assunto'],
    ['Dutch', 'Van', 'Verzonden', 'Aan', 'Onderwerp'],
    ['Polish', 'Od', 'Wysłano', 'Do', 'Temat'],
    ['Czech', 'Od', 'Odesláno', 'Komu', 'Předmět'],
    ['Swedish', 'Från', 'Skickat', 'Till', 'Ämne'],
    ['Danish', 'Fra', 'Sendt', 'Til', 'Emne'],
    ['Finnish', 'Lähettäjä', 'Lähetetty', 'Vastaanottaja', 'Aihe'],
    ['Latvian', 'No', 'Nosūtīts', 'Kam', 'Temats'],
    ['Croatian', 'Od', 'Poslano', 'Za', 'Predmet'],
    ['Greek', 'Από', 'Στάλθηκε', 'Προς', 'Θέμα'],
    ['Romanian', 'De la', 'Trimis', 'Către', 'Subiect'],
    ['Hungarian', 'Feladó', 'Elküldve', 'Címzett', 'Tárgy'],
    ['Bulgarian', 'От', 'Изпратено', 'До', 'Относно'],
    ['Ukrainian', 'Від', 'Надіслано', 'Кому', 'Тема'],
    ['Russian', 'От', 'Отправлено', 'Кому', 'Тема'],
    ['Turkish', 'Kimden', 'Gönderildi', 'Kime', 'Konu'],
    ['Chinese', '发件人', '发送时间', '收件人', '主题'],
    ['Traditional Chinese', '寄件者', '日期', '收件者', '主旨'],
    ['Japanese', '差出人', '送信日時', '宛先', '件名'],
    ['Korean', '보낸 사람', '보낸 날짜', '받는 사람', '제목'],
  ])('by the header block of Outlook in %s, as an answer and as a forward', async (_, from, sent, to, subject) => {
    const block = `${from}: Eva Example <eva@mail.example>\n${sent}: 2026-06-02 09:14\n${to}: info@shop.example\n${subject}: My data\n\nDelete everything.\n`
    const answer = await readText(`Thank you.\n\n${block}`, { Subject: 'Re: My data' })
    expect(answer.text.own).toBe('Thank you.')
    expect(answer.text.quoted).toContain('Delete everything.')
    expect(answer.forwarded).toBeUndefined()

    const forward = await readText(`For you.\n\n${block}`, { Subject: 'Fwd: My data' })
    expect(forward.text.own).toBe('For you.')
    expect(forward.forwarded).toEqual({
      how: 'inline',
      from: { name: 'Eva Example', address: 'eva@mail.example' },
      subject: 'My data',
      text: 'Delete everything.',
    })
  })
})

describe('a signature is told apart from the text', () => {
  test.each([
    'Kind regards',
    'Yours sincerely,',
    'Mit freundlichen Grüßen',
    'Viele Grüße',
    'Cordialement,',
    'Un cordial saludo',
    'Cordiali saluti',
    'Com os melhores cumprimentos',
    'Met vriendelijke groet,',
    'Z poważaniem',
    'S pozdravem',
    'Med vänliga hälsningar',
    'Med venlig hilsen',
    'Ystävällisin terveisin',
    'Ar cieņu',
    'S poštovanjem',
    'Με εκτίμηση',
    'Cu stimă',
    'Üdvözlettel',
    'С уважение',
    'З повагою',
    'С уважением,',
    'Saygılarımla',
    '此致',
    'よろしくお願いいたします。',
    '감사합니다',
  ])('below "%s"', async (closing) => {
    const mail = await readText(`Delete my account.\n\n${closing}\nEva Example\n12 Some Street\n+49 30 1234567`)
    expect(mail.text.own).toBe('Delete my account.')
    expect(mail.text.signature).toContain('12 Some Street')
  })

  test('below two dashes, a short rule, and what telephones add', async () => {
    for (const [mark, closing] of [
      ['-- ', 'Eva'],
      ['--', 'Eva'],
      ['___________', 'Eva'],
      ['', 'Sent from my iPhone'],
      ['', 'Von meinem iPhone gesendet'],
      ['', 'Envoyé de mon iPhone'],
    ]) {
      const mail = await readText(`Delete my account.\n${mark}\n${closing}\n`)
      expect(mail.text.own).toBe('Delete my account.')
      expect(mail.text.signature).toBe(closing)
    }
  })

  test('but a letter that goes on below a rule or a greeting keeps all of its text', async () => {
    const below = Array.from({ length: 20 }, (_, i) => `Paragraph ${i} of the letter.`).join('\n')
    expect((await readText(`Dear shop,\n---\n${below}`)).text.own).toContain('Paragraph 19')
    const postscript = 'Send me a copy.\n\nKind regards\nEva\n\nP.S. Please also delete my account afterwards.'
    expect((await readText(postscript)).text.own).toContain('delete my account')
  })
})

describe('a mail forwarded by hand', () => {
  test('names its writer, its subject and its text', async () => {
    const mail = await readWhole(sample('forwarded-by-hand'))
    expect(mail.text.own).toBe('Do załatwienia proszę.')
    expect(mail.forwarded).toEqual({
      how: 'inline',
      from: { name: 'Ewa Zając', address: 'ewa.zajac@mail.example' },
      subject: 'Moje dane',
      text: 'Proszę o usunięcie wszystkich moich danych.',
    })
    expect(mail.text.signature).toContain('Ewa Zając')
  })

  test('may hang on as an attachment', async () => {
    const mail = await readWhole(sample('forwarded-as-attachment'))
    expect(mail.text.own).toBe('Bitte übernehmen.')
    expect(mail.forwarded).toMatchObject({
      how: 'attached',
      from: { address: 'lena.roth@mail.example' },
      text: 'Welche Daten haben Sie über mich?',
    })
  })

  test('is not seen in a letter that begins with its own From, To and Subject like on paper', async () => {
    const mail = await readText('From: Eva Example\nTo: The Shop\nSubject: My data\n\nDelete it.')
    expect(mail.forwarded).toBeUndefined()
    expect(mail.text.own).toContain('Delete it.')
  })
})

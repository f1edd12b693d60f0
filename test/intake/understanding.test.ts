import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { barsUnseen, broken, type Read, shares } from '../../bench/shares.ts'
import { readMail } from '../../intake/read.ts'
import { labelledIn } from '../../intake/understanding/labelled.ts'
import { concepts, listed } from '../../intake/understanding/lexicon/concepts.ts'
import { lexicons } from '../../intake/understanding/lexicons.ts'
import { Matcher } from '../../intake/understanding/matcher.ts'
import { kinds, rights, weightsOf } from '../../intake/understanding/model.ts'
import { understand } from '../../intake/understanding/understand.ts'
import { plainly } from '../simulation/mails.ts'
import { both, denials, onlyCopies, onlyOne, phrases, plainQuestions } from './phrases.ts'
import { readText } from './written.ts'

const house = join(import.meta.dirname, '..', '..')
const own = labelledIn(join(import.meta.dirname, 'letters'))
const told = async (text: string, subject = '') =>
  understand(
    await readMail(
      Buffer.from(
        `From: Ada <ada@example.org>\r\nTo: info@example.com\r\nSubject: ${subject}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`,
      ),
    ),
  )

test('what a service asks for a customer is for a person, and its newsletter for nobody', async () => {
  const sentBy = async (header: string, text: string) =>
    understand(await readText(text, { [header]: '<https://service.example/off>', From: 'requests@service.example' }))
  const asks = 'On behalf of our user Ada Lovelace, ada@example.org: please delete the account and all personal data.'
  const { because: _, ...asked } = await sentBy('List-Unsubscribe', asks)
  expect(asked).toEqual({ outcome: 'unsure', rights: ['erasure'], language: 'en', onBehalf: 'agent' })
  const news = 'Our autumn offers are here. To no longer receive this newsletter, unsubscribe with one click.'
  const nothing = { outcome: 'automatic', rights: [], because: [] }
  expect(await sentBy('List-Unsubscribe', news)).toEqual(nothing)
  expect(await sentBy('List-Id', asks)).toEqual(nothing)
})

const isOfRights = (label: string): boolean => rights.some((right) => right === label)

/** Rights that one and the same mail may be taken for. */
const alike: Readonly<Record<string, readonly string[]>> = {
  ...{ erasure: ['erasure'], restriction: ['restriction'], rectification: ['rectification'] },
  ...{ access: ['access', 'portability'], objection: ['objection', 'withdraw-consent'] },
}

test.each(own)('$file is understood as what it is', async ({ label, language, bytes }) => {
  const { outcome, rights: found, language: told } = understand(await readMail(bytes))
  if (isOfRights(label)) {
    expect({ outcome, first: found[0] }).toEqual({ outcome: 'sure', first: label })
    expect(told).toBe(language)
  } else if (label === 'other-privacy') expect(outcome).toBe('unsure')
  else expect(outcome).toBe(label === 'not-request' ? 'ordinary' : 'automatic')
})

const plain = Object.keys(plainly) as Array<keyof typeof plainly>
test.each(plain.flatMap((one) => plain.flatMap((other) => (one === other ? [] : [[one, other] as const]))))(
  '%s and %s, each plainly said in one mail, are two requests',
  async (one, other) => {
    for (const language of [0, 1]) {
      const { outcome, rights } = await told(`${plainly[one][language]}\n\n${plainly[other][language]}`)
      expect({ outcome, rights: [...rights].sort() }).toEqual({ outcome: 'sure', rights: [one, other].sort() })
    }
  },
)

test.each([
  ['bg', 'Първо ми изпратете всичко, което имате за мен, и после го изтрийте.'],
  ['cs', 'Nejdřív mi pošlete všechno, co o mně máte, a potom to smažte.'],
  ['da', 'Send mig først alt, hvad I har om mig, og slet det så bagefter.'],
  ['de', 'Schickt mir bitte erst alles, was ihr über mich habt, und löscht es danach.'],
  ['el', 'Στείλτε μου πρώτα όλα όσα έχετε για μένα και μετά διαγράψτε τα.'],
  ['el', 'Steilte mou prota ola osa exete gia mena kai meta diagrapste ta.'],
  ['en', 'Before I go I would like to see everything you have collected about me, and then please get rid of the lot.'],
  ['es', 'Primero mandadme todo lo que tenéis guardado sobre mí y después borradlo, por favor.'],
  ['et', 'Saatke mulle kõigepealt kõik, mis teil minu kohta on, ja siis kustutage see.'],
  ['fi', 'Lähettäkää ensin kaikki mitä teillä on minusta ja poistakaa se sen jälkeen.'],
  ['fr', 'Envoyez-moi d’abord tout ce que vous avez sur moi, puis effacez-le, s’il vous plaît.'],
  ['hr', 'Prvo mi pošaljite sve što imate o meni, a onda to obrišite.'],
  ['hu', 'Először küldjék el mindazt, amit rólam tárolnak, aztán töröljék.'],
  ['it', 'Prima mandatemi tutto quello che avete su di me, poi cancellatelo per favore.'],
  ['ja', 'まず私について保存している情報をすべて送ってください。その後、すべて削除してください。'],
  ['ko', '먼저 저에 대해 가지고 있는 모든 자료를 보내 주시고, 그다음에 모두 삭제해 주세요.'],
  ['lt', 'Pirmiausia atsiųskite viską, ką apie mane turite, o paskui ištrinkite.'],
  ['lv', 'Vispirms atsūtiet visu, kas jums par mani ir, un pēc tam izdzēsiet.'],
  ['nb', 'Send meg først alt dere har om meg, og slett det etterpå.'],
  ['nl', 'Stuur me eerst alles wat jullie over mij hebben en gooi het daarna weg.'],
  ['pl', 'Najpierw przyślijcie mi wszystko, co o mnie macie, a potem to usuńcie.'],
  ['pt', 'Primeiro mandem-me tudo o que têm sobre mim e depois apaguem.'],
  ['ro', 'Mai întâi trimiteți-mi tot ce aveți despre mine, apoi ștergeți.'],
  ['ru', 'Сначала пришлите мне всё, что у вас есть обо мне, а потом удалите.'],
  ['sk', 'Najprv mi pošlite všetko, čo o mne máte, a potom to vymažte.'],
  ['sl', 'Najprej mi pošljite vse, kar imate o meni, potem pa to izbrišite.'],
  ['sv', 'Skicka först allt ni har om mig och ta sedan bort det.'],
  ['tr', 'Önce benim hakkımda sizde ne varsa bana gönderin, sonra hepsini silin.'],
  ['uk', 'Спочатку надішліть мені все, що у вас є про мене, а потім видаліть.'],
  ['zh', '请先把你们保存的关于我的所有资料发给我，然后全部删除。'],
])(
  'first a copy and then erasure, in one sentence of nobody who knows the law, are two requests: %s',
  async (language, text) => {
    const { outcome, rights, language: heard } = await told(text)
    expect({ outcome, rights: [...rights].sort(), heard }).toEqual({
      outcome: 'sure',
      rights: ['access', 'erasure'],
      heard: language,
    })
  },
)

test.each([
  ['el', 'erasure', 'Thelo na svisete ton logariasmo mou kai ola ta dedomena mou, parakalo.'],
  ['el', 'erasure', 'Parakalw na diagrapsete ton logariasmo moy kai ola ta stoixeia moy.'],
  ['el', 'access', 'Parakalo steilte mou antigrafo olon ton dedomenon pou exete gia mena.'],
  ['el', 'access', '8elw na mou steilete antigrafo olwn twn dedomenwn mou, euxaristw.'],
  ['bg', 'erasure', 'Iskam da iztriete akaunta mi i vsichki danni za men.'],
  ['bg', 'erasure', 'Molq iztriite akaunta mi i vsi4ki danni za men, blagodarq.'],
  ['bg', 'access', 'Kakvi danni imate za men? Izpratete mi kopie ot tqh, molya.'],
  ['ru', 'erasure', 'Proshu udalit moy akkaunt i vse moi dannye.'],
  ['ru', 'erasure', 'Zdravstvujte, udalite pozhalujsta moj akkaunt i vse dannyje obo mne.'],
  ['ru', 'access', '4to vy znaete obo mne? Prishlite mne kopiyu vseh moih dannyh.'],
])(
  'what is typed in Latin letters is understood, in its language, however it is typed: %s, %s, %s',
  async (language, right, text) => {
    expect(await told(text)).toMatchObject({ outcome: 'sure', rights: [right], language })
  },
)

test('every lexicon names each act, and no phrase that matches nothing', () => {
  expect(lexicons.length).toBeGreaterThanOrEqual(24)
  for (const lexicon of lexicons) {
    for (const concept of [
      'erase',
      'copy',
      'port',
      'rectify',
      'restrict',
      'object',
      'withdraw-consent',
      'unsubscribe',
      'data',
      'request',
    ] as const)
      expect(listed(lexicon.phrases[concept] ?? '').length, `${concept} in ${lexicon.language}`).toBeGreaterThan(2)
    const matcher = new Matcher([lexicon])
    for (const concept of concepts)
      for (const phrase of listed(lexicon.phrases[concept] ?? '')) {
        const ending = lexicon.language === 'ko' ? '해주' : 'xy'
        for (const said of [phrase.replaceAll('*', ''), phrase.replaceAll('*', ending)])
          expect(
            matcher
              .find(matcher.heard(said.replaceAll(' ~ ', ' ')), matcher.languages.all, 0)
              .found.map((one) => one.concept),
            `${said} for ${phrase} in ${lexicon.language}`,
          ).toContain(concept)
      }
  }
})

test('thirty-two languages are told apart, and more are refused', () => {
  const many = Array.from({ length: 32 }, (_, n) => ({
    language: `${n}`,
    words: `and${n}, the${n}, you${n}`,
    negations: `not${n}`,
    joins: '',
    phrases: { erase: `delete ~ all, wipe${n}` },
  }))
  const matcher = new Matcher(many)
  for (const [n, { language }] of many.entries()) {
    const said = matcher.heard(`and${n} the${n} you${n} not${n} delete it all, wipe${n}`)
    const spoken = matcher.languages.spokenIn(matcher.languages.beginning('', [said]))
    const found = matcher.find(said, spoken, 0).found.map((one) => [one.language, one.phrase, one.negated])
    expect(found).toEqual([
      [language, 'delete ~ all', true],
      [language, `wipe${n}`, false],
    ])
  }
  expect(() => new Matcher([...many, { language: '32', words: '', negations: '', joins: '', phrases: {} }])).toThrow(
    'More languages',
  )
})

/** Concepts that each clause of a sentence names, `not:` before what is denied. */
function clausesOf(sentence: string): readonly (readonly string[])[] {
  const matcher = new Matcher(lexicons)
  const heard = matcher.heard(sentence)
  const beginning = matcher.languages.beginning(sentence, [heard])
  const { found, begins } = matcher.find(
    heard,
    matcher.languages.spokenIn(beginning),
    matcher.languages.ownIn(beginning),
  )
  return [0, ...begins].map((from, n) =>
    found.slice(from, begins[n]).map(({ concept, negated }) => `${negated ? 'not:' : ''}${concept}`),
  )
}

test.each([
  'Please send me a copy of all my data and then delete my account',
  'Pošlete mi kopii všech mých údajů a poté smažte můj účet',
  'Изпратете ми копие от всичките ми данни и след това изтрийте профила ми',
  '私のデータのコピーを送付し、その後アカウントを削除してください',
])('what is joined by a word or a mark is told apart: %s', (sentence) => {
  const clauses = clausesOf(sentence).filter((clause) => clause.length > 0)
  expect(clauses).toHaveLength(2)
  const [first, second] = clauses
  expect(first).toEqual(expect.arrayContaining(['copy', 'giving']))
  expect(second).toEqual(expect.arrayContaining(['erase', 'account']))
  expect(first).not.toContain('erase')
  expect(second).not.toContain('copy')
})

test('a word that joins in one language joins nothing in another', () => {
  expect(clausesOf('Send us a copy, please')).toHaveLength(1)
})

test('a "not" between the words of a phrase denies it', () => {
  const [said] = clausesOf('Bitte die Daten von mir nicht löschen')
  expect(said).toContain('not:erase')
  expect(said).not.toContain('erase')
  expect(clausesOf('Bitte die Daten von mir löschen')[0]).toContain('erase')
})

test('a weight that does not fit among the others is refused', () => {
  const weighing = (weight: number) => () =>
    weightsOf({ v: 2, weights: { data: [...kinds, ...rights].map(() => weight) } })
  expect(weighing(-32.768)).not.toThrow()
  for (const weight of [32.768, 0.0005]) expect(weighing(weight)).toThrow(`${weight}`)
})

test('several rights in one mail become several, and a bare word none', async () => {
  const both = await told(
    'Under Article 15 GDPR please send me a copy of all personal data you hold on me. Then delete my account and all my data under Article 17.',
  )
  expect(both.outcome).toBe('sure')
  expect(new Set(both.rights)).toEqual(new Set(['access', 'erasure']))
  expect((await told('Thanks, see you on Monday at the meeting.')).outcome).toBe('ordinary')
})

const [copied, erased, held, corrected] = [
  'Please send me a copy of all the personal data that you hold about me.',
  'Please delete my account and all the personal data that you hold about me.',
  'I ask you to restrict the processing of my personal data.',
  'Please correct my personal data: my name is wrong in your records.',
]
test.each([
  ['restriction', held, 'access', copied],
  ['restriction', held, 'erasure', erased],
  ['rectification', corrected, 'restriction', held],
  ['access', copied, 'rectification', corrected],
  ['access', copied, 'objection', 'Please unsubscribe me from your newsletter.'],
  ['erasure', erased, 'portability', 'Please give me my data in a machine-readable format for another service.'],
  [
    'restriction',
    'Ich verlange die Einschränkung der Verarbeitung meiner personenbezogenen Daten.',
    'objection',
    'Bitte melden Sie mich vom Newsletter ab.',
  ],
])('%s asked for beside another right is understood, whichever stands first', async (one, first, other, second) => {
  for (const text of [`${first}\n\n${second}`, `${second}\n\n${first}`]) {
    const { outcome, rights: found } = await told(text)
    expect({ outcome, found: found.toSorted() }, text).toEqual({ outcome: 'sure', found: [one, other].sort() })
  }
})

test.each(both)(
  '%s: two wishes in one sentence are both heard, in each language in which they were tried',
  async (wanted, texts) => {
    const wrong: string[] = []
    for (const text of texts) {
      const { outcome, rights: found } = await told(text)
      if (outcome !== 'sure' || found.toSorted().join() !== wanted.split(', ').sort().join())
        wrong.push(`${text} ${outcome} ${found}`)
    }
    expect(wrong).toEqual([])
  },
)

test('whoever asks plainly what is known of them asks for a copy of it, in each language in which it was tried', async () => {
  for (const text of plainQuestions) {
    const { outcome, rights: found } = await told(text)
    expect({ outcome, found }, text).toEqual({ outcome: 'sure', found: ['access'] })
  }
})

test('one wish that names another is one: copies that are to go too, a word of confirmation, a list to be taken off', async () => {
  for (const [right, text] of onlyOne) {
    const { outcome, rights: found } = await told(text)
    expect({ outcome, found }, text).toEqual({ outcome: 'sure', found: [right] })
  }
})

test('a copy is sure to be asked for where only it is unsure which of the two', async () => {
  const text =
    'Ich wechsle zu einem anderen Anbieter. Bitte senden Sie mir meine Daten nach Art. 20 DSGVO in einem maschinenlesbaren Format.'
  expect(await told(text)).toMatchObject({ outcome: 'sure', rights: ['portability'] })
})

test('letters in people’s own words are there in each language, of every kind; a folder without mails is refused', () => {
  const letters = labelledIn(join(house, 'intake', 'understanding', 'letters'))
  const of = (language: string) => new Set(letters.flatMap((one) => (one.language === language ? [one.label] : [])))
  expect(new Set(letters.map(({ language }) => language))).toEqual(new Set(lexicons.map(({ language }) => language)))
  for (const { language } of lexicons) expect([...of(language)].sort(), language).toEqual([...kinds].sort())
  expect(() => labelledIn(import.meta.dirname)).toThrow('has neither labels.csv nor letters')
})

test('what is in no language of ours goes to a person', async () => {
  const basque =
    'Egun on, nire kontua eta nire datu guztiak ezabatzea eskatzen dizuet legearen arabera, eskerrik asko aldez aurretik'
  expect((await told(basque)).outcome).toBe('unsure')
})

test.each([
  [undefined, 'My daughter gave me the reader. Please delete my account and all my data.'],
  [undefined, 'Llevo seis años con vosotros. Por favor, borrad mi cuenta y todos mis datos.'],
  [undefined, 'Ich bin seit zwölf Jahren Kunde, meine Frau auch. Bitte löschen Sie mein Konto und meine Daten.'],
  [undefined, 'Je suis client depuis dix ans. Merci de supprimer mon compte et mes données.'],
  ['guardian', 'Please send me everything that you have on my son.'],
  ['guardian', 'Bitte löschen Sie das Konto meiner Tochter und alle ihre Daten.'],
  ['guardian', 'Merci de supprimer les photos de ma fille de votre site.'],
  ['agent', 'I write on behalf of my client: please send us all the data that you hold about her.'],
  ['agent', 'Meine Mutter ist im Mai verstorben. Bitte löschen Sie ihr Konto und alle ihre Daten.'],
])('for whom somebody writes is told, also where others are only mentioned: %s, %s', async (whom, text) => {
  expect((await told(text)).onBehalf).toBe(whom)
})

test('one who writes for somebody else is told apart, and so is a reminder', async () => {
  expect(
    (
      await told(
        'On behalf of my client, we request the erasure of all personal data of Ada Quill. A power of attorney is attached.',
      )
    ).onBehalf,
  ).toBe('agent')
  expect((await told('Please delete the account of my daughter, she is 12 years old.')).onBehalf).toBe('guardian')
  expect((await told('I sent you my request of 1 May and have not received an answer. Please reply.')).followUp).toBe(
    'reminder',
  )
})

test('the reasons are phrases of our lexicons, and nothing of the mail', async () => {
  const known = new Set(lexicons.flatMap(({ phrases }) => Object.values(phrases).flatMap(listed)))
  const { because } = await told('Please delete my account zq-canary-17 and all data of Ada Quill, 10115 Berlin.')
  expect(because.length).toBeGreaterThan(1)
  for (const { phrase } of because) expect(known).toContain(phrase)
  expect(JSON.stringify(because)).not.toMatch(/canary|quill|10115/i)
})

test('the same mail is always understood the same, and no text makes it fail', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.constantFrom(...own),
      async (noise, { bytes }) => {
        const mutated = Buffer.concat([bytes, Buffer.from(`\r\n${noise}`)])
        const once = understand(await readMail(mutated))
        expect(understand(await readMail(mutated))).toEqual(once)
      },
    ),
    { numRuns: 200 },
  )
})

test.each(['Unsubscribe', 'Abmelden', 'Désabonnement', 'Afmelden', 'Avregistrera', '配信停止', 'Отписаться'])(
  'who writes nothing but %s is left on the list by nobody: a person looks',
  async (word) => {
    for (const [text, subject] of [
      [word, word],
      [word, ''],
      ['', word],
    ] as const) {
      const { outcome, rights: found } = await told(text, subject)
      // "Abmelden" may mean an account too.
      expect(outcome).toMatch(/^(?:un)?sure$/)
      if (outcome === 'sure') expect(found).toEqual(['objection'])
    }
    expect((await told(`${'Here is all that is new in spring. '.repeat(5)}${word}`)).outcome).toBe('ordinary')
  },
)

test.each(plain)('%s, plainly said, is that and nothing else', async (right) => {
  for (const text of plainly[right]) expect(await told(text)).toMatchObject({ outcome: 'sure', rights: [right] })
})

test('who says that they want nothing erased is not asked to confirm an erasure', async () => {
  const wrong: string[] = []
  for (const text of [...denials, ...onlyCopies]) {
    const { outcome, rights: found } = await told(text)
    if (outcome === 'sure' && found.includes('erasure')) wrong.push(text)
  }
  expect(wrong).toEqual([])
  // Nor does who decides on it read that as the guess.
  const nothing = 'Bitte schicken Sie mir alle meine Daten, löschen Sie aber nichts.'
  expect((await told(nothing)).rights).not.toContain('erasure')
  const only = 'Slett ikke bare kontoen min, men også alle personopplysninger som dere har lagret om meg.'
  expect((await told(only)).outcome).toBe('sure')
})

test('the letters in people’s own words that the model was fitted to are understood within the bars for what it never saw', async () => {
  const read: Read[] = []
  for (const one of labelledIn(join(house, 'intake', 'understanding', 'letters')))
    read.push({ ...one, said: understand(await readMail(one.bytes)) })
  expect(read.length).toBeGreaterThan(6000)
  expect(broken(shares(read), barsUnseen)).toEqual([])
})

const shared = ['dev', 'short']
  .map((name) => join(house, '..', 'shared', 'intake', name))
  .filter((folder) => existsSync(join(folder, 'labels.csv')))
test.skipIf(shared.length === 0)(
  shared.length === 0
    ? '../shared/intake is absent: its real letters are not tried here'
    : 'real letters are understood within the bars of bench/intake.ts',
  async () => {
    let [requests, missed, others, answered, sure, right] = [0, 0, 0, 0, 0, 0]
    for (const { label, bytes } of shared.flatMap(labelledIn)) {
      const { outcome, rights: found } = understand(await readMail(bytes))
      if (isOfRights(label)) {
        requests++
        if (outcome === 'ordinary' || outcome === 'automatic') missed++
        if (outcome !== 'sure') continue
        sure++
        const copy = ['access', 'portability']
        if (found.some((one) => one === label || (copy.includes(one) && copy.includes(label)))) right++
      } else if (label !== 'other-privacy') {
        others++
        if (outcome === 'sure') answered++
      }
    }
    expect(missed / requests).toBeLessThanOrEqual(0.01)
    expect(answered / others).toBeLessThanOrEqual(0.01)
    expect(right / sure).toBeGreaterThanOrEqual(0.98)
  },
)

test.each(Object.entries(phrases))('short mails in many languages are told apart: %s', async (kind, mails) => {
  const wrong: string[] = []
  for (const text of mails) {
    const { outcome, rights: found } = await told(text)
    const isRight =
      kind === 'question'
        ? outcome === 'unsure'
        : kind === 'ordinary' || kind === 'thanks'
          ? outcome === 'ordinary'
          : outcome === 'sure' && found.some((right) => alike[kind]?.includes(right))
    if (!isRight) wrong.push(`${text} ${outcome} ${found}`)
  }
  expect(wrong).toEqual([])
})

test('thanks alone in a reply are thanks, and nothing else is', async () => {
  const reply = (text: string) => told(`${text}\r\n`, 'Re: OB-7K3M-92QF')
  for (const text of phrases.thanks ?? []) expect((await reply(text)).followUp, text).toBe('thanks')
  expect((await reply('Thank you, but please delete it now.')).followUp).not.toBe('thanks')
  expect((await reply('No, the number is still 030 1234567, as I wrote. Thanks')).followUp).not.toBe('thanks')
})

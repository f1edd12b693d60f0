import { expect, test } from 'vitest'
import type { Mail, Refused } from '../../intake/mail.ts'
import { planFor } from '../../intake/plan.ts'
import { readMail } from '../../intake/read.ts'
import type { Understanding } from '../../intake/understanding/understand.ts'
import { readText } from './written.ts'

const sure: Understanding = { outcome: 'sure', rights: ['erasure'], because: [] }
const ordinary: Understanding = { outcome: 'ordinary', rights: [], because: [] }
const ada = { writer: 'ada@mail.example', owner: 'ada@mail.example' }
const verdicts = { spfVerdict: 'PASS', dkimVerdict: 'PASS', dmarcVerdict: 'PASS' } as const
const plain = await readText('Delete my account.')
const reference = 'OB-7K3M-92QF'
const reply = await readText('As above.', { References: `<${reference}@shop.example>` })
const recipient = await readText('Done.', { References: `<${reference}.payments@shop.example>` })
const spam = (await readMail(Buffer.from('From: a@b.example\r\n\r\nDelete my account.'), {
  verdicts: { ...verdicts, spamVerdict: 'FAIL' },
})) as Mail
const nested = `${'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n'.repeat(10_000)}`
const damaged = (await readMail(Buffer.from(`From: a@b.example\r\n${nested}`))) as Refused

test.each<[string, Mail | Refused, Understanding, typeof ada | { writer: string; owner: undefined }, object]>([
  ['a sure mail opens what it asks for', plain, sure, ada, { to: 'open', rights: ['erasure'] }],
  [
    'several rights at once',
    plain,
    { ...sure, rights: ['access', 'erasure'] },
    ada,
    { to: 'open', rights: ['access', 'erasure'] },
  ],
  [
    'an objection to mails stops them',
    plain,
    {
      ...sure,
      rights: ['objection', 'withdraw-consent'],
      because: [{ concept: 'marketing', phrase: 'newsletter', language: 'en' }],
    },
    ada,
    { to: 'open', rights: ['objection'] },
  ],
  [
    'an objection to anything else becomes a request that a person weighs once its owner confirmed it',
    plain,
    { ...sure, rights: ['objection'] },
    ada,
    { to: 'open', rights: ['processing-objection'] },
  ],
  ['ordinary mail stays where it is', plain, ordinary, ada, { to: 'leave', why: 'ordinary' }],
  ['spam too, whatever it asks for', spam, sure, ada, { to: 'leave', why: 'spam' }],
  ['robots get no answer', plain, { ...ordinary, outcome: 'automatic' }, ada, { to: 'leave', why: 'automatic' }],
  [
    'what is not sure is for a person, with the guess',
    plain,
    { ...sure, outcome: 'unsure' },
    ada,
    { to: 'decide', why: 'unsure', guess: ['erasure'] },
  ],
  [
    'an objection of which it is not sure what it is to is no guess: who decides chooses',
    plain,
    { ...sure, outcome: 'unsure', rights: ['erasure', 'objection'] },
    ada,
    { to: 'decide', why: 'unsure', guess: ['erasure'] },
  ],
  ['what cannot be read is for a person', damaged, ordinary, ada, { to: 'decide', why: 'damaged', guess: [] }],
  [
    'so is what names several addresses',
    plain,
    sure,
    { ...ada, owner: undefined },
    { to: 'decide', why: 'whose', guess: ['erasure'] },
  ],
  [
    'so is what is written for a child',
    plain,
    { ...sure, onBehalf: 'guardian' },
    ada,
    { to: 'decide', why: 'guardian', guess: ['erasure'] },
  ],
  [
    'an agent’s mail goes to the one whose data it is',
    plain,
    { ...sure, onBehalf: 'agent' },
    { writer: 'firm@law.example', owner: 'ada@mail.example' },
    { to: 'open', rights: ['erasure'] },
  ],
  [
    'an agent who names no address of theirs is asked for it',
    plain,
    { ...sure, onBehalf: 'agent' },
    ada,
    { to: 'decide', why: 'agent', guess: ['erasure'] },
  ],
  [
    'a reminder hears where the request stands',
    reply,
    { ...ordinary, followUp: 'reminder' },
    ada,
    { to: 'tell', reference },
  ],
  [
    'who has changed their mind hears where it stands, and how to undo it',
    reply,
    { ...ordinary, followUp: 'never-mind' },
    ada,
    { to: 'tell', reference },
  ],
  [
    'a complaint is for a person, with the request it is about',
    reply,
    { ...sure, followUp: 'complaint' },
    ada,
    { to: 'decide', why: 'complaint', guess: ['erasure'], reference },
  ],
  ['thanks are left alone', reply, { ...ordinary, followUp: 'thanks' }, ada, { to: 'leave', why: 'thanks' }],
  [
    'thanks that ask for more open what they ask for',
    reply,
    { ...sure, followUp: 'thanks' },
    ada,
    { to: 'open', rights: ['erasure'], reference },
  ],
  [
    'what is added to a request is for a person',
    reply,
    { ...ordinary, followUp: 'addition' },
    ada,
    { to: 'decide', why: 'addition', guess: [], reference },
  ],
  [
    'a further right in a reply is a request of its own',
    reply,
    { ...sure, followUp: 'addition' },
    ada,
    { to: 'open', rights: ['erasure'], reference },
  ],
  [
    'a recipient’s answer is for a person',
    recipient,
    sure,
    ada,
    { to: 'decide', why: 'recipient', guess: ['erasure'], reference },
  ],
])('%s', (_, mail, found, whose, plan) => {
  expect(planFor(mail, found, whose)).toEqual(plan)
})

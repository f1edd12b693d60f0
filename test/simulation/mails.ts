import type { Intent, Person, Right } from './person.ts'

/** What may be done with a mail, as the product calls it. */
type Plan = 'open' | 'tell' | 'state' | 'decide' | 'leave'
/** What somebody wants with a mail. */
export type Says = 'asks' | 'asks for' | keyof typeof others

/** A mail to info@: what its writer meant, and what has become of it. */
export type Posted = {
  /** Named in the story, and the stream of chance of what is done for it. */
  readonly name: string
  readonly from: string
  /** Its writer, or whoever it is about. */
  readonly person: Person
  /** By the person themselves: not a stranger, and not somebody who only writes their address into From. */
  readonly isTheirs: boolean
  readonly says: Says
  /** What it asks for, so that nobody can doubt it. */
  readonly rights: readonly Right[]
  /** What the owner of the address does about it. */
  readonly intent: Intent
  readonly messageId: string
  /** Shows which request it is about. */
  readonly isThreaded: boolean
  readonly raw: string
  /** When it came, each time, in ms, by SES's names for it. */
  readonly deliveries: Map<string, number>
  /** When that came which was read first: from then on its time counts. */
  at?: number
  /** It was found in the bucket: what SES thought of it is not known then. */
  isFound?: boolean
  /** What was made of it: its row, by its key, and what stands in it. */
  row?: string
  plan?: Plan
  doneAt?: number
  isSettled?: boolean
  /** What a colleague at the desk pressed, each time. */
  readonly pressed: Array<readonly Right[]>
  readonly opened: Right[]
  /** Requests of which a new link was sent for it. */
  readonly linked: Set<string>
  /** Letters that went to a stranger for it. */
  readonly answers: Set<string>
}

/** What nobody can doubt: in English and in German. */
export const plainly: Readonly<Record<Right, readonly [string, string]>> = {
  erasure: [
    'please delete my account and all the personal data that you hold about me.',
    'bitte löschen Sie mein Konto und alle Daten, die Sie über mich gespeichert haben.',
  ],
  restriction: [
    'I ask you to restrict the processing of my personal data.',
    'ich verlange die Einschränkung der Verarbeitung meiner personenbezogenen Daten.',
  ],
  access: [
    'please send me a copy of all the personal data that you hold about me.',
    'bitte senden Sie mir eine Kopie aller Daten, die Sie über mich gespeichert haben.',
  ],
  portability: [
    'please give me my personal data in a structured, machine-readable format, so that I can take them to another service.',
    'bitte geben Sie mir meine Daten in einem strukturierten, maschinenlesbaren Format, damit ich sie zu einem anderen Anbieter mitnehmen kann.',
  ],
  rectification: [
    'please correct my personal data: my name is wrong in your records.',
    'bitte berichtigen Sie meine Daten: mein Name ist bei Ihnen falsch geschrieben.',
  ],
  objection: [
    'please unsubscribe me from your newsletter. I object to direct marketing.',
    'bitte melden Sie mich vom Newsletter ab. Ich widerspreche der Werbung.',
  ],
}

/** What else people write, and what may be done with it when it shows which request it is about, and when it does not. */
const others = {
  wonders: { words: 'What can you do about my personal data?', becomes: [['decide'], ['decide']] },
  chats: { words: 'The bicycle that I ordered is red, and I like it very much.', becomes: [['leave'], ['leave']] },
  'writes for': {
    words: 'I am writing on behalf of my client, who asks you to delete all personal data that you hold about her.',
    becomes: [['decide'], ['decide']],
  },
  spams: { words: plainly.erasure[0], becomes: [['leave'], ['leave']] },
  'is away': { words: 'I am away until Monday, and read your mail then.', becomes: [['leave'], ['leave']] },
  thanks: { words: 'Thank you for your help!', becomes: [['leave'], ['leave', 'decide']] },
  adds: {
    words: 'My account has two portals, if that helps.',
    becomes: [
      ['decide', 'state'],
      ['leave', 'decide'],
    ],
  },
  reminds: {
    words: 'You have not answered my request yet. I am still waiting.',
    becomes: [
      ['tell', 'decide'],
      ['leave', 'decide'],
    ],
  },
  withdraws: {
    words: 'I have changed my mind. Please cancel my request.',
    becomes: [
      ['tell', 'decide'],
      ['leave', 'decide'],
    ],
  },
} as const satisfies Readonly<
  Record<string, { readonly words: string; readonly becomes: readonly (readonly Plan[])[] }>
>

/** What may be done with a mail; a person of the company may always look at what nothing vouches for. */
export function plansFor(mail: Posted): readonly Plan[] {
  const { says, isThreaded, isTheirs } = mail
  const rights = rightsOf(mail)
  // A correction that waits for its person is not asked for once more.
  if (says === 'asks' || says === 'asks for') return rights[0] === 'rectification' ? ['open', 'state'] : ['open']
  if (says === 'spams') return rights.length > 0 ? ['leave', 'open'] : ['leave']
  // Without our reference it is known by the Message-ID that SES gave our letter, or not at all.
  const [threaded, alone] = others[says].becomes
  const plans: readonly Plan[] = isThreaded ? threaded : [...threaded, ...alone]
  return isTheirs ? plans : plans.filter((plan) => plan !== 'tell' && plan !== 'state')
}

/** What a mail asks for; spam, too, where nobody knows that SES took it for that. */
export const rightsOf = ({ says, rights, isFound }: Posted): readonly Right[] =>
  says === 'spams' && isFound ? ['erasure'] : rights

/** What nobody may answer. */
export const isUnanswered = ({ says, isFound }: Posted): boolean =>
  says === 'is away' || (says === 'spams' && !isFound) || says === 'chats' || says === 'thanks'

export type Draft = Pick<Posted, 'name' | 'person' | 'says' | 'rights' | 'intent'> & {
  readonly from?: string
  /** Nothing vouches for the address in From. */
  readonly isPretended?: boolean
  /** What it answers: the Message-ID that SES gave our letter, and the request where the writer's program shows it. */
  readonly answers?: { readonly id: string; readonly reference?: string }
  readonly isGerman?: boolean
}

/** A mail as a program writes it (RFC 5322). */
export function posted({ from, isPretended = false, answers, isGerman = false, ...draft }: Draft): Posted {
  const { name, person, says } = draft
  const sender = from ?? person.address
  const messageId = `<canary.${name.replace(/[^\w]+/g, '.')}@${sender.split('@')[1]}>`
  const about = answers?.reference
  const headers = [
    `From: ${sender}`,
    'To: info@example.com',
    `Subject: ${about ? `Re: Your request: ${about}` : 'Hello'}`,
    `Message-ID: ${messageId}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    ...(answers
      ? [`In-Reply-To: ${answers.id}`, `References: ${about ? `<${about}@example.com> ` : ''}${answers.id}`]
      : []),
    ...(says === 'is away' ? ['Auto-Submitted: auto-replied'] : []),
  ]
  const text = `${isGerman ? 'Guten Tag' : 'Hello'},\n\n${wordsOf(draft, isGerman)}\n\n${isGerman ? 'Mit freundlichen Grüßen' : 'Kind regards'}\nCanary ${person.n}\n`
  return {
    ...draft,
    from: sender,
    isTheirs: sender === person.address && !isPretended,
    isThreaded: about !== undefined,
    messageId,
    raw: [...headers, '', ...text.split('\n')].join('\r\n'),
    ...{
      deliveries: new Map<string, number>(),
      pressed: [],
      opened: [],
      linked: new Set(),
      answers: new Set<string>(),
    },
  }
}

function wordsOf({ says, rights, person }: Pick<Posted, 'says' | 'rights' | 'person'>, isGerman: boolean): string {
  if (says === 'asks for')
    return `Please ${rights.includes('access') ? 'send me a copy of all personal data that you hold about the account' : 'delete all data of the account'} ${person.address}.`
  if (says !== 'asks') return others[says].words
  return rights.map((right) => plainly[right][isGerman ? 1 : 0]).join(isGerman ? '\n\nAußerdem: ' : '\n\nBesides, ')
}

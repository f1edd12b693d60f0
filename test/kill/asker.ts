import { setTimeout as pause } from 'node:timers/promises'
import type { RequestView } from '../../functions/contract/request.ts'
import type { Mail } from '../../local/mail/mail.ts'
import { linkIn } from '../cloud/person.ts'
import type { Dice } from './dice.ts'
import type { Lives } from './lives.ts'

/** What somebody wants, and how it has to end. */
export const wishes = {
  erasure: { right: 'erasure', afterwards: undefined, ends: 'erased' },
  'erasure at once': { right: 'erasure', afterwards: 'erase-now', ends: 'erased' },
  'erasure, and back': { right: 'erasure', afterwards: 'restore', ends: 'restored' },
  copy: { right: 'access', afterwards: undefined, ends: 'discarded' },
  'copy, withdrawn': { right: 'access', afterwards: 'withdraw', ends: 'withdrawn' },
  restriction: { right: 'restriction', afterwards: undefined, ends: 'held' },
  'restriction, and back': { right: 'restriction', afterwards: 'restore', ends: 'lifted' },
  'nothing, after all': { right: 'erasure', afterwards: undefined, ends: 'unverified' },
} as const satisfies Readonly<
  Record<string, { right: RequestView['right']; afterwards?: string | undefined; ends: string }>
>
export type Wish = keyof typeof wishes

type Answer = { readonly status: number; readonly json: Partial<RequestView> & { readonly reference?: string } }

/**
 * Somebody outside of all that dies, who remembers what they were answered. Whoever gets no answer looks whether it happened
 * all the same, and goes on trying as people do.
 */
export class Asker {
  readonly address: string
  readonly accounts: readonly string[]
  readonly wish: Wish
  /** Answered with 202. */
  readonly accepted: string[] = []
  /** The request that is followed to its end. */
  reference = ''
  /** Asks and presses of which nobody answered how they went. */
  unanswered = 0
  /** What was answered as done. */
  readonly done: string[] = []
  readonly #lives: Lives
  readonly #dice: Dice

  constructor(who: { email: string; accounts: readonly string[] }, wish: Wish, lives: Lives, dice: Dice) {
    this.address = who.email
    this.accounts = who.accounts
    this.wish = wish
    this.#lives = lives
    this.#dice = dice
  }

  /** From the form to the last button. @throws Over */
  async live(): Promise<void> {
    const { right, afterwards, ends } = wishes[this.wish]
    await this.#until(() => this.#asks(right))
    await this.#until(async () => (await this.#link()) !== undefined)
    if (ends === 'unverified') return
    await this.#until(() => this.#presses('confirm', (status) => status !== 'unverified' && status !== 'expired'))
    if (!afterwards) return
    // Some press at once, some when all has settled.
    if (this.#dice.next() < 0.5 || afterwards === 'erase-now')
      await this.#until(async () =>
        ['grace', 'held', 'ready', 'gathering'].includes((await this.#sees())?.json.status ?? ''),
      )
    const isDone = {
      restore: ['restoring', 'restored', 'lifting', 'lifted'],
      'erase-now': ['erasing', 'erased'],
      withdraw: ['withdrawing', 'withdrawn'],
    }[afterwards]
    await this.#until(() => this.#presses(afterwards, (status) => isDone.includes(status)))
  }

  async #asks(right: string): Promise<boolean> {
    // What was asked for without an answer may have arrived.
    const came = (await this.#mails())
      .map(({ subject }) => subject.split(': ').at(-1) ?? '')
      .find((one) => /^OB-/.test(one))
    if (came) {
      this.reference = came
      return true
    }
    const answer = await this.#calls('/requests', { address: this.address, right, language: 'en' })
    if (answer?.status === 202 && answer.json.reference) {
      this.reference = answer.json.reference
      this.accepted.push(this.reference)
      return true
    }
    // Nobody asks faster than a mail can come.
    await pause(3000)
    return false
  }

  async #presses(button: string, isDone: (status: string) => boolean): Promise<boolean> {
    const link = await this.#link()
    if (!link) return false
    const answer = await this.#calls(`${link}/${button}`)
    if (!answer || answer.status >= 500) return false
    const status = answer.json.status ?? (await this.#sees())?.json.status ?? ''
    if (!isDone(status)) return false
    this.done.push(button)
    return true
  }

  async #sees(): Promise<Answer | undefined> {
    const link = await this.#link()
    return link === undefined ? undefined : this.#calls(link, undefined, 'GET')
  }

  async #link(): Promise<string | undefined> {
    const mail = (await this.#mails()).filter(({ subject }) => subject.includes(this.reference)).at(-1)
    return mail && linkIn(mail)
  }

  async #mails(): Promise<readonly Mail[]> {
    const { control } = await this.#lives.where()
    try {
      const all = (await (await fetch(`${control}/mails`)).json()) as readonly Mail[]
      return all.filter(({ to }) => to.includes(this.address))
    } catch {
      return []
    }
  }

  /** One call; nothing: nobody answered. @throws Over */
  async #calls(path: string, body: object = {}, method = 'POST'): Promise<Answer | undefined> {
    const { site } = await this.#lives.where()
    try {
      const answer = await fetch(`${site}${path}`, {
        method,
        ...(method === 'POST' ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
        signal: AbortSignal.timeout(120_000),
      })
      return { status: answer.status, json: (await answer.json()) as Answer['json'] }
    } catch {
      if (method === 'POST') this.unanswered++
      return undefined
    }
  }

  /** Goes on trying. @throws Over */
  async #until(step: () => Promise<boolean>): Promise<void> {
    while (!(await step())) await pause(this.#dice.between(150, 700))
  }
}

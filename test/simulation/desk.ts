import type { Dice } from './dice.ts'
import type { Posted } from './mails.ts'
import { type Known, type Model, Violation } from './model.ts'
import type { Pages } from './pages.ts'
import type { Right } from './person.ts'
import { headerOf, letterIn, type Sent } from './services.ts'
import type { Time } from './time.ts'

const minute = 60_000
const day = 24 * 60 * minute
const officer = 'officer@example.com'

export type DeskSetting = {
  readonly pages: Pages
  readonly model: Model
  readonly time: Time
  readonly dice: Dice
  readonly tell: (what: string) => void
  readonly must: (check: () => void) => void
}

/** The company's officer, at the links in their mail: what no program decides, sometimes decided by two of them. */
export class Desk {
  readonly #setting: DeskSetting

  constructor(setting: DeskSetting) {
    this.#setting = setting
  }

  mailed({ to, raw }: Sent): void {
    const { model, time } = this.#setting
    const [, kind, token] = /\/(mails|requests)\/([A-Za-z0-9_-]{43})/.exec(raw.replace(/=\r\n/g, '')) ?? []
    if (to !== officer || !kind || !token) return
    const name = / (\w{8})$/.exec(headerOf(raw, 'Subject'))?.[1] ?? ''
    const { reference } = letterIn(raw)
    const isOf = ({ deliveries }: Posted) => [...deliveries.keys()].some((id) => id.startsWith(name))
    const mail = kind === 'mails' ? [...model.posted.values()].find(isOf) : undefined
    const known = kind === 'requests' ? model.known.get(reference) : undefined
    const dice = this.#setting.dice.named(`${mail?.name ?? reference} ${token}`)
    time.in(dice.between(10 * minute, 3 * day), 'the desk', () => {
      if (mail) void this.#decides(mail, token, dice)
      if (known) void this.#corrects(known, token, dice)
    })
  }

  async #decides(mail: Posted, token: string, dice: Dice): Promise<void> {
    const { name, person, says } = mail
    const page = await this.#setting.pages.press(name, 'show-mail', 'GET', token)
    if (page && page.status !== 200) return this.#lost(`a colleague does not find ${name}`)
    const isRequest = says === 'wonders' || says === 'writes for'
    const rights = isRequest && dice.chance(0.7) ? [dice.of<Right>(['erasure', 'access', 'rectification'])] : []
    const decision = rights.length > 0 ? 'open' : dice.of(['none', 'spam'])
    mail.pressed.push(rights)
    this.#setting.tell(`a colleague decides on ${name}: ${rights.join(', ') || decision}`)
    const chosen = Object.fromEntries(rights.map((right) => [right, 'on']))
    await this.#press(name, 'decide-mail', token, { decision, owner: person.address, ...chosen }, dice)
  }

  /** Of what takes a person to decide: put right, or left as it is. */
  async #corrects(known: Known, token: string, dice: Dice): Promise<void> {
    const { reference, person } = known
    const decided = { payer: dice.of(['apply', 'correct']), statement: dice.of(['apply', 'correct']) }
    known.decided.push(decided)
    this.#setting.tell(`a colleague decides on ${reference}: ${JSON.stringify(decided)}`)
    await this.#press(person.name, 'decide', token, decided, dice)
  }

  async #press(about: string, name: string, token: string, body: object, dice: Dice): Promise<void> {
    const { pages, time } = this.#setting
    const press = async () => {
      const answer = await pages.press(about, name, 'POST', token, body)
      if (answer?.status !== 200) this.#lost(`a colleague could not ${name} for ${about}`)
    }
    if (dice.chance(0.3)) time.in(dice.below(dice.chance(0.5) ? 8 : 2_000), 'once more', () => void press())
    await press()
  }

  #lost(what: string): void {
    this.#setting.must(() => {
      throw new Violation('no request is lost', what)
    })
  }
}

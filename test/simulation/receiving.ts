import type { Dice } from './dice.ts'
import type { Posted } from './mails.ts'
import type { Files } from './s3.ts'
import type { Time } from './time.ts'
import type { Weather } from './weather.ts'

const minute = 60_000
const hour = 60 * minute
/** Lambda tries again what failed, so long after each try (developer guide, "Asynchronous invocation"). */
const pauses = [minute, 2 * minute]

export type ReceivingSetting = {
  readonly time: Time
  readonly dice: Dice
  readonly weather: () => Weather
  readonly files: Files
  readonly invoke: (name: string, event: unknown, about: string) => Promise<unknown>
  /** A mail is stored, and nobody told of it. */
  readonly untold: (mail: string) => void
}

/** SES's other side: mails that come in, and what it tells of letters that came back, by Lambda's queue. */
export class Receiving {
  readonly #setting: ReceivingSetting

  constructor(setting: ReceivingSetting) {
    this.#setting = setting
  }

  /** A mail is stored, then its function told of it, unless that is lost; some servers send it again, by another way. */
  took(mail: Posted, isPretended: boolean, way = 0): void {
    const { time, files, weather, untold } = this.#setting
    const dice = this.#setting.dice.named(`${mail.name} ${way}`)
    const messageId = Buffer.from(dice.bytes(20)).toString('hex')
    mail.deliveries.set(messageId, time.now())
    // Each server on its way writes a line of its own above.
    const received = `Received: from way-${way}.example.net by inbound-smtp.eu-central-1.amazonaws.com;\r\n`
    files.receive(messageId, received + mail.raw)
    const vouched = isPretended ? 'FAIL' : 'PASS'
    const verdicts = { spam: mail.says === 'spams' ? 'FAIL' : 'PASS', virus: 'PASS', spf: vouched, dkim: vouched }
    const receipt = Object.entries({ ...verdicts, dmarc: vouched })
    const event = {
      mail: { timestamp: time.instant(), messageId },
      receipt: Object.fromEntries(receipt.map(([name, status]) => [`${name}Verdict`, { status }])),
    }
    if (dice.named('told').chance(weather().untold)) untold(mail.name)
    else this.tell('ingest', { Records: [{ ses: event }] }, mail.name, dice)
    if (way < 3 && dice.chance(0.1 + weather().twice))
      time.in(dice.chance(0.5) ? dice.below(20) : dice.between(20, 6 * hour), 'a mail comes once more', () =>
        this.took(mail, isPretended, way + 1),
      )
  }

  /** A function is asked at least once; what failed three times, somebody asks again a while later (docs/runbook.md). */
  tell(name: string, event: unknown, about: string, dice: Dice, nth = 0): void {
    const { time, weather, invoke } = this.#setting
    const late = dice.chance(weather().late) ? dice.between(minute, 6 * hour) : 0
    const ask = () =>
      invoke(name, event, about).catch(() => {
        const pause = pauses[nth] ?? dice.between(hour, 20 * hour)
        const next = nth < pauses.length ? nth + 1 : 0
        time.in(pause, `${name} is asked again`, () => this.tell(name, event, about, dice, next))
      })
    time.in(dice.between(50, 2_000) + late, `${name} is told`, () => void ask())
    if (dice.chance(weather().twice))
      time.in(dice.between(50, 4_000) + late, `${name} is told twice`, () => {
        invoke(name, event, about).catch(() => undefined)
      })
  }
}

import type { Replaced } from '../domain/anchor.ts'
import type { Pressing, WaitsFor } from '../domain/deadline.ts'
import type { Channel, Kind, Sum } from '../domain/figures.ts'
import { within } from '../domain/figures.ts'
import type { Right } from '../policy/rights.ts'
import type { Language, Policy } from '../policy/schema.ts'
import { type DeadlinesWording, deadlinesWordingOf } from '../policy/wording/deadlines.ts'
import { date, moment, wordingOf } from '../policy/wording/wording.ts'
import type { Block, Line } from './blocks.ts'
import { type Content, content } from './writer.ts'

/** A request of which the officer has to know today, and the link to it. */
export type PressingRequest = {
  readonly reference: string
  readonly right: Right
  readonly why: Pressing
  readonly promisedBy: string
  readonly waits: WaitsFor
  readonly link: string
}
type Named = ReadonlyArray<readonly [string, Sum]>
/** What the officer reads once a day: deadlines and figures, and nothing of anybody. */
export type Daily = {
  readonly kind: 'daily'
  /** The day of the letter (ISO 8601). */
  readonly day: string
  /** The most urgent first; and how many more there are. */
  readonly pressing: readonly PressingRequest[]
  readonly more: number
  /** Mails that wait for a decision, and where they are. */
  readonly mails?: { readonly overdue: number; readonly soon: number; readonly link?: string }
  /** Histories that were found not to be what their anchors say. */
  readonly replaced: readonly Replaced[]
  /** The last days, the latest last. */
  readonly days: ReadonlyArray<{ readonly day: string; readonly received: number; readonly settled: number }>
  /** Of the last 30 days. */
  readonly sum: Sum
  readonly kinds: Named
  readonly channels: Named
  readonly countries: Named
  /** The last day of which holidays are known, where that is not far off. */
  readonly holidaysUntil?: string
}

const order: readonly Pressing[] = ['overdue', 'at-risk', 'soon']

export function daily(letter: Daily, language: Language, policy: Policy): Content {
  const words = deadlinesWordingOf(language).daily
  const { pressing, more, mails, replaced, days, holidaysUntil } = letter
  const overdue = pressing.filter(({ why }) => why === 'overdue').length + (mails?.overdue ?? 0)
  const groups = order.flatMap((why) => {
    const lines = pressing.filter((one) => one.why === why).map((one) => line(one, language, policy))
    return lines.length > 0 ? [{ group: words[why], lines }] : []
  })
  const waiting = mails ? toDecide(mails, language, words) : []
  return content(
    words.title(date(letter.day, language, policy), overdue, replaced.length),
    replaced.length > 0 && [
      {
        facts: [
          {
            group: words.replaced,
            lines: replaced.map(({ reference, n, day }) => ({
              name: reference,
              value: words.entry(n, date(day, language, policy)),
            })),
          },
        ],
      },
      { paragraph: words.whoReplaced },
    ],
    groups.length + waiting.length > 0 ? { facts: [...groups, ...waiting] } : words.none,
    more > 0 && words.more(more),
    groups.length > 0 && words.decide,
    {
      chart: words.chart,
      bars: days.map(({ day, received, settled }) => ({
        name: date(day, language, policy),
        values: [
          [received, words.received],
          [settled, words.done],
        ],
      })),
    },
    { facts: figures(letter, language, words) },
    holidaysUntil && words.holidays(date(holidaysUntil, language, policy)),
    words.file,
    words.why,
  )
}

/** Mails are in no request yet, and are answered by the same day as one. */
function toDecide(
  { link, ...counted }: NonNullable<Daily['mails']>,
  language: Language,
  { mails }: DeadlinesWording['daily'],
): readonly { readonly group: string; readonly lines: readonly Line[] }[] {
  const lines = (['overdue', 'soon'] as const)
    .filter((name) => counted[name] > 0)
    .map((name) => ({ name: mails[name], value: counted[name].toLocaleString(language) }))
  const [first, ...rest] = lines
  return first ? [{ group: mails.title, lines: [{ ...first, ...(link ? { link } : {}) }, ...rest] }] : []
}

function line(one: PressingRequest, language: Language, policy: Policy): Line {
  const { waits, daily } = deadlinesWordingOf(language)
  const { rights } = wordingOf(language).pages
  return {
    name: `${one.reference} – ${rights[one.right].name}`,
    value: daily.due(moment(one.promisedBy, language, policy), waits[one.waits]),
    link: one.link,
  }
}

function figures(
  { sum, kinds, channels, countries }: Daily,
  language: Language,
  words: DeadlinesWording['daily'],
): Extract<Block, { facts: unknown }>['facts'] {
  const { rights } = wordingOf(language).pages
  const number = (n: number) => n.toLocaleString(language)
  const plain = (['refused', 'taken-back', 'nobody', 'late', 'longer'] as const).filter((one) => sum[one] > 0)
  const took = [
    ['median', within(0.5, sum)],
    ['most', within(0.95, sum)],
  ] as const
  const group = (name: string, named: Named, nameOf: (one: string) => string) => ({
    group: name,
    lines: named.map(([one, { received, settled }]) => ({
      name: nameOf(one),
      value: words.line(number(received), number(settled)),
    })),
  })
  const countryOf = new Intl.DisplayNames([language], { type: 'region' })
  return [
    {
      group: words.since,
      lines: [
        { name: words.figures.received, value: number(sum.received) },
        { name: words.figures.done, value: number(sum.settled) },
        ...plain.map((one) => ({ name: words.figures[one], value: number(sum[one]) })),
        ...took.flatMap(([name, days]) =>
          days === undefined ? [] : [{ name: words.figures[name], value: words.days(days) }],
        ),
      ],
    },
    group(words.byRight, kinds, (kind) =>
      kind === 'unused-account' || kind === 'child-account'
        ? words.kinds[kind]
        : rights[kind as Exclude<Kind, 'unused-account' | 'child-account'>].name,
    ),
    group(words.byChannel, channels, (channel) => words.channels[channel as Channel]),
    group(words.byCountry, countries, (country) =>
      country === '' ? words.unknown : country === 'other' ? words.others : (countryOf.of(country) ?? country),
    ),
  ].filter(({ lines }) => lines.length > 0)
}

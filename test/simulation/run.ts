import { createHash } from 'node:crypto'
import { Behaviour } from './behaviour.ts'
import type { Releases } from './bundle.ts'
import { Cloud, type Place, places } from './cloud.ts'
import { Correspondence } from './correspondence.ts'
import { Desk } from './desk.ts'
import { Dice } from './dice.ts'
import { Model, Violation } from './model.ts'
import { OfData, type Writer } from './of-data.ts'
import { OfMails } from './of-mails.ts'
import { OfRequests } from './of-requests.ts'
import { Pages } from './pages.ts'
import { canary, type Person, somebody } from './person.ts'
import { textOf } from './protocol.ts'
import { takeOver } from './taken-over.ts'
import { atTheEnd } from './the-end.ts'
import { Time } from './time.ts'
import { calm, type Kind, type Weather, weatherOf } from './weather.ts'
import type { Asked } from './wire.ts'

const day = 86_400_000
/** Days after the last wish in which things still go wrong: everything is due by then. */
const stormyDays = 62
/** Then everything has this long to come to its end, with nothing that goes wrong. */
const calmDays = 20
/** A clock that is two seconds behind asks some hundred times whether a moment has come; nothing else asks so often. */
const mostAnHour = 1_000

export type Setting = {
  readonly seed: string
  /** Numbers of the people who take part. */
  readonly people: readonly number[]
  /** In how many days they have their wishes. */
  readonly days: number
  /** Kinds of faults that do not happen in this run. */
  readonly without?: readonly Kind[]
  /** Days after the beginning from which on nothing goes wrong. */
  readonly calmFrom?: number
}
export type Result = {
  readonly violation?: { readonly rule: string; readonly message: string; readonly at: string }
  /** Digest of everything that was asked and answered, in order. */
  readonly trace: string
  readonly story: readonly string[]
  readonly calls: number
  readonly invocations: number
  readonly faults: number
  readonly requests: Readonly<Record<string, number>>
  readonly weather: Weather
}

/** One run: the same setting and the same sources give the same trace. @param line hears each line of the trace */
export async function run(
  setting: Setting,
  releases: Releases,
  line: (text: string) => void = () => undefined,
): Promise<Result> {
  const { seed, people: numbers, days, without = [], calmFrom = days + stormyDays } = setting
  const time = new Time('2026-01-05T08:00:00.000Z')
  const dice = new Dice(seed)
  takeOver({ now: () => time.now(), dice: dice.named('outside') })
  const start = time.now()
  const own = weatherOf(dice.named('weather'))
  const drawn: Weather = { ...own, ...Object.fromEntries(without.map((kind) => [kind, 0])) }
  const stormy = () => time.now() < start + calmFrom * day
  const weather = () => (stormy() ? drawn : { ...calm, skewMs: drawn.skewMs })
  const people = numbers.map((n) => somebody(n, dice.named(`person ${n}`), start, days))
  const model = new Model(people, drawn.skewMs)
  const story: string[] = []
  const trace = createHash('sha256')
  let [calls, faults] = [0, 0]
  let violation: Result['violation']
  let writer: Writer | undefined
  const note = (text: string) => {
    trace.update(`${text}\n`)
    line(text)
  }
  const tell = (what: string) => {
    story.push(`${time.instant()} ${what}`)
    note(`${time.instant()} ${what}`)
  }
  const must = (check: () => void) => {
    if (violation) return
    try {
      check()
    } catch (error) {
      if (!(error instanceof Violation)) throw error
      violation = { rule: error.rule, message: error.message, at: time.instant() }
      tell(`Violation. ${error.message}`)
    }
  }
  const tasks = new Map<string, number>()
  const outages = outagesOf(dice.named('outages'), drawn.outages, start, days + 60, people)
  const cloud: Cloud = new Cloud({
    time,
    dice,
    code: releases.first,
    weather,
    isAway: (place) =>
      stormy() && outages.some((one) => one.place === place && one.from <= time.now() && time.now() < one.to),
    began: (asked) => {
      ofMails.asked(asked)
      writer = writerOf(asked, ofMails.readBy(asked.by.id))
    },
    heard: (asked, fate, answer) => {
      calls++
      if (fate !== 'done') {
        faults++
        if (fate !== 'away') tell(`${asked.by.id}: ${asked.service} ${asked.operation} ${fate}`)
      }
      note(
        `${time.instant()} ${asked.by.id} ${asked.service} ${asked.operation} ${fate} ${asked.service === 's3' ? '' : textOf(asked.request.body)} ${answer ? `${answer.status} ${answer.body}` : ''}`,
      )
      writer = undefined
    },
    wrote: (written) => {
      const moment = { now: time.now(), writer }
      must(() => ofRequests.wrote(written, moment))
      must(() => ofMails.wrote(written, moment))
      must(() => ofData.wrote(written, moment))
    },
    mailed: (sent) => {
      must(() => ofRequests.mailed(sent, time.now()))
      must(() => ofMails.mailed(sent))
      behaviour.mailed(sent)
      desk.mailed(sent)
    },
    untold: (mail) => tell(`SES tells nobody of ${mail}`),
    printed: (name, printed) => {
      if (canary.test(printed))
        must(() => {
          throw new Violation('nothing personal in logs', `${name}: ${printed.slice(0, 300)}`)
        })
    },
    called: (name, reference) => {
      const hour = `${name} ${reference} ${time.instant().slice(0, 13)}`
      const count = (tasks.get(hour) ?? 0) + 1
      tasks.set(hour, count)
      if (count > mostAnHour)
        must(() => {
          throw new Violation('no machine spins', `${name} was called ${count} times within an hour about ${reference}`)
        })
    },
    payload: (payload) => {
      const text = JSON.stringify(payload) ?? ''
      if (canary.test(text))
        must(() => {
          throw new Violation('nothing personal in state machines', text.slice(0, 300))
        })
    },
  })
  const ofData = new OfData(model, cloud.tables)
  const ofRequests = new OfRequests(model, ofData, cloud, tell)
  const ofMails = new OfMails(model)
  const pages = new Pages(cloud, time)
  const desk = new Desk({ pages, model, time, tell, must, dice: dice.named('desk') })
  const correspondence = new Correspondence(cloud, model, time, tell)
  const behaviour = new Behaviour({ cloud, pages, model, correspondence, time, weather, tell, must })
  for (const { rows } of people)
    for (const [table, items] of rows) for (const item of items) cloud.tables.get(table)?.put(item)
  // Of mails that came before the first look for them nobody knows: there was one.
  cloud.tables.get('requests')?.put({ pk: { S: 'I#read' }, sk: { S: 'place' }, since: { S: time.instant() } })
  for (const { place, from, to } of outages) {
    time.at(from, 'an outage', () => tell(`${place} is away for ${((to - from) / 3_600_000).toFixed(1)} hours`))
    time.at(to, 'an outage', () => tell(`${place} is back`))
  }
  const deployments = dice.named('deployments')
  for (let n = 0; n < drawn.redeploys; n++)
    time.at(start + deployments.next() * (days + 60) * day, 'a deployment', () => {
      tell('everything is deployed anew')
      cloud.redeploy((surroundings) => releases.next(surroundings))
    })
  behaviour.begin()
  correspondence.begin()
  const isOver = () => violation !== undefined
  await time.goOn(
    start + (Math.max(days + stormyDays, calmFrom) + calmDays) * day,
    () => must(() => ofRequests.settled()),
    isOver,
  )
  const files = await cloud.files.keys()
  if (!violation) must(() => atTheEnd(model, cloud, ofData, files))
  if (!violation) must(() => ofMails.atTheEnd())
  cloud.files.end()
  cloud.machines.pause()
  const requests: Record<string, number> = {}
  for (const { status = 'none' } of model.known.values()) requests[status] = (requests[status] ?? 0) + 1
  return {
    ...(violation ? { violation } : {}),
    trace: trace.digest('hex'),
    story,
    calls,
    invocations: cloud.functions.calls,
    faults,
    requests,
    weather: drawn,
  }
}

/** Who writes: a function, and whom it was called about, or the mail that it found. */
function writerOf({ by }: Asked, found: string | undefined): Writer {
  const [name = '', about = ''] = by.id.split('/')
  return { name, about: found ?? about, began: by.began }
}

type Outage = { readonly place: Place; readonly from: number; readonly to: number }

function outagesOf(
  dice: Dice,
  count: number,
  start: number,
  days: number,
  people: readonly Person[],
): readonly Outage[] {
  const wishes = people.flatMap((person) => person.wishes.map(({ at }) => at))
  return Array.from({ length: count }, () => {
    // Mostly where it hurts: from before somebody's wish, the end of their grace period, or when recipients are given up.
    const after = dice.of([0, 0, 30, 58, 58])
    const aimed = Math.max(start, dice.of(wishes) + (after - dice.next() ** 2) * day)
    const isAnytime = dice.chance(0.3)
    const place = after === 30 && !isAnytime ? 'ses' : dice.of(places)
    const from = isAnytime ? start + dice.next() * days * day : aimed
    // The store and KMS come back soon; a system of the company, or mail, may be away for days.
    const longest = place === 'store' || place === 'kms' ? 3 / 24 : 4
    return { place, from, to: from + ((isAnytime ? 0 : 0.25) + 0.75 * dice.next() ** 2) * longest * day }
  })
}

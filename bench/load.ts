/**
 * `npm run load -- [--rate 50] [--seconds 10] [--erasures 20]`: many people at once on the local cloud.
 * First so many submissions a second, sent whether or not the ones before were answered: each has to be answered with 202 and
 * be there with its letter, or with 429 or 503, which says to try again; anything else is a loss, and ends it with 1. Then a burst
 * of people who confirm an erasure at the same time, until all are in their grace period. The full size is
 * `--seconds 60 --erasures 2000`; the default ends in about a minute.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { inventCompany } from '../demo/company/invent.ts'
import { names, ownStatements, placesOf } from '../demo/places/places.ts'
import { fillTable } from '../demo/places/tables.ts'
import policy from '../demo/policy.ts'
import { type House, openHouse } from '../test/cloud/house.ts'
import { linkIn } from '../test/cloud/person.ts'

const number = { type: 'string' } as const
const { values } = parseArgs({ options: { rate: number, seconds: number, erasures: number } })
const rate = Number(values.rate ?? 50)
const seconds = Number(values.seconds ?? 10)
const erasures = Number(values.erasures ?? 20)
if (![rate, seconds, erasures].every((one) => Number.isInteger(one) && one >= 0))
  throw new Error('npm run load -- [--rate N] [--seconds N] [--erasures N]')

/** What takes minutes says so meanwhile. */
const tellMs = 30_000
/** A burst of thousands takes its time. */
const longestMs = 24 * 3_600_000
/** So often, a minute apart, it is looked at whether one more has come, before what is missing counts as lost. */
const looksInVain = 8

type Answer = { readonly status: number; readonly ms: number; readonly reference?: string }

const house = await openHouse()
let lost = 0
try {
  lost += await submissions(house)
  lost += await burst(house)
} finally {
  await house.close()
}
process.exit(lost === 0 ? 0 : 1)

/** Until nothing is left to do, however long that takes. */
async function untilQuiet({ cloud }: House, what: string): Promise<void> {
  const telling = setInterval(
    async () => console.log(`${what}: ${(await cloud.mails()).length} letters are out …`),
    tellMs,
  )
  try {
    await cloud.clock.quiet(longestMs)
  } finally {
    clearInterval(telling)
  }
}

async function asks(site: string, address: string): Promise<Answer> {
  const began = performance.now()
  try {
    const answer = await fetch(`${site}/requests`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ address, right: 'erasure', language: 'en' }),
    })
    const { reference } = (await answer.json()) as { reference?: string }
    const ms = performance.now() - began
    return { status: answer.status, ms, ...(reference ? { reference } : {}) }
  } catch {
    return { status: 0, ms: performance.now() - began }
  }
}

async function submissions(house: House): Promise<number> {
  if (rate * seconds === 0) return 0
  const { cloud, rowsBeginning } = house
  const began = performance.now()
  const sent: Promise<Answer>[] = []
  for (let n = 0; n < rate * seconds; n++) {
    const due = began + (n * 1000) / rate
    if (due > performance.now()) await pause(due - performance.now())
    sent.push(asks(cloud.site, `load-${n}@example.org`))
  }
  const lastSent = (performance.now() - began) / 1000
  const answers = await Promise.all(sent)
  const answered = (performance.now() - began) / 1000
  await untilQuiet(house, 'All are answered')
  const quiet = (performance.now() - began) / 1000
  const rows = new Set(await rowsBeginning('R#'))
  const letters = (await cloud.mails()).map(({ subject }) => subject).join('\n')
  const accepted = answers.filter(({ status }) => status === 202)
  const toRepeat = answers.filter(({ status }) => status === 429 || status === 503)
  const others = answers.length - accepted.length - toRepeat.length
  const missing = accepted.filter(({ reference = '' }) => !rows.has(`R#${reference}`)).length
  const unwritten = accepted.filter(({ reference = '' }) => !letters.includes(reference)).length
  console.log(
    `${answers.length} submissions in ${lastSent.toFixed(1)} s (${(answers.length / lastSent).toFixed(1)} a second): ` +
      `${accepted.length} accepted, ${toRepeat.length} to be repeated, ${others} answered otherwise; ` +
      `${missing} of the accepted not there, ${unwritten} without a letter`,
  )
  console.log(
    `answered within ${quantile(answers, 0.5)} ms (half), ${quantile(answers, 0.95)} ms (95 of 100), ` +
      `${quantile(answers, 1)} ms (all); all answered after ${answered.toFixed(1)} s, all letters out after ${quiet.toFixed(1)} s`,
  )
  return others + missing + unwritten
}

function quantile(answers: readonly Answer[], share: number): number {
  const sorted = answers.map(({ ms }) => ms).sort((a, b) => a - b)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
}

/** People with an account like everybody's, who all press the button of their mail at the same time. */
async function burst(house: House): Promise<number> {
  if (erasures === 0) return 0
  const { cloud } = house
  const [model] = inventCompany().accounts
  const addresses = Array.from({ length: erasures }, (_, n) => `burst-${n}@example.org`)
  const { dynamodb } = placesOf({
    endpoint: cloud.gateway,
    region: policy.regions.home,
    credentials: cloud.principal('company', ownStatements),
  })
  await fillTable(
    dynamodb,
    names.accounts,
    addresses.map((email, n) => ({ ...model, id: `burst-${n}`, email })),
  )
  const asked = cloud.clock.now()
  // As fast as it answers: what a burst is made of was asked before.
  await twentyAtATime(addresses, (address) => asks(cloud.site, address))
  await untilQuiet(house, `${erasures} asked`)
  const links = new Map((await cloud.mails()).map((mail) => [mail.to[0] ?? '', mail]))
  tell('have the link in their mail', await lettersSince(house, asked, addresses), asked)
  const began = cloud.clock.now()
  const telling = setInterval(async () => console.log(await progress(house, began, addresses)), tellMs)
  const pressed = await Promise.all(
    addresses.map(async (address) => {
      const mail = links.get(address)
      if (!mail) return Number.NaN
      await answered(`${cloud.site}${linkIn(mail)}/confirm`, { method: 'POST' })
      return cloud.clock.now()
    }),
  )
  const there = await untilInGrace(house, addresses)
  clearInterval(telling)
  tell('were answered when they confirmed', pressed.filter(Number.isFinite), began)
  tell('have a state machine', startsSince(house, began), began)
  tell('are told that everything is unavailable', await lettersSince(house, began, addresses), began)
  console.log(
    `of ${erasures} who confirmed at once ${there} are in grace, each looked at, all quiet after ` +
      `${secondsSince(began, cloud.clock.now())} s; dead letters: ${cloud.deadLetters.all().length}`,
  )
  return erasures - there + cloud.deadLetters.all().length
}

/** How many are in grace once nothing is left to do. What fails is tried again within minutes (workflows/patience.ts): that is waited for. */
async function untilInGrace(house: House, addresses: readonly string[]): Promise<number> {
  let there = 0
  for (let looks = 0; looks < looksInVain; looks++) {
    await untilQuiet(house, `${erasures} confirmed`)
    const before = there
    there = await inGrace(house, addresses)
    if (there === addresses.length) return there
    if (there > before) looks = 0
    await pause(60_000)
  }
  return there
}

/** What the page of each request says, by the link in their newest letter. */
async function inGrace({ cloud }: House, addresses: readonly string[]): Promise<number> {
  const newest = new Map((await cloud.mails()).map((mail) => [mail.to[0] ?? '', mail]))
  let there = 0
  await twentyAtATime(addresses, async (address) => {
    const mail = newest.get(address)
    const state = mail && ((await answered(`${cloud.site}${linkIn(mail)}`)) as { readonly status?: string })
    if (state?.status === 'grace') there += 1
  })
  return there
}

/** The body of an answer; whoever is told to try again, or not answered at all, does. */
async function answered(url: string, init?: RequestInit): Promise<unknown> {
  for (;;) {
    const answer = await fetch(url, init).catch(() => undefined)
    const body = await answer?.json().catch(() => undefined)
    if (answer && answer.status < 429) return body
    await pause(1000)
  }
}

async function twentyAtATime(all: readonly string[], work: (one: string) => Promise<unknown>): Promise<void> {
  for (let n = 0; n < all.length; n += 20) await Promise.all(all.slice(n, n + 20).map(work))
}

/** Instants (ms) of the first letter that each of them got since another. */
async function lettersSince({ cloud }: House, since: number, addresses: readonly string[]): Promise<readonly number[]> {
  const first = new Map<string, number>()
  for (const { at, to } of await cloud.mails())
    if (Date.parse(at) >= since && !first.has(to[0] ?? '')) first.set(to[0] ?? '', Date.parse(at))
  return addresses.flatMap((address) => first.get(address) ?? [])
}

/** Instants (ms) at which machines for erasures were started. */
function startsSince({ cloud }: House, since: number): readonly number[] {
  return cloud.machines
    .views()
    .filter(({ machine, startedAt }) => /erasure/i.test(machine) && Date.parse(startedAt) >= since)
    .map(({ startedAt }) => Date.parse(startedAt))
}

function secondsSince(since: number, at: number): string {
  return ((at - since) / 1000).toFixed(1)
}

/** When half of them and when all had come so far, and how many that is a second. */
function tell(what: string, instants: readonly number[], since: number): void {
  const sorted = instants.toSorted((a, b) => a - b)
  const at = (n: number) => secondsSince(since, sorted[n - 1] ?? since)
  const [half, all] = [at(Math.ceil(sorted.length / 2)), at(sorted.length)]
  const rate = (sorted.length / Number(all)).toFixed(1)
  console.log(`${sorted.length} ${what}: half after ${half} s, all after ${all} s (${rate} a second)`)
}

async function progress(house: House, began: number, addresses: readonly string[]): Promise<string> {
  const told = (await lettersSince(house, began, addresses)).length
  const started = startsSince(house, began).length
  return `${secondsSince(began, house.cloud.clock.now())} s: ${started} machines started, ${told} people told`
}

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

/** Until nothing is left to do. */
async function untilQuiet({ cloud }: House, what: string): Promise<void> {
  const telling = setInterval(
    async () => console.log(`${what}: ${(await cloud.mails()).length} letters are out …`),
    tellMs,
  )
  try {
    await cloud.clock.quiet()
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
  // As fast as it answers: what a burst is made of was asked before.
  for (let n = 0; n < addresses.length; n += 20)
    await Promise.all(addresses.slice(n, n + 20).map((address) => asks(cloud.site, address)))
  await untilQuiet(house, `${erasures} asked`)
  const mails = Map.groupBy(await cloud.mails(), ({ to }) => to[0] ?? '')
  const began = performance.now()
  const pressed = await Promise.all(
    addresses.map(async (address) => {
      const mail = mails.get(address)?.at(-1)
      if (!mail) return 0
      for (;;) {
        const answer = await fetch(`${cloud.site}${linkIn(mail)}/confirm`, { method: 'POST' }).catch(() => undefined)
        await answer?.arrayBuffer()
        // Whoever is told to try again does.
        if (answer && answer.status < 429) return answer.status
        await pause(1000)
      }
    }),
  )
  const confirmed = (performance.now() - began) / 1000
  await untilQuiet(house, `${erasures} confirmed`)
  const quiet = (performance.now() - began) / 1000
  const newest = Map.groupBy(await cloud.mails(), ({ to }) => to[0] ?? '')
  const states = await Promise.all(
    addresses.map(async (address) => {
      const mail = newest.get(address)?.at(-1)
      return mail
        ? ((await (await fetch(`${cloud.site}${linkIn(mail)}`)).json()) as { status: string }).status
        : 'no mail'
    }),
  )
  const inGrace = states.filter((status) => status === 'grace').length
  console.log(
    `${erasures} people confirmed at once: ${pressed.filter((status) => status === 200).length} answered within ` +
      `${confirmed.toFixed(1)} s, ${inGrace} in grace after ${quiet.toFixed(1)} s (${(inGrace / quiet).toFixed(1)} a second); ` +
      `dead letters: ${cloud.deadLetters.all().length}`,
  )
  return erasures - inGrace
}

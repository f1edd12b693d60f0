import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { daysLater } from './berlin.ts'
import { deliberate } from './deliberate.ts'

type Ended = { readonly code: number | null; readonly printed: string }

/** In a process of its own, as `npm run simulate` has it: a simulation takes over its clock and its randomness. */
const simulated = (...options: readonly string[]): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'simulate.ts'), ...options], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_OPTIONS: '' },
    })
    const said: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, printed: Buffer.concat(said).toString() }))
  })

/** Of real time in ms, on a machine that has much else to do: of processor time it is ten seconds. */
const patience = 300_000
const few = ['--people', '3', '--days', '2']

test(
  'people, months and faults: all that must always hold does, and a seed replays byte for byte in another process',
  async () => {
    const [first, second] = await Promise.all([
      simulated('--seeds', '1', '--from', '3', '--trace', ...few),
      simulated('--seeds', '1', '--from', '3', '--trace', ...few),
    ])
    expect(first.code, first.printed.slice(-4000)).toBe(0)
    const lines = first.printed.split('\n')
    for (const done of ['asks for', 'is away', 'spams', 'presses state', 'a colleague decides'])
      expect(first.printed).toContain(done)
    expect(lines.length).toBeGreaterThan(1000)
    // All but the seconds that it took.
    expect(second.printed.split('\n').slice(0, -2)).toEqual(lines.slice(0, -2))
  },
  patience,
)

test(
  'a fault in the product is caught, and told in words about as few people as it takes',
  async () => {
    const { code, printed } = await simulated('--fault', 'removes-before-keeping', '--seeds', '3', ...few)
    expect(code).toBe(1)
    expect(printed).toMatch(/^seed \d fails: kept before it is removed/m)
    expect(printed).toMatch(/Shrunk in \d+ runs to 1 of 3 people/)
    expect(printed).toMatch(/person \d presses confirm of OB-/)
    expect(printed.trimEnd().split('\n').at(-1)).toMatch(/Violation\. kept before it is removed/)
  },
  patience,
)

test(
  'a mail of which SES told nobody and that nobody reads is missed at the end',
  async () => {
    const only = ['--seeds', '1', '--from', '6', '--whole']
    const { code, printed } = await simulated('--fault', 'counts-unread-mails-alone', ...only, ...few)
    expect(printed).toContain('SES tells nobody of person 1 mail 2')
    expect([code, printed.trimEnd().split('\n').at(-1)]).toEqual([1, expect.stringContaining('every mail is read')])
  },
  patience,
)

test('each fault that is made on purpose still finds the place in the sources where it belongs', () => {
  const house = join(import.meta.dirname, '..', '..')
  expect(deliberate.length).toBeGreaterThan(8)
  for (const { name, changes } of deliberate)
    for (const { file, from } of changes)
      expect(readFileSync(join(house, file), 'utf8').split(from).length - 1, `${name} in ${file}`).toBe(1)
})

test('the calendar of the model, which is its own, says in every part of a year what Temporal does', () => {
  const [start, hour] = [Date.parse('2026-01-05T08:30:00Z'), 3_600_000]
  for (const days of [-14, -2, 2, 60])
    for (let at = start; at < start + 366 * 24 * hour; at += 5 * hour) {
      const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/Berlin')
      if (daysLater(at, days) !== there.add({ days }).epochMilliseconds) expect.fail(`${there} and ${days} days`)
    }
})

test('an option that is none, and a fault that nobody knows, are refused with what there is', async () => {
  const [noNumber, noFault] = await Promise.all([simulated('--seeds', 'some'), simulated('--fault', 'none')])
  expect(noNumber.printed).toContain('--seeds is a whole number, not some')
  expect(noFault.printed).toContain('claims-without-condition')
  expect([noNumber.code, noFault.code]).toEqual([1, 1])
})

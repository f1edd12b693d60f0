import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Clock } from '../../../local/clock/clock.ts'
import { Functions } from '../../../local/functions/functions.ts'

const folder = mkdtempSync(join(tmpdir(), 'functions-'))
const clock = new Clock()
let functions: Functions

const bundle = `
import dns from 'node:dns/promises'
import { lookup } from 'node:dns'
let calls = 0
class Busy extends Error { name = 'Busy' }
export const handler = async (event, context) => {
  calls++
  console.log('called for', event.what)
  switch (event.what) {
    case 'now': return { now: Date.now(), text: new Date().toISOString(), given: new Date(0).toISOString(), is: new Date() instanceof Date }
    case 'environment': return { table: process.env.TABLE, endpoint: process.env.AWS_ENDPOINT_URL, home: process.env.HOME ?? null, name: context.functionName }
    case 'busy': throw new Busy('come back')
    case 'hang': return await new Promise(() => setInterval(() => {}, 1000))
    case 'exit': process.exit(3)
    case 'memory': { const all = []; for (;;) all.push(new Array(1e6).fill(calls)) }
    case 'bucket': return await new Promise((done) => lookup('pictures.localhost', (error, address) => done(address)))
    case 'calls': return calls
  }
}`

beforeAll(() => {
  mkdirSync(join(folder, 'asset.one'))
  writeFileSync(join(folder, 'asset.one', 'index.mjs'), bundle)
  functions = new Functions({
    clock,
    logs: join(folder, 'logs'),
    functions: [
      {
        name: 'one',
        arn: 'arn:aws:lambda:eu-central-1:000000000000:function:one',
        asset: join(folder, 'asset.one'),
        handler: 'index.handler',
        environment: { TABLE: 'requests' },
        memoryMb: 128,
        timeoutSeconds: 2,
      },
    ],
    environmentOf: () => ({ AWS_ENDPOINT_URL: 'http://127.0.0.1:1' }),
  })
})
afterAll(async () => {
  await functions.stop()
  clock.stop()
})

const call = (what: string) => functions.invoke('arn:aws:lambda:eu-central-1:000000000000:function:one', { what })

test('a function sees the clock of the local cloud in every form of Date', async () => {
  await call('now')
  await clock.advance('P60D')
  const seen = (await call('now')) as { now: number; text: string; given: string; is: boolean }
  expect(Math.abs(seen.now - clock.now())).toBeLessThan(1000)
  expect(seen.text.slice(0, 10)).toBe(clock.instant().slice(0, 10))
  expect(seen).toMatchObject({ given: '1970-01-01T00:00:00.000Z', is: true })
})

test('a function gets the environment of the template and nothing of this machine', async () => {
  expect(await call('environment')).toEqual({
    table: 'requests',
    endpoint: 'http://127.0.0.1:1',
    home: null,
    name: 'one',
  })
})

test('an error arrives with the name and the message that Lambda would tell', async () => {
  await expect(call('busy')).rejects.toMatchObject({
    name: 'Busy',
    error: { errorType: 'Busy', errorMessage: 'come back' },
  })
})

test('a function that hangs ends at its timeout, one that exits or runs out of memory ends alone, and the next call works', async () => {
  await expect(call('hang')).rejects.toMatchObject({ name: 'Sandbox.Timedout' })
  await expect(call('exit')).rejects.toMatchObject({ name: 'Runtime.ExitError' })
  await expect(call('memory')).rejects.toThrow()
  expect(await call('calls')).toBe(1)
  expect(await call('calls')).toBe(2)
})

test('an S3 bucket has an address on this machine inside a function', async () => {
  expect(await call('bucket')).toBe('127.0.0.1')
})

test('what a function prints is in its log', async () => {
  await call('calls')
  await expect.poll(() => readFileSync(join(folder, 'logs', 'one.log'), 'utf8')).toContain('called for calls')
})

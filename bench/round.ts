/**
 * `npm run bench -- round [--full]`: what one whole daily round costs, from the accounts that became inactive to the officer's
 * letter, with 100 due accounts among 1,000 and among 10,000, and with a request that waits for every fiftieth account; with
 * `--full` 1,000 due among 10,000, 100,000 and 1,000,000. It has to be the same within a tenth. And the ten-year run. All that
 * is compared is counted; what takes the time is DynamoDB Local, which puts hundreds of accounts a second.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BatchWriteItemCommand, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { Effects } from '../adapters/effects.ts'
import { Indexes } from '../adapters/indexes.ts'
import { requestKey } from '../adapters/items.ts'
import { Mac } from '../adapters/keys.ts'
import { Requests } from '../adapters/requests.ts'
import policy from '../demo/policy.ts'
import { decide } from '../domain/decide.ts'
import { instant } from '../domain/time.ts'
import type { InactivityOutput, RoundInput, RoundOutput } from '../functions/contract/tasks.ts'
import { serve } from '../local/front/server.ts'
import { Ses } from '../local/mail/ses.ts'
import { startStore } from '../test/adapters/dynamodb-local.ts'
import { Fill, flat, makeDirectory, tenYearRun } from './inactivity.ts'
import type { Line } from './table.ts'
import { metered, type Used } from './wire.ts'

/** One open request for so many accounts. */
const accountsPerRequest = 50
const dayMs = 86_400_000
const context = { awsRequestId: 'bench', getRemainingTimeInMillis: () => 300_000 }
const jobs: readonly RoundInput['job'][] = ['start-again', 'kept', 'erase-again']
type Round = Used & { accounts: number; invocations: number; letters: number; open: number }

/** The lines, and whether every cost stayed flat and every account came to what the notice says. */
export async function roundBench(full: boolean): Promise<{ readonly lines: readonly Line[]; readonly held: boolean }> {
  const [due, ...sizes] = full ? [1000, 10_000, 100_000, 1_000_000] : [100, 1000, 10_000]
  const store = await startStore()
  const wire = await metered(store.access.endpoint)
  const state = mkdtempSync(join(tmpdir(), 'oblige-bench-round-'))
  const clock = { instant: () => new Date().toISOString() }
  const identities = [policy.mail.from]
  const ses = await Ses.start({ state, clock, region: policy.regions.mail, account: '000000000000', identities })
  const door = await serve(0, (request) => ses.handle(request))
  const { credentials, region } = store.access
  const machines = ['ERASURE', 'RESTORE', 'EXPORT', 'RESTRICTION', 'OBJECTION', 'RECTIFICATION', 'RECIPIENTS']
  // As Lambda would give them: the handlers are the deployed ones, and make their clients from these.
  Object.assign(process.env, {
    ...{ TABLE: store.table, MAC_KEY: wire.key, AWS_REGION: region },
    ...{ AWS_ENDPOINT_URL_DYNAMODB: wire.dynamodb, AWS_ENDPOINT_URL_KMS: wire.kms, AWS_ENDPOINT_URL_SES: door.url },
    ...{ AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey },
    ...Object.fromEntries(
      [...machines, 'ERASING_AGAIN', 'DISCLOSURE', 'IDENTITY'].map((one) => [`${one}_MACHINE`, one]),
    ),
    ...{ POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true' },
  })
  const [inactivity, again, letter] = await Promise.all([
    import('../functions/inactivity/handler.ts'),
    import('../functions/round/handler.ts'),
    import('../functions/daily-letter/handler.ts'),
  ])
  const mac = new Mac(wire.key, new KMSClient({ endpoint: wire.kms, region, credentials }))
  const fill = new Fill(store.client, store.table, mac)
  const requests = new Requests(store.table, store.client)
  const effects = new Effects(store.table, store.client)
  const indexes = new Indexes(store.table, store.client)
  const realNow = Date.now
  let open = 0
  /** Days later; each round has one of its own, and what was left by the one before is a day old. */
  const onDay = (n: number) => {
    Date.now = () => realNow() + n * dayMs
  }

  try {
    await makeDirectory(store.client)
    await fill.shape()
    const round = async (accounts: number, day: number): Promise<Round> => {
      onDay(day)
      await fill.upTo(accounts - due)
      await fill.makeDue(due)
      wire.reset()
      let invocations = 0
      for (let more = true; more; invocations++) {
        if (invocations > accounts) throw new Error('a round of inactivity does not come to its end')
        const answer: InactivityOutput = await inactivity.handler({ v: 1 }, context)
        more = answer.more
      }
      const first = { ...wire.used }
      await carriedOut()
      await waitingFor(accounts / accountsPerRequest)
      // The next morning.
      onDay(day + 1)
      wire.reset()
      for (const job of jobs)
        for (let next: RoundOutput = { v: 1, from: '', done: false }; !next.done; invocations++)
          next = await again.handler({ v: 1, job, from: next.from }, context)
      const before = ses.mails().length
      await letter.handler({ v: 1 }, context)
      const sum = (what: keyof Used) => first[what] + wire.used[what]
      return {
        accounts,
        calls: sum('calls'),
        readUnits: sum('readUnits'),
        writeUnits: sum('writeUnits'),
        keyRequests: sum('keyRequests'),
        invocations: invocations + 1,
        letters: ses.mails().length - before,
        open,
      }
    }
    const lived: Round[] = []
    for (const accounts of sizes) {
      console.log(`One whole round with ${due} due among ${accounts} accounts …`)
      lived.push(await round(accounts, lived.length))
    }
    if (lived.some(({ letters }) => letters !== 1)) throw new Error('the officer did not hear of a day')
    if ((await fill.removed()) !== sizes.length * due)
      throw new Error('not every due account was scheduled for removal')
    const [small, ...larger] = lived as [Round, ...Round[]]
    const compared = (what: string, of: (round: Round) => number): Line[] =>
      larger.map((large) => ({
        what: `${what}, a whole round with ${due} due`,
        ours: `${Math.round(of(large))} among ${large.accounts} accounts, ${large.open} requests open`,
        against: `${Math.round(of(small))} among ${small.accounts}, ${small.open} open`,
        ratio: of(large) / of(small),
        aim: `1 ± ${flat}`,
      }))
    const rounds = [
      ...compared('DynamoDB read units', ({ readUnits }) => readUnits),
      ...compared('DynamoDB write units', ({ writeUnits }) => writeUnits),
      ...compared('calls of DynamoDB', ({ calls }) => calls),
      ...compared('calls of KMS', ({ keyRequests }) => keyRequests),
      ...compared('invocations', ({ invocations }) => invocations),
    ]
    const life = tenYearRun(full ? 10_000 : 1000)
    return {
      lines: [...rounds, life.line],
      held: rounds.every(({ ratio }) => Math.abs(ratio - 1) <= flat) && life.held,
    }
  } finally {
    Date.now = realNow
    await Promise.all([wire.stop(), ses.stop(), door.stop()])
    rmSync(state, { recursive: true, force: true })
    store.stop()
  }

  /** What outbox and machines do of what a round left: letters are out, and data unavailable. */
  async function carriedOut(): Promise<void> {
    const now = instant(Date.now())
    const left: string[] = []
    for await (const { reference, status } of indexes.everyOpen()) if (status === 'restricting') left.push(reference)
    const settle = async (reference: string) => {
      const done = async () => {
        const whole = await requests.load(reference)
        for (const { id, doneAt } of whole?.waiting ?? []) if (!doneAt) await effects.markDone(reference, id, now)
        return whole?.request
      }
      const request = await done()
      const settled = request && decide(request, { type: 'restriction-settled', outstanding: [] }, policy, now)
      if (settled?.kind !== 'step') throw new Error(`${reference} could not be settled`)
      await requests.save(settled)
      await done()
    }
    const lanes = Array.from({ length: 16 }, async () => {
      for (let next = left.pop(); next; next = left.pop()) await settle(next)
    })
    await Promise.all(lanes)
  }

  /** So many open requests in all, each as one in its grace period is kept. */
  async function waitingFor(count: number): Promise<void> {
    let pattern: Record<string, unknown> | undefined
    let there = 0
    for await (const { reference, status } of indexes.everyOpen()) {
      there++
      if (pattern || status !== 'grace') continue
      const key = marshall(requestKey(reference))
      const { Item } = await store.client.send(new GetItemCommand({ TableName: store.table, Key: key }))
      pattern = Item && unmarshall(Item)
    }
    if (!pattern) throw new Error('nothing waits in its grace period')
    for (; there < count + due; there += 25) {
      const items = Array.from({ length: 25 }, (_, n) => {
        const reference = `OB-W${there + n}`
        return { PutRequest: { Item: marshall({ ...pattern, ...requestKey(reference), reference }) } }
      })
      await store.client.send(new BatchWriteItemCommand({ RequestItems: { [store.table]: items } }))
    }
    open = there
  }
}

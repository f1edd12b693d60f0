import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import * as z from 'zod/mini'
import { Backups } from '../../adapters/backups.ts'
import { Effects } from '../../adapters/effects.ts'
import { required } from '../../adapters/environment.ts'
import { Indexes } from '../../adapters/indexes.ts'
import { Ledger } from '../../adapters/ledger.ts'
import { Machines } from '../../adapters/machines.ts'
import { MailLetters } from '../../adapters/mail-letters.ts'
import { Requests } from '../../adapters/requests.ts'
import type { RoundInput, RoundOutput } from '../contract/tasks.ts'
import { arnsOfMachines } from '../entry/machines.ts'
import { task } from '../entry/task.ts'
import { eraseAgain } from './erase-again.ts'
import { endOfKeeping } from './kept.ts'
import { inPages, type Job } from './pages.ts'
import { startAgain } from './start-again.ts'

const Input = z.object({
  v: z.literal(1),
  job: z.enum(['start-again', 'kept', 'erase-again']),
  /** Where the slice before stopped; empty: at the beginning. Names references and instants only. */
  from: z.string().check(z.maxLength(2_000)),
})

/** A slice ends this long before the call would, in ms: longer than one request takes. */
const marginMs = 20_000

const client = new DynamoDBClient({})
const table = required('TABLE')
const requests = new Requests(table, client)
const stores = {
  requests,
  effects: new Effects(table, client),
  indexes: new Indexes(table, client),
  letters: new MailLetters(table, client),
}
const ledger = new Ledger(table, client, new KMSClient({}))
const jobs: Readonly<Record<RoundInput['job'], Job>> = {
  'start-again': startAgain(stores, new Machines(), arnsOfMachines()),
  kept: endOfKeeping(requests, ledger),
  'erase-again': eraseAgain(requests, ledger, new Backups(table, client)),
}

/** One slice of one job of the daily round. What was done is done once: a round that runs twice finds nothing to do. */
export const handler = task('round', Input, async ({ job, from }: RoundInput, now, call): Promise<RoundOutput> => {
  const next = await inPages(jobs[job], from, now, () => call.remaining() < marginMs)
  return { v: 1, from: next ?? '', done: next === undefined }
})

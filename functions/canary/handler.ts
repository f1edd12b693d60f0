import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import { OwnMails } from '../../adapters/own-mails.ts'
import { instant, shifted } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import type { AskedView, RequestView } from '../contract/request.ts'
import type { CanaryInput, CanaryOutput } from '../contract/tasks.ts'
import { log } from '../entry/log.ts'
import { task } from '../entry/task.ts'
import { Visitor } from './visitor.ts'

const Input = z.object({
  v: z.literal(1),
  act: z.enum(['ask', 'confirm', 'restore', 'check']),
  /** Empty: nothing was asked yet. */
  reference: z.string().check(z.regex(/^(OB-[0-9A-Z]{4}-[0-9A-Z]{4})?$/)),
  since: z.string().check(z.regex(/^(\d{4}-\d\d-\d\dT[\d:.]+Z)?$/)),
})

/** From the form to everything being back, in ms: minutes when all is well, and what one system is given to come back. */
const inTimeMs = 3 * 3_600_000

/** What was done is not what a person was promised: no retry mends it. */
class NotAsPromised extends Error {
  override readonly name = 'NotAsPromised'
}
class NotInTime extends Error {
  override readonly name = 'NotInTime'
}

const visitor = new Visitor(required('SITE'), new OwnMails(required('MAILS_BUCKET'), required('MAILS_PREFIX')))

/** One act of the synthetic person. `done` false: what it waits for has not come yet. */
export const handler = task('canary', Input, async ({ act, ...input }: CanaryInput, now): Promise<CanaryOutput> => {
  const since = input.since === '' ? now : instant(input.since)
  const answer = act === 'ask' ? await ask() : await acts[act](input.reference)
  log({ what: 'canary', event: act, reference: answer.reference, outcome: answer.done ? 'done' : 'not yet' })
  if (!answer.done && now >= shifted(since, inTimeMs)) throw new NotInTime(act)
  return { v: 1, since, ...answer }
})

type Done = Pick<CanaryOutput, 'reference' | 'done'>
const acts: Readonly<Record<Exclude<CanaryInput['act'], 'ask'>, (reference: string) => Promise<Done>>> = {
  confirm: (reference) => onPage(reference, confirmed),
  restore: (reference) => onPage(reference, restored),
  check: (reference) => onPage(reference, async (seen) => seen.status === 'lifted' && isEverywhere(seen, 'released')),
}

/** What an earlier day left, because a system was down, is taken back first: a second restriction would find it open. */
async function ask(): Promise<Done> {
  for await (const { link } of visitor.letters()) {
    const seen = await visitor.sees(link)
    if (seen.status === 'lifted') break
    if (seen.status !== 'holding' && seen.status !== 'held' && seen.status !== 'lifting') continue
    if (seen.actions.includes('restore')) await visitor.presses(link, 'restore')
    return { reference: '', done: false }
  }
  const { address } = policy.canary ?? { address: '' }
  return { reference: await visitor.asks(address), done: true }
}

/** Looks at the page by the newest link, if a letter has come. */
async function onPage(reference: string, act: (seen: AskedView, link: string) => Promise<boolean>): Promise<Done> {
  for await (const { link } of visitor.letters(reference))
    return { reference, done: await act(asked(await visitor.sees(link)), link) }
  return { reference, done: false }
}

function asked(seen: RequestView): AskedView {
  if (seen.right === 'disclosure') throw new NotAsPromised('the synthetic person asked for something else')
  return seen
}

const confirmed = async (seen: AskedView, link: string): Promise<boolean> => {
  if (seen.status === 'unverified') await visitor.presses(link, 'confirm')
  else if (seen.status !== 'holding' && seen.status !== 'held') throw new NotAsPromised(seen.status)
  return true
}

/** A link that only confirms shows the page, and has no such button: the letter that brings it is on its way. */
const restored = async (seen: AskedView, link: string): Promise<boolean> => {
  if (seen.status === 'holding') return false
  if (seen.status !== 'held') throw new NotAsPromised(seen.status)
  if (!seen.actions.includes('restore') || !isEverywhere(seen, 'restricted')) return false
  await visitor.presses(link, 'restore')
  return true
}

/**
 * Whether every system of the policy has done it, and none is being asked still.
 * @throws NotAsPromised where a system has nothing of the synthetic person: then it proves nothing there
 */
function isEverywhere({ coverage, reference }: AskedView, outcome: 'restricted' | 'released'): boolean {
  if (coverage.some((line) => line.outcome === 'pending')) return false
  for (const [system, { kind }] of Object.entries(policy.systems)) {
    // Nobody goes to an archive for a person who is not there.
    if (kind === 'manual') continue
    if (coverage.some((line) => line.system === system && line.outcome === outcome)) continue
    log({ what: 'canary', reference, system, outcome: `nothing ${outcome}` })
    throw new NotAsPromised(system)
  }
  return true
}

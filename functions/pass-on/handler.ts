import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import { Instructions } from '../../adapters/instructions.ts'
import type { Whole } from '../../adapters/items.ts'
import { Busy, Leases } from '../../adapters/leases.ts'
import { Notices } from '../../adapters/notices.ts'
import { Overtaken, Requests } from '../../adapters/requests.ts'
import { Sent } from '../../adapters/sent.ts'
import { Tokens } from '../../adapters/tokens.ts'
import { dutyOf, type Notice } from '../../domain/notices.ts'
import { type Instant, shifted, wholeSecond } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import type { Heard, Recipient } from '../../recipients/contract.ts'
import { GoogleAnalytics, GoogleAnalyticsSecret } from '../../recipients/google-analytics/google-analytics.ts'
import { ByMail } from '../../recipients/mail/mail.ts'
import { OpenDsr, OpenDsrSecret } from '../../recipients/opendsr/opendsr.ts'
import { connectionOf } from '../../recipients/secret.ts'
import type { AdvanceOutput, MachineInput } from '../contract/tasks.ts'
import { logError } from '../entry/log.ts'
import { count } from '../entry/metric.ts'
import { machineInput, task } from '../entry/task.ts'
import { nextTelling, tellController } from './callbacks.ts'
import { writeToOfficer, writingTo } from './writing.ts'

const client = new DynamoDBClient({})
const requests = new Requests(required('TABLE'), client)
const tokens = new Tokens(required('TABLE'), client)
const notices = new Notices(required('TABLE'), client)
const sent = new Sent(required('TABLE'), client)
const instructions = new Instructions(required('TABLE'), client)
const leases = new Leases(required('TABLE'), client)
const secrets = new SecretsManagerClient({})

class NoSuchRequest extends Error {
  override readonly name = 'NoSuchRequest'
}

/** The lease that keeps two machines of one request from telling the same recipient at once. */
const lease = 'recipients'
/** Between two looks whether another machine is done, in ms. */
const aMinute = 60_000

export const handler = task('pass-on', z.object(machineInput), async ({ reference }: MachineInput, now, call) => {
  const seconds = Math.ceil(call.remaining() / 1000) + 5
  try {
    await leases.take(reference, lease, 'pass-on', call.id, Date.parse(now), seconds)
  } catch (error) {
    // Machines of one request wake up at the same moments: that another came first is no error that anybody needs to hear of.
    if (error instanceof Busy) return waitUntil(shifted(now, aMinute))
    throw error
  }
  try {
    return await attendAll(reference, now)
  } finally {
    await leases.giveBack(reference, lease, 'pass-on', call.id, undefined)
  }
})

async function attendAll(reference: string, now: Instant): Promise<AdvanceOutput> {
  const whole = await loaded(reference)
  // Side by side: one that does not answer holds up no other.
  await Promise.all([
    ...whole.notices.map((notice) => attend(whole, notice, now)),
    tellController(whole, instructions, secrets, now),
  ])
  return nextFor(await loaded(reference), now)
}

const waitUntil = (at: Instant): AdvanceOutput => ({ v: 1, to: 'wait', at: wholeSecond(at) })

async function loaded(reference: string): Promise<Whole> {
  const whole = await requests.load(reference)
  if (!whole) throw new NoSuchRequest()
  return whole
}

/** When there is something to do next, for as long as there is anything. */
function nextFor(whole: Whole, now: Instant): AdvanceOutput {
  const moments = whole.notices.flatMap((notice) => {
    const next = dutyOf(notice, whole.request, policy, now)
    return next ? ['at' in next ? next.at : now] : []
  })
  const telling = nextTelling(whole, now)
  const [at] = [...moments, ...(telling ? [telling] : [])].sort()
  return at ? waitUntil(at) : { v: 1, to: 'end', at: wholeSecond(now) }
}

/** Does what is due about one notice. What fails is tried again later; nothing that follows depends on it. */
async function attend(whole: Whole, notice: Notice, now: Instant): Promise<void> {
  const next = dutyOf(notice, whole.request, policy, now)
  if (!next || 'at' in next) return
  const { reference } = whole.request
  try {
    switch (next.duty) {
      case 'drop':
        return await notices.change(reference, notice, { state: 'overtaken' }, { knows: true })
      case 'give-up':
        return await giveUp(whole, notice, now)
      case 'tell':
        return await note(whole, notice, await tell(whole, notice, now), now)
      case 'ask':
        return await note(whole, notice, (await recipientOf(whole, notice, now).ask?.(notice.id)) ?? 'told', now)
      case 'remind':
        await recipientOf(whole, notice, now).remind?.(notice.id)
        return await notices.change(reference, notice, { triedAt: now }, { knows: true })
    }
  } catch (error) {
    // What the recipient said of itself meanwhile, by a callback or over its link, is no failure: it is looked at anew.
    if (error instanceof Overtaken) return
    logError(error, { what: 'recipient', reference, system: notice.recipient, event: next.duty, outcome: 'failed' })
    count('FailingSystem', 1)
    await notices.change(reference, notice, { triedAt: now }, { knows: false }).catch(() => undefined)
  }
}

async function tell(whole: Whole, notice: Notice, now: Instant): Promise<Heard> {
  const { id, act, about, takesBack } = notice
  if (!about) throw new Error('nobody knows any more who it is about')
  return recipientOf(whole, notice, now).tell({
    id,
    act,
    about: about.reveal(),
    askedAt: whole.request.receivedAt,
    ...(takesBack ? { takesBack } : {}),
  })
}

/** Keeps what a recipient said. Whom it is about is forgotten as soon as it knows. */
async function note(whole: Whole, notice: Notice, heard: Heard, now: Instant): Promise<void> {
  if (heard === 'refused') return giveUp(whole, notice, now)
  await notices.change(
    whole.request.reference,
    notice,
    {
      state: heard,
      toldAt: notice.toldAt ?? now,
      triedAt: now,
      ...(heard === 'confirmed' ? { confirmedAt: now } : {}),
    },
    { knows: true },
  )
}

async function giveUp(whole: Whole, notice: Notice, now: Instant): Promise<void> {
  await writeToOfficer(whole, notice, now)
  await notices.change(whole.request.reference, notice, { state: 'given-up' }, { knows: true })
}

/** @throws when the policy no longer says how the recipient is told */
function recipientOf(whole: Whole, notice: Notice, now: Instant): Recipient {
  const told = policy.recipients[notice.recipient]?.told
  switch (told?.kind) {
    case 'mail':
      return new ByMail(writingTo(told, whole, notice, { tokens, sent }, now))
    case 'opendsr': {
      const memory = {
        read: () => notices.processor(told.domain),
        keep: (known: Parameters<typeof notices.keepProcessor>[1]) => notices.keepProcessor(told.domain, known),
      }
      const connection = connectionOf(told.secret, OpenDsrSecret, secrets)
      return new OpenDsr(told, connection, memory, `${policy.site}/opendsr/callbacks`, Date.now)
    }
    case 'google-analytics':
      return new GoogleAnalytics(told, connectionOf(told.secret, GoogleAnalyticsSecret, secrets), Date.now)
    case undefined:
      throw new Error(`the policy does not say how ${notice.recipient} is told`)
  }
}

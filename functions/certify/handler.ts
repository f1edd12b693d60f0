import { createHash } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import canonicalize from 'canonicalize'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import type { Whole } from '../../adapters/items.ts'
import { SigningKey } from '../../adapters/keys.ts'
import { Busy } from '../../adapters/leases.ts'
import { Ledger } from '../../adapters/ledger.ts'
import { Mailing } from '../../adapters/mailing.ts'
import { Requests } from '../../adapters/requests.ts'
import {
  certificateOf,
  correctionCertificateOf,
  objectionCertificateOf,
  restrictionCertificateOf,
  weighingCertificateOf,
} from '../../domain/certificate.ts'
import { isCopyOf } from '../../domain/copy.ts'
import { decide } from '../../domain/decide.ts'
import { backupsUntil, exceptionsIn } from '../../domain/erased.ts'
import { nextForMachine, whileCopiesGo } from '../../domain/machine.ts'
import { everyList } from '../../domain/mailing.ts'
import { stoppedBy } from '../../domain/objection.ts'
import type { Person } from '../../domain/person.ts'
import type { Request } from '../../domain/request.ts'
import { type Instant, instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import type { AdvanceOutput, MachineInput } from '../contract/tasks.ts'
import { machineInput, task } from '../entry/task.ts'
import { whileOvertaken } from '../entry/while-overtaken.ts'
import { signedBy } from './jose.ts'

const client = new DynamoDBClient({})
const requests = new Requests(required('TABLE'), client)
const mailing = new Mailing(required('TABLE'), client)
const kms = new KMSClient({})
const key = new SigningKey(required('SIGNING_KEY'), kms)
const ledger = new Ledger(required('TABLE'), client, kms, required('DATA_KEY'))

export const handler = task('certify', z.object(machineInput), certify)

/**
 * Signs the certificate and closes the request in one transaction, with the ledger that lets a restored backup be erased
 * again. Of every other right the certificate is saved with the letters that tell of what was done.
 */
async function certify({ reference }: MachineInput, now: Instant): Promise<AdvanceOutput> {
  const whole = await requests.load(reference)
  if (!whole) throw new Error('no such request')
  const decision = decide(whole.request, { type: 'certified', kept: exceptionsIn(whole.answers) }, policy, now)
  if (decision.kind === 'refused') return nextForMachine(whole.request, 'look', policy, now)
  if (decision.request.status !== 'erased') {
    await stopFirst(decision.request, whole)
    const certificate = await signed(statementOf(decision.request, whole))
    return nextForMachine(await requests.save(decision, { certificate }), 'look', policy, now)
  }
  const person = 'person' in whole.request ? whole.request.person : undefined
  if (person && (await endCopies(person, now))) return whileCopiesGo(whole.request, now)
  const document = await signed(certificateOf(decision.request, whole.answers, policy, whole.notices))
  // Who was erased is not to be found on a list again, whatever an old copy of it says; by a controller, some accounts were.
  if (person && !whole.request.controller)
    await mailing.mark(person.hash, everyList, { suppressed: true, since: now, by: 'erasure' })
  // Before the erasure closes: afterwards its person is forgotten, and a call that died could end nothing any more; with a
  // restriction left open, what a law keeps would come back. A controller speaks for some of the person's accounts alone.
  const left = person && !whole.request.controller ? await supersede(person.hash, now) : undefined
  const request = await requests.save(decision, {
    certificate: document,
    // One that begins this very moment is ended too, before.
    ...(person && !whole.request.controller ? { also: [requests.stillOpen(person.hash, 'restriction', left)] } : {}),
    ...(person?.subject ? { ledger: await ledger.line(reference, person.subject, endsOf(decision.request)) } : {}),
  })
  return nextForMachine(request, 'look', policy, now)
}

/**
 * Whoever asked for the erasure, or for the copy: the certificate says that nothing is left, so what was copied goes first. A
 * copy that begins once every system has erased holds nothing of it.
 * @returns whether some are still there
 */
async function endCopies(person: Person, now: Instant): Promise<boolean> {
  const open = await Promise.all(Object.values(await requests.openOf(person.hash)).map((one) => requests.request(one)))
  const copies = open.flatMap((one) => (one && isCopyOf(one, person) ? [one.reference] : []))
  for (const reference of copies) await close(reference, now)
  return copies.length > 0
}

function statementOf(request: Request, whole: Whole): object {
  switch (request.status) {
    case 'held':
    case 'lifted':
      return restrictionCertificateOf(request, whole, policy)
    case 'stopped':
      return objectionCertificateOf(request, whole, policy)
    case 'upheld':
    case 'refused':
      return weighingCertificateOf(request, whole, policy)
    default:
      return correctionCertificateOf(request, whole.answers, policy)
  }
}

/** What a certificate says to have stopped has stopped when it is signed, whether or not the outbox came to it. */
async function stopFirst(request: Request, { waiting }: Whole): Promise<void> {
  const left = waiting.find(({ effect }) => effect.kind === 'suppress')
  const hash = 'person' in request ? request.person?.hash : undefined
  if (!left || left.doneAt || !hash) return
  for (const what of stoppedBy(request))
    await mailing.mark(hash, what, { suppressed: true, since: instant(left.at), by: 'form' })
}

/** A certificate with its signature (ES256 over its canonical form), as a file. */
async function signed(certificate: object): Promise<string> {
  const digest = createHash('sha256')
    .update(canonicalize(certificate) ?? '')
    .digest()
  return JSON.stringify({ certificate, signature: await signedBy(key, digest) }, null, 2)
}

/**
 * There is nothing left to keep unavailable, to correct or to object to: such requests of the same person close, and forget them.
 * @returns a restriction that stays open: the company doubts who asks for it, and will find nobody
 */
async function supersede(hash: string, now: Instant): Promise<string | undefined> {
  const { restriction, rectification, 'processing-objection': objection, consent } = await requests.openOf(hash)
  for (const reference of [restriction, rectification, objection, consent]) if (reference) await close(reference, now)
  if (consent) await requests.forgetConsent(hash)
  const { restriction: left } = await requests.openOf(hash)
  return left === undefined || left === restriction ? left : supersede(hash, now)
}

const close = (reference: string, now: Instant): Promise<void> => whileOvertaken(() => closeOnce(reference, now))

async function closeOnce(reference: string, now: Instant): Promise<void> {
  const open = await requests.request(reference)
  // For minutes: its machine has to be done before it can end.
  if (open?.status === 'holding') throw new Busy('a restriction has only begun')
  const decision = open && decide(open, { type: 'erased-meanwhile' }, policy, now)
  if (decision && decision.kind !== 'refused') await requests.save(decision)
}

/** When what a law keeps goes, and when no backup can hold a copy any more. */
const endsOf = (request: Request): readonly Instant[] =>
  request.status === 'erased' ? [backupsUntil(request.closedAt, policy), ...request.kept.map(({ until }) => until)] : []

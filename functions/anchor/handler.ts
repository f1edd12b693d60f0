import { createHash } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import canonicalize from 'canonicalize'
import * as z from 'zod/mini'
import { Anchors, type Place } from '../../adapters/anchors.ts'
import { required } from '../../adapters/environment.ts'
import { SigningKey } from '../../adapters/keys.ts'
import { type Anchor, anchorOf, headsOf } from '../../domain/anchor.ts'
import { beginning } from '../../domain/history.ts'
import { dayOf, daysAfter } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { signedBy } from '../certify/jose.ts'
import type { RoundOutput } from '../contract/tasks.ts'
import { task } from '../entry/task.ts'

/** A slice ends this long before the call would, in ms: longer than one part takes. */
const marginMs = 20_000

const anchors = new Anchors(
  { table: required('TABLE'), bucket: required('ANCHORS') },
  { dynamodb: new DynamoDBClient({}), s3: new S3Client({}) },
)
/** The place to go on at lies in the future: nothing of ours puts it there. */
class PlaceAhead extends Error {
  override readonly name = 'PlaceAhead'
}
const key = new SigningKey(required('SIGNING_KEY'))

/**
 * Signs what the histories of the days that are over (UTC) ended with, and puts it where nobody can take it back; a day that
 * was missed is made up for. Nothing is put for a day on which nothing was written, and it is passed over in one go with
 * the next on which something was.
 */
export const handler = task('anchor', z.object({ v: z.literal(1) }), async (_, now, call): Promise<RoundOutput> => {
  const today = dayOf(now, 'UTC')
  let known = await anchors.place()
  // Whoever sets it there keeps what is written from being anchored.
  if (known && known.day > today) throw new PlaceAhead()
  let place: Place = known ?? { day: daysAfter(today, '-P1D'), part: 1, previous: beginning }
  while (place.day < today && call.remaining() > marginMs) {
    const next = await anchored(place)
    // What comes after a part names it as the one before: unlike an empty day it has to be known at once.
    if (next.previous !== place.previous) {
      await anchors.goOn(next, known)
      known = next
    }
    place = next
  }
  if (place !== known) await anchors.goOn(place, known)
  return { v: 1, from: '', done: place.day >= today }
})

/** @returns what comes after it; with the same `previous` when it was empty */
async function anchored({ from, ...part }: Place): Promise<Place> {
  const { entries, next } = await anchors.writtenOn(part.day, from)
  const following =
    next === undefined
      ? { day: daysAfter(part.day, 'P1D'), part: 1 }
      : { day: part.day, part: part.part + 1, from: next }
  if (entries.length === 0) return { ...following, previous: part.previous }
  const anchor = anchorOf(part, headsOf(entries), policy)
  const kept = await anchors.keep(part, { anchor, signature: await signedBy(key, digestOf(anchor)) })
  return { ...following, previous: digestOf(kept).toString('hex') }
}

const digestOf = (anchor: Anchor): Buffer =>
  createHash('sha256')
    .update(canonicalize(anchor) ?? '')
    .digest()

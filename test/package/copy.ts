import { type CopyFacts, type Covered, Package, type PackageFacts } from '../../package/package.ts'
import type { DataRecord } from '../../systems/contract.ts'
import { bucket, type Office, signing } from './office.ts'
import { all, factsOf } from './sample.ts'

let made = 0
export const newReference = () => `OB-TEST-${String(made++).padStart(4, '0')}`
export const never = () => false

export const covered = (
  system: string,
  category: string,
  found: number,
  outcome: Covered['outcome'] = found > 0 ? 'given' : 'none',
): Covered => ({ system, category, found, outcome })

/** Gathers what a system gives, all in one slice. */
export const gather = (
  office: Office,
  reference: string,
  system: string,
  records: Iterable<DataRecord> | AsyncIterable<DataRecord>,
  { round = 1, ...facts }: Partial<CopyFacts> & { round?: number } = {},
) =>
  new Package(office.gatherer(system), bucket, reference, round).gather(
    system,
    Symbol.asyncIterator in records ? records : all(records),
    { n: 1, enough: never },
    factsOf(facts),
  )

/** Puts a copy together, in one slice, and fetches it by its address. */
export async function assembled(office: Office, facts: PackageFacts, round = 1): Promise<Buffer> {
  const copy = new Package(office.packer(), bucket, facts.reference, round)
  const { done } = await copy.assemble(facts, signing, { enough: never })
  const zip = await fetched(office, facts.reference, round)
  if (done?.bytes !== zip.length) throw new Error(`${done?.bytes} bytes were said, ${zip.length} are there`)
  return zip
}

export async function fetched(office: Office, reference: string, round = 1): Promise<Buffer> {
  const answer = await fetch(await new Package(office.giver(), bucket, reference, round).address(60, 'copy.zip'))
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return Buffer.from(await answer.arrayBuffer())
}

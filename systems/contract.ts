/**
 * What every system that keeps personal data can do. Each verb is idempotent, may be killed at any
 * point and called again, and needs bounded memory whatever the subject owns.
 */

import type { Readable } from 'node:stream'

/** Whose data: values by kind of key, e.g. { account: ['a-17'], email: ['ada@example.org'] }. Personal data. */
export type Subject = { readonly keys: Readonly<Record<string, readonly string[]>> }

export type Finding = {
  readonly category: string
  /** Records where the company's application would see them. */
  readonly live: number
  /** Records that only Oblige can read. */
  readonly restricted: number
}

/** One record as the system holds it, for an export. */
export type DataRecord = {
  readonly category: string
  readonly source: string
  readonly data: unknown
  /** Set on the last record of a batch: where an export that stops here goes on. May name keys, so it is personal data. */
  readonly next?: string
}

/** `data` of a record that is a file; `body` streams its content, which is never whole in memory. */
export type FileData = {
  /** Path below the person's own folder. */
  readonly name: string
  readonly versionId: string
  /** ISO instant. */
  readonly modified: string
  /** Bytes. */
  readonly size: number
  /** The version that the company's application sees now; others are older ones that are still kept. */
  readonly current: boolean
  body(): Promise<Readable>
}

export type Receipt = {
  readonly category: string
  /** Of a correction: which field it was. */
  readonly field?: string
  readonly outcome: 'done' | 'kept' | 'not-found' | 'failed'
  /** Records handled in this call (a sum over all calls is the whole); with `kept`, all that are kept. */
  readonly count: number
  /** Id of the retention exception, with `kept`. */
  readonly exception?: string
  /** Error name, with `failed`; never a value. */
  readonly reason?: string
}

/** One slice of work: `enough()` turns true when the time of this call runs out; `from` is what the slice before gave. */
export type Slice = { readonly reference: string; readonly from?: string; enough(): boolean }

/** `next` is set when work is left; it may name keys, so it is personal data and stays in the store. */
export type Progress = { readonly receipts: readonly Receipt[]; readonly next?: string }

/** Categories kept by law at erasure: they stay restricted. */
export type Exceptions = ReadonlyArray<{ readonly id: string; readonly category: string }>

/** `field` is a field of the policy, or `statement`: what the person said about records that stay as they are. */
export type Correction = { readonly category: string; readonly field: string; readonly value: string }

export interface System {
  find(subject: Subject): Promise<readonly Finding[]>
  /**
   * Live and restricted records alike, from the beginning or from a record's `next`. A record that moves between live
   * and restricted meanwhile can be given twice or not at all: compare with `find` at the end.
   */
  export(subject: Subject, from?: string): AsyncIterable<DataRecord>
  /** Unavailable to everyone else, not deleted. */
  restrict(subject: Subject, slice: Slice): Promise<Progress>
  /** Back, byte for byte. */
  release(subject: Subject, slice: Slice): Promise<Progress>
  /** Live and restricted records alike; a receipt for each correction. */
  rectify(subject: Subject, corrections: readonly Correction[], slice: Slice): Promise<Progress>
  erase(subject: Subject, except: Exceptions, slice: Slice): Promise<Progress>
}

import type { Place } from '../../adapters/indexes.ts'
import { isReference } from '../../domain/reference.ts'

/** Where a page of requests begins, as an address says it. */
export const nameOfPlace = ({ due, reference }: Place): string => `${due}~${reference}`

/** What `nameOfPlace` made: no more than an instant and a reference, and nothing else is understood. */
export function placeIn(from: string | undefined): Place | undefined {
  const [, due, reference] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)~(.+)$/.exec(from ?? '') ?? []
  return due && reference && isReference(reference) ? { due, reference } : undefined
}

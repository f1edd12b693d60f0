import type { Event, Status } from './request.ts'

/**
 * Every transition there is: status, event, the statuses it can lead to, and what it means.
 * Whatever is not here is refused. docs/lifecycle.md is drawn from this table.
 */
export const lifecycle = [
  ['unverified', 'asked-again', ['unverified'], 'A new link; the date of receipt stays'],
  [
    'unverified',
    'confirmed',
    ['restricting', 'holding', 'gathering', 'stopping', 'stopped', 'not-found', 'duplicate'],
    'The address is proven; the directory names whose it is',
  ],
  ['restricting', 'restriction-settled', ['grace'], 'Every system answered, or is being asked again'],
  ['restricting', 'restore-asked', ['restoring'], 'The person wants everything back'],
  ['grace', 'restriction-settled', ['grace'], 'A system that was down answered'],
  [
    'grace',
    'moment-reached',
    ['grace', 'erasing'],
    'A reminder; or the grace period ended: erasure claims the request',
  ],
  ['grace', 'restore-asked', ['restoring'], 'The person wants everything back'],
  ['grace', 'erase-now-asked', ['erasing'], 'The person waives the rest of the grace period'],
  ['restoring', 'release-settled', ['restoring', 'restored'], 'Back, byte for byte, in every system'],
  ['erasing', 'erasure-settled', ['erasing'], 'Erased and checked in every system, or being asked again'],
  ['erasing', 'certified', ['erased'], 'The certificate is signed, the ledger written'],
  ['holding', 'restriction-settled', ['held'], 'Every system answered, or is being asked again'],
  ['holding', 'restore-asked', ['lifting'], 'The person wants everything back'],
  ['held', 'restriction-settled', ['held'], 'A system that was down answered'],
  ['held', 'restore-asked', ['lifting'], 'The person wants everything back: at any time'],
  [
    'held',
    'erased-meanwhile',
    ['superseded'],
    'An erasure of the same person is done; personal data leave the request',
  ],
  ['lifting', 'release-settled', ['lifting', 'lifted'], 'Back, byte for byte, in every system'],
  [
    'lifting',
    'erased-meanwhile',
    ['superseded'],
    'An erasure of the same person is done; personal data leave the request',
  ],
  ['lifted', 'told', ['lifted'], 'The person was told; personal data leave the request'],
  ['gathering', 'gathered', ['gathering'], 'Every system gave what it holds, or is being asked again'],
  ['gathering', 'packaged', ['ready'], 'The copy is put together; the person is told'],
  ['gathering', 'withdraw-asked', ['withdrawing'], 'The person does not want the copy any more'],
  ['ready', 'gathered', ['ready'], 'A system that was down gave what it holds'],
  ['ready', 'packaged', ['ready'], 'The copy is put together again, with what was missing'],
  ['ready', 'code-asked', ['ready'], 'A code goes to the proven address'],
  ['ready', 'code-wrong', ['ready'], 'A code was mistyped, or is over'],
  ['ready', 'downloaded', ['ready'], 'The right code: the copy can be fetched for a short time'],
  ['ready', 'moment-reached', ['ready', 'discarding'], 'A reminder; or the time to fetch the copy is over'],
  ['ready', 'withdraw-asked', ['withdrawing'], 'The person does not want the copy any more'],
  ['withdrawing', 'discarded', ['withdrawn'], 'What was gathered is deleted; the person is told'],
  ['discarding', 'discarded', ['discarded'], 'The copy is deleted; the person is told'],
  ['discarded', 'told', ['discarded'], 'The time to ask again with one click is over; personal data leave the request'],
  ['withdrawn', 'told', ['withdrawn'], 'The person was told; personal data leave the request'],
  [
    'stopping',
    'mailing-settled',
    ['stopping', 'stopped'],
    'Every system took the person off its lists, or is asked again',
  ],
  ['stopped', 'told', ['stopped'], 'The person was told; personal data leave the request'],
  ['restored', 'told', ['restored'], 'The person was told; personal data leave the request'],
  ['erased', 'told', ['erased'], 'The person was told; personal data leave the request'],
  ['not-found', 'told', ['not-found'], 'The person was told; personal data leave the request'],
  ['duplicate', 'told', ['duplicate'], 'The person was told; personal data leave the request'],
] as const satisfies ReadonlyArray<readonly [Status, Event['type'], readonly Status[], string]>

/** The statuses an event can lead to from here; none: refused. */
export const leadsTo = (from: Status, event: Event['type']): readonly Status[] =>
  lifecycle.find(([status, type]) => status === from && type === event)?.[2] ?? []

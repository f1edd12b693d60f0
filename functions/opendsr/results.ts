import { Temporal } from 'temporal-polyfill'
import type { In } from '../../domain/request.ts'
import { Package } from '../../package/package.ts'
import { policy } from '../../policy/in-force.ts'
import type { packages } from '../package/bucket.ts'

/** Where a finished copy can be fetched for as long as the policy's links last. */
export const addressOf = ({ reference, round }: In<'ready'>, { client, name }: ReturnType<typeof packages>) =>
  new Package(client, name, reference, round).address(
    Temporal.Duration.from(policy.periods.downloadLink).total('seconds'),
    `data-${reference}.zip`,
  )

import type { Backups } from '../../adapters/backups.ts'
import type { Ledger } from '../../adapters/ledger.ts'
import type { Requests } from '../../adapters/requests.ts'
import type { Instant } from '../../domain/time.ts'
import { instant } from '../../domain/time.ts'
import type { Job } from './pages.ts'
import { tried } from './tried.ts'

/** Later than any line of the ledger is due. */
const everything = '9999'

/** After a restored backup was reported, everybody in the ledger is erased again; whom the last report reached already, not. */
export const eraseAgain =
  (requests: Requests, ledger: Ledger, backups: Backups): Job =>
  async (from, now) => {
    const report = await backups.reported()
    if (!report || report.doneAt) return undefined
    const { lines, next } = await ledger.dueBy(everything, from)
    for (const { reference } of lines)
      if (!(await hasBegun(reference, instant(report.at), requests)))
        await tried(requests, reference, { type: 'backup-restored' }, now)
    if (next === undefined) await backups.allBegun(report.at, now)
    return next
  }

async function hasBegun(reference: string, since: Instant, requests: Requests): Promise<boolean> {
  const whole = await requests.load(reference)
  return whole?.history.some(({ event, at }) => event === 'backup-restored' && at >= since) ?? true
}

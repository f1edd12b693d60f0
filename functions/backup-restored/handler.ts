import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { Backups } from '../../adapters/backups.ts'
import { required } from '../../adapters/environment.ts'
import { Machines } from '../../adapters/machines.ts'
import { forCompany, notPossible } from '../entry/company.ts'
import { Restored } from './shape.ts'

const backups = new Backups(required('TABLE'), new DynamoDBClient({}))
const machines = new Machines()

/**
 * The company restored a backup of a system (POST): who was erased since it was made is erased again, at once. GET says how
 * far that is: until `left` is 0 and `all` is true the system should not go back to work.
 */
export const handler = forCompany('backup-restored', Restored, async ({ body: { system }, method, now }) => {
  if (method === 'POST' && system === undefined) throw notPossible('which-system')
  const report = system === undefined ? await backups.reported() : await reported(system, now)
  return {
    system: report?.system ?? null,
    reportedAt: report?.at ?? null,
    all: report?.doneAt !== undefined,
    left: await backups.beingErased(),
  }
})

async function reported(system: string, now: string) {
  const report = await backups.report(system, now)
  await machines.startRound(required('ROUND_MACHINE'), `restored-${Date.parse(now)}`)
  return report
}

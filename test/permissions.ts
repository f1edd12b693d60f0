/**
 * `npm run permissions`: what every role may do on what, how often the last run of the whole house needed it, and why a
 * role has what nothing needed. With the address of a running local cloud's control (`npm run permissions -- URL`): what
 * that cloud has needed since its start.
 */
import type { Permission } from '../local/gateway/iam/usage.ts'
import { type Granted, granted, lastLeft } from './granted.ts'

const [control] = process.argv.slice(2)

async function told(): Promise<readonly Permission[]> {
  if (!control) return lastLeft()
  const answer = await fetch(new URL('/permissions', control))
  if (!answer.ok) throw new Error(`${control} answered ${answer.status}`)
  return (await answer.json()) as Permission[]
}

let all: readonly Granted[]
try {
  all = granted(await told())
} catch (error) {
  const why = error instanceof Error ? error.message : String(error)
  console.error(
    control
      ? `The local cloud could not be asked: ${why}`
      : `Nothing is known yet (${why}). Run the whole house once: npm run unit -- test/cloud/whole.test.ts`,
  )
  process.exit(1)
}
const unused = all.filter(({ used }) => used === 0)
console.log('   calls  permission')
for (const { permission, used, reason } of all)
  console.log(
    `${String(used).padStart(8)}  ${permission}${used === 0 ? `\n          ${reason ?? 'no reason is known'}` : ''}`,
  )
const unexplained = unused.filter(({ reason }) => !reason)
console.log(
  `\n${all.length} permissions: ${all.length - unused.length} needed, ${unused.length - unexplained.length} not needed here for a reason, ${unexplained.length} for none`,
)

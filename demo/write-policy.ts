/** Writes demo/policy.json, which tests read as the policy in force, from demo/policy.ts. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checked } from '../policy/load.ts'
import policy from './policy.ts'

writeFileSync(join(import.meta.dirname, 'policy.json'), `${JSON.stringify(checked(policy), null, 2)}\n`)

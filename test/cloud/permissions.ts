import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { granted, leave, stale } from '../granted.ts'
import { long } from '../long.ts'
import { unneeded } from '../unneeded.ts'
import { house } from './one-house.ts'

test(
  'every permission of every role was needed by a story, or stands in a list with the reason for it; and what stands there was not',
  long,
  () => {
    const permissions = house.cloud.permissions()
    // `npm run permissions` tells from it.
    leave(permissions)
    const all = granted(permissions)
    expect(all.filter(({ used }) => used > 0).length).toBeGreaterThan(400)
    expect(all.filter(({ used, reason }) => used === 0 && !reason).map(({ permission }) => permission)).toEqual([])
    expect(stale(all)).toEqual([])
    const tests = unneeded.flatMap(({ shownBy }) => shownBy ?? [])
    const root = join(import.meta.dirname, '..', '..')
    expect(tests.filter((file) => !existsSync(join(root, file)))).toEqual([])
  },
)

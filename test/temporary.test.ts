import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const place = mkdtempSync(join(tmpdir(), 'temporary-'))
const program = `import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from ${JSON.stringify(join(import.meta.dirname, 'temporary.ts'))}
const folder = temporaryFolder()
writeFileSync(join(folder, 'left.txt'), 'left')
console.log(folder)`
const how = { env: { ...process.env, TMPDIR: place } }

test('what a run writes for a while goes with it', () => {
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { ...how, encoding: 'utf8' })
  expect(stdout).toContain(place)
  expect(readdirSync(place)).toEqual([])
})

test('what a killed run left goes with the next one, and that of a running one stays', async () => {
  const running = spawn(process.execPath, ['--input-type=module', '-e', `${program}\nsetInterval(() => 0, 1000)`], how)
  const [said] = (await once(running.stdout, 'data')) as [Buffer]
  const left = said.toString().trim()
  const another = () => spawnSync(process.execPath, ['--input-type=module', '-e', program], how)
  another()
  expect(existsSync(join(left, 'left.txt'))).toBe(true)
  running.kill('SIGKILL')
  await once(running, 'exit')
  another()
  expect(readdirSync(place)).toEqual([])
})

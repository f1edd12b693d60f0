import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { openPromise } from 'yauzl'
import { long } from '../long.ts'

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'oblige-large-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/**
 * Records, files, bytes of a file, and what a process may take, MB: several times as much as it holds at once. `npm run
 * bench -- --full` takes 5.4 GB, so that zip64 is needed (here directory.test.ts shows what it writes).
 */
const full = process.env.COPY === 'full'
const [records, files, bytes, heap, memory] = full
  ? [200_000, 40, 128 * 2 ** 20, 256, 450]
  : [60_000, 4, 128 * 2 ** 20, 128, 300]

test(`${records} records and ${files} films of 134 MB pass through a process of ${memory} MB, slice by slice`, {
  ...long,
  timeout: 600_000,
}, async () => {
  const zip = join(folder, 'copy.zip')
  const program = join(import.meta.dirname, 'large-subject.ts')
  const { stdout } = await run(process.execPath, [
    `--max-old-space-size=${heap}`,
    program,
    ...[records, files, bytes].map(String),
    zip,
  ])
  const said = JSON.parse(stdout) as {
    bytes: number
    size: number
    files: number
    slices: number
    peakMegabytes: number
  }
  expect(said.size).toBe(said.bytes)
  expect(said.size).toBeGreaterThan(files * bytes)
  expect(said.slices).toBeGreaterThan(files)
  expect(said.peakMegabytes).toBeLessThan(memory)

  const archive = await openPromise(zip, { strictFileNames: true })
  let counted = 0
  let films = 0
  for await (const { fileName, uncompressedSize } of archive.eachEntry()) {
    counted++
    if (fileName.endsWith('.mp4') && uncompressedSize === bytes) films++
  }
  expect([counted, films]).toEqual([said.files, files])
  if (existsSync('/usr/bin/unzip')) expect((await run('unzip', ['-tq', zip])).stdout).toContain('No errors detected')
})

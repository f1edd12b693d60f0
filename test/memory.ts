import { existsSync, mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeAbandoned } from './temporary.ts'

/** Linux's file system in memory (man 7 shm_overview); other systems have none by this name. */
const memory = '/dev/shm'
/** Two houses side by side take less at the end of their tests, bytes. Containers often have 64 MB there. */
const room = 2 ** 30

/**
 * A new folder for what a test writes all the time and throws away: in memory if there is room, because every write of a
 * store waits for its disk, a third of the time that a house takes; else where temporary files are.
 */
export function quickFolder(prefix: string): string {
  if (!existsSync(memory)) return mkdtempSync(join(tmpdir(), prefix))
  // A test that was killed could not remove its own, and memory is not emptied like a folder of temporary files.
  removeAbandoned(memory, prefix)
  const { bavail, bsize } = statfsSync(memory)
  return mkdtempSync(join(bavail * bsize < room ? tmpdir() : memory, `${prefix}${process.pid}-`))
}

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Folders in use by this process: after kill -9 a new process may get the old one's number. */
const here = new Set<string>()

/** Keeps a second local cloud from the same state folder. Answers how to give it back. @throws when one runs there */
export function lock(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'process')
  const other = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  if (here.has(folder) || (other !== process.pid && runs(other)))
    throw new Error(`another local cloud uses this state folder (process ${other || process.pid})`)
  here.add(folder)
  writeFileSync(file, String(process.pid))
  return () => {
    here.delete(folder)
    rmSync(file, { force: true })
  }
}

function runs(pid: number): boolean {
  if (!pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // A process of somebody else runs as well.
    return (error as { code?: string }).code === 'EPERM'
  }
}

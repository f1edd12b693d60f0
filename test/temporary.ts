import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const prefix = 'oblige-tests-'

/** A new folder for all temporary files of this process and of those that it starts; removed when it ends. */
export function temporaryFolder(): string {
  const place = tmpdir()
  removeAbandoned(place)
  const folder = mkdtempSync(join(place, `${prefix}${process.pid}-`))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** What a run left that was killed: its process is no more. */
export function removeAbandoned(place: string, ofWhom = prefix): void {
  for (const name of readdirSync(place)) {
    const pid = name.startsWith(ofWhom) ? Number(name.slice(ofWhom.length).split('-')[0]) : 0
    if (pid > 0 && !isRunning(pid)) rmSync(join(place, name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as { code?: string }).code !== 'ESRCH'
  }
}

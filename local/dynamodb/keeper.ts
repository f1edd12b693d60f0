/**
 * Runs Java for as long as the process that started this one lives: that process holds the other end of our standard
 * input, which the operating system closes for it even when it is killed with -9. So no database is left behind.
 */
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'

/** Time to close its files after SIGTERM, ms of real time; SQLite repairs what is left after a kill. */
const graceMs = 3000

const [pidFile = '', ...java] = process.argv.slice(2)
const child = spawn('java', java, { stdio: ['ignore', 'ignore', 'inherit'] })
if (pidFile && child.pid) writeFileSync(pidFile, String(child.pid))

function end(): void {
  child.kill()
  setTimeout(() => child.kill('SIGKILL'), graceMs).unref()
}
process.stdin.on('close', end).resume()
process.on('SIGTERM', end)
child.on('error', () => process.exit(1))
child.on('exit', (code) => process.exit(code ?? 1))

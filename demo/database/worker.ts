/** The thread of the database: PGlite is busy while it works, and the company's pages and the cloud should not wait. */
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import type { Ready, Start } from './database.ts'
import { openFront } from './front.ts'

const { folder, port, passwords } = workerData as Start
const db = await PGlite.create({ dataDir: folder, relaxedDurability: false })
for (const role of Object.keys(passwords)) {
  const known = await db.query('select 1 from pg_roles where rolname = $1', [role])
  if (known.rows.length === 0) await db.exec(`create role ${role} login`)
}
const { rows } = await db.query<{ name: string }>('select current_database() as name')
const name = rows[0]?.name ?? 'postgres'
await db.exec(`grant create on database "${name}" to company`)

const answer = (message: Ready) => parentPort?.postMessage(message)
try {
  const front = await openFront(db, passwords, port)
  parentPort?.once('message', async () => {
    await front.stop()
    await db.close()
    parentPort?.close()
  })
  answer({ port: front.port, database: name })
} catch (error) {
  await db.close()
  answer({ failed: error instanceof Error && 'code' in error ? String(error.code) : 'failed' })
}

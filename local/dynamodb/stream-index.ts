import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Where DynamoDB Local keeps all tables (`-sharedDb`), and the records of their streams among them. */
const file = 'shared-local-instance.db'
const records = 'us'

/**
 * At every call to a table that has a stream DynamoDB Local looks for the stream's oldest record, and reads what is older of
 * every other stream on its way, because its SQLite file has no index for it: with thousands of records each call takes
 * milliseconds. SQLite keeps an index that is made once, and finds by it. To be called before DynamoDB Local starts; of a
 * new folder, whose file it makes itself, the next start makes the index.
 */
export function indexStreams(folder: string): void {
  const path = join(folder, file)
  if (!existsSync(path)) return
  const database = new DatabaseSync(path)
  try {
    const columns = database.prepare('SELECT name FROM pragma_table_info(?)').all(records)
    if (columns.some(({ name }) => name === 'StreamID'))
      database.exec(`CREATE INDEX IF NOT EXISTS byStream ON ${records} (StreamID)`)
  } finally {
    database.close()
  }
}

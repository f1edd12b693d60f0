import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

type Versioning = 'Enabled' | 'Suspended' | undefined
export type Bucket = {
  readonly name: string
  /** ISO instant. */
  readonly created: string
  readonly versioning: Versioning
  /** The bucket policy as JSON. */
  readonly policy: string | undefined
}

/** One version of an object, or a delete marker, without its bytes. */
export type Version = {
  readonly bucket: string
  readonly key: string
  /** Grows with every version in the store: the newest version of a key has the highest. */
  readonly order: number
  /** `null` where the bucket keeps no versions, as S3 calls it. */
  readonly id: string
  readonly marker: boolean
  readonly size: number
  readonly etag: string
  /** ISO instant. */
  readonly modified: string
  /** Headers to answer with: content type, metadata, checksums. */
  readonly headers: Readonly<Record<string, string>>
  readonly tags: Readonly<Record<string, string>>
}
export type NewVersion = Pick<Version, 'bucket' | 'key' | 'etag' | 'modified' | 'headers' | 'tags'>

const tables = `
  CREATE TABLE IF NOT EXISTS buckets (name TEXT PRIMARY KEY, created TEXT NOT NULL, versioning TEXT, policy TEXT);
  CREATE TABLE IF NOT EXISTS contents ("order" INTEGER PRIMARY KEY AUTOINCREMENT, bytes BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS versions (
    bucket TEXT NOT NULL, key TEXT NOT NULL, "order" INTEGER NOT NULL, id TEXT NOT NULL, marker INTEGER NOT NULL,
    size INTEGER NOT NULL, etag TEXT NOT NULL, modified TEXT NOT NULL, headers TEXT NOT NULL, tags TEXT NOT NULL,
    PRIMARY KEY (bucket, key, "order" DESC)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS uploads (
    id TEXT PRIMARY KEY, bucket TEXT NOT NULL, key TEXT NOT NULL, headers TEXT NOT NULL, tags TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS parts (
    upload TEXT NOT NULL, number INTEGER NOT NULL, etag TEXT NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY (upload, number)
  );
  CREATE TABLE IF NOT EXISTS pieces (
    "order" INTEGER NOT NULL, start INTEGER NOT NULL, size INTEGER NOT NULL, upload TEXT NOT NULL,
    number INTEGER NOT NULL, PRIMARY KEY ("order", start)
  ) WITHOUT ROWID;
`

type Row = Readonly<Record<string, unknown>>

/**
 * Buckets and versions in one SQLite file: a change is there whole or not at all, kill -9 included. What is deleted is
 * overwritten (secure_delete, no write-ahead log), so that erased data do not linger in free pages.
 */
export class Store {
  readonly database: DatabaseSync
  /** Days for which nothing that is put into a bucket can be removed (Object Lock, default retention in compliance mode). */
  readonly retention = new Map<string, number>()
  readonly #statements = new Map<string, ReturnType<DatabaseSync['prepare']>>()

  constructor(file: string) {
    mkdirSync(dirname(file), { recursive: true })
    this.database = new DatabaseSync(file)
    // The operating system keeps what a killed process wrote: only a power cut would need a sync on every change.
    this.database.exec('PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = OFF; PRAGMA secure_delete = ON')
    this.database.exec(tables)
  }

  one(sql: string, ...values: readonly (string | number | null | Uint8Array)[]): Row | undefined {
    return this.#prepared(sql).get(...values) as Row | undefined
  }

  all(sql: string, ...values: readonly (string | number | null)[]): readonly Row[] {
    return this.#prepared(sql).all(...values) as Row[]
  }

  run(sql: string, ...values: readonly (string | number | null | Uint8Array)[]): void {
    this.#prepared(sql).run(...values)
  }

  /** All of it or nothing. */
  atOnce<T>(work: () => T): T {
    if (this.database.isTransaction) return work()
    this.database.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.database.exec('COMMIT')
      return result
    } catch (error) {
      this.database.exec('ROLLBACK')
      throw error
    }
  }

  bucket(name: string): Bucket | undefined {
    const row = this.one('SELECT * FROM buckets WHERE name = ?', name)
    return row && bucketOf(row)
  }

  buckets(): readonly Bucket[] {
    return this.all('SELECT * FROM buckets ORDER BY name').map(bucketOf)
  }

  /** Adds the newest version of a key; where the bucket keeps no versions, it takes the place of the one before. */
  add(version: NewVersion, bytes: Buffer): Version {
    return this.#put(version, bytes, false)
  }

  /** Adds a version that is made of parts of an upload: they stay parts, since together they can be more than one value takes. */
  compose(version: NewVersion, upload: string, parts: readonly { number: number; size: number }[]): Version {
    return this.atOnce(() => {
      const size = parts.reduce((sum, part) => sum + part.size, 0)
      const added = this.#put(version, Buffer.alloc(0), false, size)
      let start = 0
      for (const part of parts) {
        this.run('INSERT INTO pieces VALUES (?, ?, ?, ?, ?)', added.order, start, part.size, upload, part.number)
        start += part.size
      }
      return added
    })
  }

  /** Keys under a prefix whose newest version is older than an instant. */
  keysBefore(bucket: string, prefix: string, instant: string): readonly string[] {
    const rows = this.all(
      'SELECT key FROM versions WHERE bucket = ? AND substr(key, 1, ?) = ? GROUP BY key HAVING max(modified) < ?',
      ...[bucket, prefix.length, prefix, instant],
    )
    return rows.map(({ key }) => String(key))
  }

  /** Hides a key behind a delete marker. */
  mark(bucket: string, key: string, modified: string): Version {
    return this.#put({ bucket, key, modified, etag: '', headers: {}, tags: {} }, Buffer.alloc(0), true)
  }

  #put(version: NewVersion, bytes: Buffer, marker: boolean, size = bytes.length): Version {
    return this.atOnce(() => {
      const { bucket, key, etag, modified } = version
      this.run('INSERT INTO contents (bytes) VALUES (?)', bytes)
      const order = Number(this.one('SELECT last_insert_rowid() AS id')?.id)
      const kept = this.bucket(bucket)?.versioning === 'Enabled'
      const before = kept ? undefined : this.version(bucket, key, 'null')
      if (before) this.remove(before)
      const id = kept ? `${order.toString(36).padStart(10, '0')}${randomBytes(11).toString('hex')}` : 'null'
      const [headers, tags] = [JSON.stringify(version.headers), JSON.stringify(version.tags)]
      const row = [bucket, key, order, id, Number(marker), size, etag, modified, headers, tags]
      this.run('INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', ...row)
      return { ...version, order, id, marker, size }
    })
  }

  /** The version with this id; without one, the newest. */
  version(bucket: string, key: string, id?: string): Version | undefined {
    const ofKey = 'SELECT * FROM versions WHERE bucket = ? AND key = ?'
    const row =
      id === undefined
        ? this.one(`${ofKey} ORDER BY "order" DESC LIMIT 1`, bucket, key)
        : this.one(`${ofKey} AND id = ?`, bucket, key, id)
    return row && versionOf(row)
  }

  /** The first version after a place in a bucket's list: by key (UTF-8), a key's newest first. */
  next(bucket: string, { key, order }: { key: string; order: number }): Version | undefined {
    const row =
      this.one('SELECT * FROM versions WHERE bucket = ? AND key = ? AND "order" < ? LIMIT 1', bucket, key, order) ??
      this.one('SELECT * FROM versions WHERE bucket = ? AND key > ? ORDER BY key, "order" DESC LIMIT 1', bucket, key)
    return row && versionOf(row)
  }

  /** Bytes of a version from `start`, `length` of them. */
  bytes({ order, size }: Version, start = 0, length = size): Buffer {
    // SQLite's substr of nothing is NULL.
    if (length === 0) return Buffer.alloc(0)
    const pieces = this.all(
      'SELECT * FROM pieces WHERE "order" = ? AND start < ? AND start + size > ? ORDER BY start',
      order,
      start + length,
      start,
    )
    if (pieces.length === 0)
      return this.#cut('SELECT substr(bytes, ?, ?) AS bytes FROM contents WHERE "order" = ?', start, length, order)
    const ofPart = 'SELECT substr(bytes, ?, ?) AS bytes FROM parts WHERE upload = ? AND number = ?'
    return Buffer.concat(
      pieces.map((piece) => {
        const [at, pieceSize] = [Number(piece.start), Number(piece.size)]
        const from = Math.max(0, start - at)
        const until = Math.min(pieceSize, start + length - at)
        return this.#cut(ofPart, from, until - from, String(piece.upload), Number(piece.number))
      }),
    )
  }

  #cut(sql: string, start: number, length: number, ...of: readonly (string | number)[]): Buffer {
    const bytes = this.one(sql, start + 1, length, ...of)?.bytes as Uint8Array
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  tag({ bucket, key, order }: Version, tags: Version['tags']): void {
    const where = 'WHERE bucket = ? AND key = ? AND "order" = ?'
    this.run(`UPDATE versions SET tags = ? ${where}`, JSON.stringify(tags), bucket, key, order)
  }

  /** Until when nobody can remove a version (ISO instant); undefined where its bucket locks nothing. A marker is never locked. */
  retainedUntil({ bucket, marker, modified }: Version): string | undefined {
    const days = this.retention.get(bucket)
    if (days === undefined || marker) return undefined
    return new Date(Date.parse(modified) + days * 86_400_000).toISOString()
  }

  /** Removes a version and its bytes for good. */
  remove({ bucket, key, order }: Version): void {
    this.atOnce(() => {
      this.run('DELETE FROM versions WHERE bucket = ? AND key = ? AND "order" = ?', bucket, key, order)
      this.run('DELETE FROM contents WHERE "order" = ?', order)
      // A part belongs to one version at most.
      for (const { upload, number } of this.all('SELECT upload, number FROM pieces WHERE "order" = ?', order))
        this.run('DELETE FROM parts WHERE upload = ? AND number = ?', String(upload), Number(number))
      this.run('DELETE FROM pieces WHERE "order" = ?', order)
    })
  }

  close(): void {
    if (this.database.isOpen) this.database.close()
  }

  #prepared(sql: string) {
    const statement = this.#statements.get(sql) ?? this.database.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}

const bucketOf = ({ name, created, versioning, policy }: Row): Bucket => ({
  name: String(name),
  created: String(created),
  versioning: versioning === 'Enabled' || versioning === 'Suspended' ? versioning : undefined,
  policy: typeof policy === 'string' ? policy : undefined,
})

const versionOf = (row: Row): Version => ({
  bucket: String(row.bucket),
  key: String(row.key),
  order: Number(row.order),
  id: String(row.id),
  marker: row.marker === 1,
  size: Number(row.size),
  etag: String(row.etag),
  modified: String(row.modified),
  headers: JSON.parse(String(row.headers)) as Record<string, string>,
  tags: JSON.parse(String(row.tags)) as Record<string, string>,
})

/** Whether this could be the id of a version. */
export const versionId = (id: string): boolean => id === 'null' || /^[\da-z]{10}[\da-f]{22}$/.test(id)

/** Where a version stands (or stood: it may be deleted since) among the versions of its key. */
export const orderOf = (id: string): number | undefined =>
  id !== 'null' && versionId(id) ? Number.parseInt(id.slice(0, 10), 36) : undefined

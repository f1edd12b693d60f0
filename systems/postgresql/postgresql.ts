import type { PostgresPolicy } from '../../policy/systems.ts'
import type { Subject } from '../contract.ts'
import { RowSystem } from '../rows/rows.ts'
import type { Places } from '../vault/vault.ts'
import { Catalog } from './catalog.ts'
import type { Database } from './database.ts'
import { Table } from './table.ts'

/** A schema of a company in PostgreSQL, its tables in the policy's order: parents before children. `vault` is Oblige's own. */
export class PostgreSqlSystem extends RowSystem {
  constructor(name: string, part: PostgresPolicy, database: Database, vault: Places, batch?: number) {
    const of = (subject: Subject) => {
      const catalog = new Catalog(part.schema)
      return part.tables.flatMap((table) =>
        (subject.keys[table.owner] ?? []).map((value) => new Table(database, catalog, part.schema, table, value)),
      )
    }
    super(
      name,
      part.tables.map((table) => table.category),
      vault,
      of,
      batch,
    )
  }
}

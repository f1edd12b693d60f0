import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { DynamoDbPolicy } from '../../policy/systems.ts'
import type { Subject } from '../contract.ts'
import { RowSystem } from '../rows/rows.ts'
import type { Places } from '../vault/vault.ts'
import { Table } from './table.ts'

/** The tables of a company in DynamoDB. `client` reaches them; `vault` is Oblige's own. */
export class DynamoDbSystem extends RowSystem {
  constructor(name: string, part: DynamoDbPolicy, client: DynamoDBClient, vault: Places, batch?: number) {
    const of = (subject: Subject) =>
      part.tables.flatMap((table) => (subject.keys[table.owner] ?? []).map((value) => new Table(client, table, value)))
    super(
      name,
      part.tables.map((table) => table.category),
      vault,
      of,
      batch,
    )
  }
}

/**
 * The kinds of systems: what a policy says of each, which data it holds, and by which names the company knows its places.
 * docs/add-a-system.md leads through a kind of one's own.
 */
import * as z from 'zod/mini'
import { address, name, period, region, text } from './shapes.ts'

/** Where in a table that lies which can be corrected (GDPR Art. 16). */
const corrected = {
  /** Attributes or columns by the name of the field in `correctable`; never a key. */
  fields: z.optional(z.record(name, z.string())),
  /** Fields that are set also in rows that lack them: what is incomplete is completed. */
  completes: z.optional(z.array(name)),
  /** The attribute or column that keeps what the person said about records that stay as they are. */
  statement: z.optional(z.string()),
}

/** How the rows of a table appear in a copy of a person's data. */
const copied = {
  /** The field that says since when a row exists: an ISO 8601 date or instant, or a `Date`. */
  dated: z.optional(z.string()),
  /** Fields that tell of other people (a path such as `replies[].author`): a copy shows that there is something, not what. */
  others: z.optional(z.array(z.string())),
  /** Properties of vCard (RFC 6350) and the fields that they are made of: such rows become the card of a portable copy. */
  vcard: z.optional(
    z.partialRecord(z.enum(['FN', 'NICKNAME', 'EMAIL', 'TEL', 'BDAY', 'URL', 'ORG', 'NOTE']), z.array(z.string())),
  ),
}

/** N10: where a system is, for the reader of the policy; absent: in the home region. In another it has a deployment of its own. */
const placed = { region: z.optional(region) }

const dynamodb = z.strictObject({
  kind: z.literal('dynamodb'),
  label: text,
  ...placed,
  tables: z.array(
    z.strictObject({
      table: z.string(),
      category: name,
      /** Which key of the subject finds the rows, e.g. `account`. */
      owner: name,
      partitionKey: z.string(),
      sortKey: z.optional(z.string()),
      /** A secondary index whose partition key `attribute` holds the owner; absent: the partition key does. */
      index: z.optional(z.strictObject({ name: z.string(), attribute: z.string() })),
      ...corrected,
      ...copied,
    }),
  ),
})

const s3 = z.strictObject({
  kind: z.literal('s3'),
  label: text,
  ...placed,
  /** Versioning must be on. */
  bucket: z.string(),
  prefixes: z.array(
    z.strictObject({
      prefix: z
        .string()
        .check(z.regex(/\{[a-z]+\}\/$/, 'must end with a key of the subject, such as accounts/{account}/')),
      category: name,
    }),
  ),
})

const postgresql = z.strictObject({
  kind: z.literal('postgresql'),
  label: text,
  ...placed,
  /** Name of the Secrets Manager secret: JSON with host, port, dbname, username, password. */
  secret: z.string(),
  /** Where its function has to stand when the database is not public: in subnets that reach it and AWS's services. */
  network: z.optional(
    z.strictObject({
      subnetIds: z.array(z.string()).check(z.minLength(1)),
      securityGroupIds: z.array(z.string()).check(z.minLength(1)),
    }),
  ),
  schema: z.string(),
  /** Parents before children, as foreign keys point. */
  tables: z.array(
    z.strictObject({
      table: z.string(),
      category: name,
      owner: name,
      column: z.string(),
      primaryKey: z.array(z.string()),
      /** N9: the column that says whether the person gets the mails of a list; it becomes false when they no longer want them. */
      subscribed: z.optional(z.strictObject({ list: name, at: z.string() })),
      ...corrected,
      ...copied,
    }),
  ),
})

/** Who of the company does by hand what no program does, and until when. */
export const byHand = {
  /** Who is asked: somebody's own address on the desk, or a mailbox that several read. */
  asked: address,
  /** How long they have; half of what is left until the promised instant at the most. */
  due: period,
  /** How long before it is due they are reminded; longest first. */
  reminders: z.array(period),
}

/** A person, or a paper archive: somebody of the company is asked to do what others do by themselves (docs/systems.md). */
const manual = z.strictObject({
  kind: z.literal('manual'),
  label: text,
  ...placed,
  categories: z.array(name).check(z.minLength(1)),
  /** Which key of the subject says that something lies there; absent: everybody is looked for. */
  owner: z.optional(name),
  ...byHand,
})

export const SystemPolicy = z.discriminatedUnion('kind', [dynamodb, s3, postgresql, manual])

export type SystemPolicy = z.infer<typeof SystemPolicy>
export type SystemKind = SystemPolicy['kind']
export type DynamoDbPolicy = z.infer<typeof dynamodb>
export type S3Policy = z.infer<typeof s3>
export type PostgresPolicy = z.infer<typeof postgresql>
export type TablePolicy = (DynamoDbPolicy | PostgresPolicy)['tables'][number]
export type ByHand = Pick<z.infer<typeof manual>, 'asked' | 'due' | 'reminders'>

/** The parts of a system, each with what kind of data it holds. */
export function partsOf(system: SystemPolicy): ReadonlyArray<{ readonly category: string }> {
  switch (system.kind) {
    case 'dynamodb':
    case 'postgresql':
      return system.tables
    case 's3':
      return system.prefixes
    case 'manual':
      return system.categories.map((category) => ({ category }))
  }
}

/** What names a place at AWS, by its field of the policy: a name in the home region, where its function is let in (N10). */
export function placesOf(system: SystemPolicy): ReadonlyArray<readonly [field: string, place: string]> {
  switch (system.kind) {
    case 'dynamodb':
      return tableNames(system)
    case 's3':
      return [['bucket', system.bucket]]
    case 'postgresql':
      return [['secret', system.secret], ...tableNames(system)]
    case 'manual':
      return []
  }
}

const tableNames = ({ tables }: { readonly tables: readonly TablePolicy[] }) =>
  tables.map(({ table }, n) => [`tables.${n}.table`, table] as const)

/** Its tables, if it has any. */
export const tablesIn = (system: SystemPolicy): readonly TablePolicy[] => ('tables' in system ? system.tables : [])

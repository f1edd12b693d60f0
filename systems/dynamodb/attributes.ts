import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { Item } from '../vault/batches.ts'

type Written = { readonly [type: string]: unknown }

/**
 * An item as text: every attribute with its type, numbers digit by digit, bytes in base64. Equal items give equal
 * text, whatever the order in which DynamoDB answers their attributes and the members of their sets.
 */
export const written = (item: Item): string => JSON.stringify(mapped(item))

/** What `written` wrote. */
export const read = (text: string): Item =>
  Object.fromEntries(
    Object.entries(JSON.parse(text) as Record<string, Written>).map(([name, value]) => [name, fromText(value)]),
  )

const mapped = (item: Item): Record<string, Written> =>
  Object.fromEntries(
    Object.keys(item)
      .sort()
      .map((name) => [name, toText(item[name] as AttributeValue)]),
  )

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const bytes = (text: unknown): Uint8Array => new Uint8Array(Buffer.from(String(text), 'base64'))

function toText(value: AttributeValue): Written {
  if (value.B !== undefined) return { B: base64(value.B) }
  if (value.BS !== undefined) return { BS: value.BS.map(base64).sort() }
  if (value.SS !== undefined) return { SS: [...value.SS].sort() }
  if (value.NS !== undefined) return { NS: [...value.NS].sort() }
  if (value.L !== undefined) return { L: value.L.map(toText) }
  if (value.M !== undefined) return { M: mapped(value.M) }
  return { ...value }
}

function fromText(value: Written): AttributeValue {
  if (value.B !== undefined) return { B: bytes(value.B) }
  if (value.BS !== undefined) return { BS: (value.BS as string[]).map(bytes) }
  if (value.L !== undefined) return { L: (value.L as Written[]).map(fromText) }
  if (value.M !== undefined) return { M: read(JSON.stringify(value.M)) }
  return value as unknown as AttributeValue
}

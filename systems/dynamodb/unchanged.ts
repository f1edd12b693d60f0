import type { Item } from '../vault/batches.ts'

/** An expression may have 300 operators and 4 KB (quotas page of the DynamoDB developer guide): 100 attributes stay below. */
const attributesAtMost = 100

/**
 * Condition under which the item is what was read, as far as a condition can tell (an attribute that came along is
 * seen only in what the call returns), or is not there any more.
 */
export function unchanged(item: Item, partitionKey: string) {
  const names = Object.keys(item).slice(0, attributesAtMost)
  const same = names.map((_, n) => `#a${n} = :a${n}`).join(' AND ')
  return {
    ConditionExpression: `attribute_not_exists(#key) OR (${same})`,
    ExpressionAttributeNames: {
      '#key': partitionKey,
      ...Object.fromEntries(names.map((name, n) => [`#a${n}`, name])),
    },
    ExpressionAttributeValues: Object.fromEntries(
      names.flatMap((name, n) => (item[name] ? [[`:a${n}`, item[name]]] : [])),
    ),
  }
}

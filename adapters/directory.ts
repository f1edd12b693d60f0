import { DynamoDBClient, GetItemCommand, paginateQuery, QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { Holder } from '../domain/minor.ts'
import type { OnBehalf } from '../domain/subject.ts'
import type { Policy } from '../policy/schema.ts'
import type { Subject } from '../systems/contract.ts'

/** So many accounts with one value are looked at: a portal has more people, and then it names nobody. */
const fewest = 50

type LookUp = NonNullable<NonNullable<Policy['directory']['lookUps']>['username']>

export type Found = {
  readonly subject?: Subject
  readonly onBehalf?: OnBehalf
  readonly country?: string
  readonly holders: readonly Holder[]
}

/** The system that answers whose a verified address is. */
export class Directory {
  readonly #client: DynamoDBClient
  readonly #policy: Policy['directory']
  readonly #minors: Policy['minors']
  /** The attribute that says on whose behalf an account is held. */
  readonly #owner: string | undefined

  constructor(policy: Policy, client: DynamoDBClient = new DynamoDBClient({})) {
    this.#client = client
    this.#policy = policy.directory
    this.#minors = policy.minors
    this.#owner = policy.processor?.attribute
  }

  /**
   * Whose an account is: the address and the language to write in, as far as the directory says; undefined when it knows
   * no such account. @param kind the key's kind, which points at the table's partition key
   */
  async personOf(kind: string, key: string): Promise<{ address?: string; language?: string } | undefined> {
    const { table, attribute, keys, language } = this.#policy
    const found = await this.#client.send(
      new GetItemCommand({ TableName: table, Key: marshall({ [keys[kind] ?? kind]: key }), ConsistentRead: true }),
    )
    const row = found.Item && unmarshall(found.Item)
    if (!row) return undefined
    const [address, said] = [row[attribute], language === undefined ? undefined : row[language]]
    return {
      ...(typeof address === 'string' && address !== '' ? { address } : {}),
      ...(typeof said === 'string' ? { language: said } : {}),
    }
  }

  /**
   * A page of all accounts that have an address, in no order of anybody's; `next`: where the next one begins, absent after the
   * last. @param after what the page before answered @param atMost accounts
   */
  async page(
    after: string | undefined,
    atMost: number,
  ): Promise<{
    readonly holders: ReadonlyArray<{ readonly address: string; readonly language?: string }>
    readonly next?: string
  }> {
    const { table, attribute, language } = this.#policy
    const names = { '#address': attribute, ...(language === undefined ? {} : { '#language': language }) }
    const found = await this.#client.send(
      new ScanCommand({
        TableName: table,
        Limit: atMost,
        ProjectionExpression: Object.keys(names).join(', '),
        ExpressionAttributeNames: names,
        ...(after === undefined ? {} : { ExclusiveStartKey: marshall(JSON.parse(after)) }),
      }),
    )
    const holders = (found.Items ?? []).flatMap((item) => {
      const row = unmarshall(item)
      const [address, said] = [row[attribute], language === undefined ? undefined : row[language]]
      if (typeof address !== 'string' || address === '') return []
      return [{ address, ...(typeof said === 'string' ? { language: said } : {}) }]
    })
    const last = found.LastEvaluatedKey
    return { holders, ...(last === undefined ? {} : { next: JSON.stringify(unmarshall(last)) }) }
  }

  /**
   * Addresses of the accounts that have a value, such as a customer number; of a value that many have, the first few.
   * Nothing else of their rows leaves this.
   */
  async addressesBy({ attribute, index }: LookUp, value: string): Promise<readonly string[]> {
    const { table, attribute: address } = this.#policy
    const rows =
      index === undefined
        ? [
            (
              await this.#client.send(
                new GetItemCommand({
                  TableName: table,
                  Key: marshall({ [attribute]: value }),
                  ProjectionExpression: '#a',
                  ExpressionAttributeNames: { '#a': address },
                }),
              )
            ).Item,
          ]
        : (
            await this.#client.send(
              new QueryCommand({
                TableName: table,
                IndexName: index,
                KeyConditionExpression: '#k = :v',
                ExpressionAttributeNames: { '#k': attribute, '#a': address },
                ExpressionAttributeValues: marshall({ ':v': value }),
                ProjectionExpression: '#a',
                Limit: fewest,
              }),
            )
          ).Items
    return (rows ?? []).flatMap((row) => {
      const found = row && unmarshall(row)[address]
      return typeof found === 'string' && found !== '' ? [found] : []
    })
  }

  /**
   * All accounts of the address as one subject, on whose behalf they are held, what they say of their holder's age, and where
   * the first that says so is; no subject when there is none.
   * @param held only accounts whose attributes have one of the values each
   */
  async found(
    address: string,
    held: ReadonlyArray<{ readonly attribute: string; readonly values: readonly string[] }> = [],
  ): Promise<Found> {
    const { table, index, attribute, keys } = this.#policy
    const values: Record<string, Set<string>> = Object.fromEntries(
      Object.keys(keys).map((kind) => [kind, new Set<string>()]),
    )
    const holders: Holder[] = []
    const countries: unknown[] = []
    const onBehalf: Record<string, string[]> = {}
    for await (const page of paginateQuery(
      { client: this.#client },
      {
        TableName: table,
        IndexName: index,
        KeyConditionExpression: '#a = :a',
        ExpressionAttributeNames: { '#a': attribute },
        ExpressionAttributeValues: marshall({ ':a': address.trim().toLowerCase() }),
      },
    )) {
      for (const item of page.Items ?? []) {
        const row = unmarshall(item)
        if (!held.every(({ attribute: name, values: some }) => some.includes(String(row[name])))) continue
        const { birthDate, flag, country } = this.#minors ?? {}
        const at = (name: string | undefined) => (name === undefined ? undefined : row[name])
        holders.push({ birthDate: at(birthDate), flag: at(flag), country: at(country) })
        countries.push(this.#policy.country === undefined ? undefined : row[this.#policy.country])
        const owner = at(this.#owner)
        const account = row[Object.values(keys)[0] ?? '']
        if (owner !== undefined && account !== undefined) {
          onBehalf[String(owner)] ??= []
          onBehalf[String(owner)]?.push(String(account))
        }
        for (const [kind, name] of Object.entries(keys))
          if (row[name] !== undefined) values[kind]?.add(String(row[name]))
      }
    }
    const known = Object.fromEntries(Object.entries(values).map(([kind, set]) => [kind, [...set]]))
    const country = countries.find((one) => typeof one === 'string' && /^[A-Z]{2}$/.test(one)) as string | undefined
    if (holders.length === 0) return { holders }
    return {
      subject: { keys: known },
      holders,
      ...(country ? { country } : {}),
      ...(Object.keys(onBehalf).length > 0 ? { onBehalf } : {}),
    }
  }
}

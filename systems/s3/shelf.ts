import type { S3Client, Tag } from '@aws-sdk/client-s3'
import type { S3Policy } from '../../policy/systems.ts'
import type { Subject } from '../contract.ts'
import { sideBySide } from '../side-by-side.ts'
import { cameFrom, headingOf } from '../vault/records.ts'
import type { Vault } from '../vault/vault.ts'
import { restrictedTag } from './bucket-policy.ts'
import { mostTags, restrictedBy, setTags, tagsOf, withoutOurs } from './tags.ts'
import { type Version, versionsUnder } from './versions.ts'

/** Calls under way at a time: S3 takes 3,500 writes a second under a prefix (S3 user guide, "Best practices"). */
const callsAtOnce = 32

/** A key of the subject would reach beyond its own prefix. */
class UnsafeKey extends Error {
  override readonly name = 'UnsafeKey'
}

export type Counted = { readonly live: number; readonly restricted: number }

/** Everything under one prefix of a bucket that belongs to one key of a subject. */
export class Shelf {
  readonly category: string
  readonly owner: string
  readonly value: string
  readonly #client: S3Client
  readonly #bucket: string
  readonly #prefix: string

  /** @throws UnsafeKey for a value that is empty or has a slash: another person's objects could lie there */
  constructor(client: S3Client, bucket: string, part: S3Policy['prefixes'][number], owner: string, value: string) {
    if (value === '' || value.includes('/')) throw new UnsafeKey('a key is no single folder name')
    this.category = part.category
    this.owner = owner
    this.value = value
    this.#client = client
    this.#bucket = bucket
    this.#prefix = part.prefix.replace(`{${owner}}`, () => value)
  }

  /** A key without the prefix and what it names of the person. */
  nameOf = (key: string): string => key.slice(this.#prefix.length)

  page = (limit: number, from?: string) => versionsUnder(this.#client, this.#bucket, this.#prefix, limit, from)

  /** How many of the versions the application can read, and how many it cannot. Delete markers have no content. */
  async count(versions: readonly Version[]): Promise<Counted> {
    let [live, restricted] = [0, 0]
    await this.#each(versions, async (_, tags) => {
      if (restrictedBy(tags) === undefined) live++
      else restricted++
    })
    return { live, restricted }
  }

  /** Tags versions that nobody has restricted yet. Tags of one that has ten already are kept in the vault meanwhile. */
  async restrict(versions: readonly Version[], reference: string, vault: Vault): Promise<number> {
    let count = 0
    await this.#each(versions, async (version, tags) => {
      if (restrictedBy(tags) !== undefined) return
      if (tags.length >= mostTags) await this.#keepTags(version, tags, reference, vault)
      const ours = { Key: restrictedTag, Value: reference }
      await setTags(this.#client, this.#bucket, version, [...tags.slice(0, mostTags - 1), ours])
      count++
    })
    return count
  }

  /** Gives versions that this request restricted their own tags back. */
  async release(versions: readonly Version[], reference: string, vault: Vault): Promise<number> {
    let count = 0
    await this.#each(versions, async (version, tags) => {
      if (restrictedBy(tags) !== reference) return
      const kept = tags.length === mostTags ? await this.#keptTags(version, reference, vault) : undefined
      await setTags(this.#client, this.#bucket, version, kept ?? withoutOurs(tags))
      count++
    })
    return count
  }

  /** Removes what the vault kept of tags, when all are back. */
  async forgetTags(reference: string, vault: Vault): Promise<void> {
    const partition = await vault.partition(this.owner, this.value)
    for (;;) {
      const page = await vault.headings(partition, cameFrom(reference, this.category, this.#prefixName))
      await vault.remove(page.records)
      if (page.next === undefined) return
    }
  }

  /** Each version with its tags, several at a time; delete markers and what is gone meanwhile are left out. */
  async #each(versions: readonly Version[], work: (version: Version, tags: readonly Tag[]) => Promise<void>) {
    const withContent = versions.filter((version) => !version.marker)
    await sideBySide(withContent, callsAtOnce, async (version) => {
      const tags = await tagsOf(this.#client, this.#bucket, version)
      if (tags) await work(version, tags)
    })
  }

  async #keepTags(version: Version, tags: readonly Tag[], reference: string, vault: Vault): Promise<void> {
    const { category } = this
    const { partition, heading } = await this.#place(version, reference, vault)
    await vault.store([{ partition, reference, category, heading, data: JSON.stringify(tags) }])
  }

  async #keptTags(version: Version, reference: string, vault: Vault): Promise<readonly Tag[] | undefined> {
    const { partition, heading } = await this.#place(version, reference, vault)
    const [record] = (await vault.records(partition, `${heading}#`)).records
    return record?.data === undefined ? undefined : (JSON.parse(record.data) as Tag[])
  }

  async #place({ key, versionId }: Version, reference: string, vault: Vault) {
    const id = await vault.keys.hash('tags', this.#bucket, key, versionId)
    const heading = headingOf(reference, this.category, this.#prefixName, id)
    return { partition: await vault.partition(this.owner, this.value), heading }
  }

  /** The prefix as the policy has it, without the person's key. */
  get #prefixName(): string {
    return this.#prefix.replace(this.value, () => `{${this.owner}}`)
  }
}

/** The shelves of a subject, one for each prefix and key. @throws UnsafeKey */
export const shelvesOf = (client: S3Client, part: S3Policy, subject: Subject): readonly Shelf[] =>
  part.prefixes.flatMap((one) => {
    const owner = /\{([a-z]+)\}\/$/.exec(one.prefix)?.[1] ?? ''
    return (subject.keys[owner] ?? []).map((value) => new Shelf(client, part.bucket, one, owner, value))
  })

import { join } from 'node:path'
import type { Clock } from '../clock/clock.ts'
import { part, text } from '../front/resource.ts'
import type { PolicyDocument } from '../gateway/service.ts'
import { JsonError } from '../protocol/json.ts'
import { save, saved } from '../state/file.ts'
import { mark, markOf, newMaterial, type Spec, specs } from './key.ts'

/** A key of the template. */
export type NewKey = {
  readonly arn: string
  /** Absent: SYMMETRIC_DEFAULT. */
  readonly spec?: string
  readonly policy?: PolicyDocument
  readonly enabled?: boolean
}
export type Key = {
  readonly arn: string
  readonly id: string
  readonly spec: Spec
  /** Secret. */
  readonly material: Buffer
  /** ISO instant. */
  readonly created: string
  readonly enabled: boolean
  readonly policy: PolicyDocument | undefined
}

/** Keys and their aliases. Material is kept in a file for the owner alone: losing it loses what it encrypted. */
export class Keys {
  readonly #file: string
  readonly #clock: Pick<Clock, 'instant'>
  readonly #keys = new Map<string, Key>()
  readonly #aliases = new Map<string, string>()

  constructor(state: string, clock: Pick<Clock, 'instant'>) {
    this.#file = join(state, 'kms.json')
    this.#clock = clock
  }

  /** Makes a key, or takes up the one that this ARN had. @throws for a spec that the local KMS does not know */
  create({ arn, spec: asked = 'SYMMETRIC_DEFAULT', policy, enabled = true }: NewKey): void {
    const spec = specs.find((one) => one === asked)
    if (!spec) throw new Error(`the local KMS does not know keys of ${asked} (${arn})`)
    const kept = part(part(saved(this.#file)), arn)
    const [before, material] = [kept.spec === spec, text(kept.material)]
    const key: Key = {
      arn,
      id: arn.split('/').at(-1) ?? arn,
      spec,
      material: before ? Buffer.from(material, 'base64') : newMaterial(spec),
      created: before ? text(kept.created) : this.#clock.instant(),
      enabled,
      policy,
    }
    this.#keys.set(arn, key)
    if (!before) this.#save(key)
  }

  /** A name for a key: `alias/…`. */
  alias(name: string, arn: string): void {
    this.#aliases.set(name, arn)
  }

  /** A key by its ARN, id, alias or alias ARN. */
  find(name: string): Key | undefined {
    const alias = /(?:^|:)(alias\/.+)$/.exec(name)?.[1]
    const arn = alias ? this.#aliases.get(alias) : name
    return this.#keys.get(arn ?? '') ?? [...this.#keys.values()].find(({ id }) => id === arn)
  }

  /** @throws JsonError NotFoundException */
  named(name: string): Key {
    const key = this.find(name)
    if (!key) throw new JsonError('NotFoundException', `Key '${name}' does not exist`)
    return key
  }

  /** The key that a ciphertext needs. */
  of(ciphertext: Buffer): Key | undefined {
    return [...this.#keys.values()].find(({ arn }) => mark(arn).equals(markOf(ciphertext)))
  }

  #save({ arn, spec, material, created }: Key): void {
    const key = { spec, material: material.toString('base64'), created }
    save(this.#file, JSON.stringify({ ...part(saved(this.#file)), [arn]: key }))
  }
}

import type { PolicyChange } from '../../../domain/policy-changes.ts'

/** JSON of `GET /desk/policy`: what was in force, the newest first. */
export type PolicyView = {
  readonly versions: ReadonlyArray<{
    /** SHA-256 (hex) of its canonical JSON (RFC 8785). */
    readonly hash: string
    /** When it was first seen to be in force; absent: it is deployed, and its first night has not come. */
    readonly since?: string
    /** It is not in force any more; and since when another one was seen to be. */
    readonly over?: true
    readonly until?: string
    /** What is not as in the one before; absent: there is none before, or none that is read. */
    readonly changes?: readonly PolicyChange[]
  }>
  /** There are older ones than those. */
  readonly more: boolean
}

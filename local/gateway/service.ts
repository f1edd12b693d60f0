import type { HttpAnswer, HttpRequest } from '../front/http-api.ts'
import type { Principal } from './iam/decide.ts'

/** One thing that a call wants to do, as IAM names it. A call may need several (a transaction, a batch). */
export type Need = {
  /** For instance `s3:GetObject`. */
  readonly action: string
  /** ARN of what it is done to; `*` only where the service knows no resource. */
  readonly resource: string
  /** Condition keys of this call by name, e.g. `s3:ExistingObjectTag/oblige`; IAM compares names without case. */
  readonly context?: Readonly<Record<string, readonly string[]>>
}

/** A policy document as IAM reads it, its references resolved. */
export type PolicyDocument = {
  readonly Statement: readonly Readonly<Record<string, unknown>>[]
}

/** An AWS service of the local cloud, behind the gateway that asks IAM first. */
export interface Service {
  /** The name in the signature's credential scope, e.g. `dynamodb`. */
  readonly name: string
  /** Whether the signature itself is checked; elsewhere the key alone says who calls. */
  readonly checksSignatures?: boolean
  /** What the call needs. @throws for an operation that the local cloud does not do, naming it */
  needs(request: HttpRequest): Promise<readonly Need[]>
  /** The policy on the resource itself (bucket policy, key policy), if it has one. */
  resourcePolicy?(resource: string): PolicyDocument | undefined
  /** Carries the call out; it was allowed. Errors of the service are answers, in the service's own protocol. */
  handle(request: HttpRequest, principal: Principal): Promise<HttpAnswer>
  /** The service's own way of saying that IAM does not allow it (AccessDenied). `message` names who, what and which resource. */
  denied(message: string): HttpAnswer
  stop(): Promise<void>
}

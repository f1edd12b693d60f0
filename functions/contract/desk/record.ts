import type { Text } from '../../../policy/shapes.ts'

/**
 * What a controller has to have written down about its processing (GDPR Art. 30(1)), as far as the policy knows it: texts are
 * the policy's own, in all of its languages.
 */
export type ProcessingRecord = {
  readonly controller: {
    readonly name: string
    readonly address: string
    readonly mail: string
    readonly officer: string
    readonly authority: { readonly name: string; readonly url: string }
  }
  /** By category of data: what for, from whom, who gets them, where they lie, and until when. */
  readonly processing: readonly Processing[]
  readonly recipients: readonly RecordedRecipient[]
  /** On whose behalf data are held too (Art. 30(2)). */
  readonly controllers: readonly string[]
  readonly regions: { readonly home: string; readonly mail: string }
  readonly periods: {
    readonly erasure: string
    readonly backups: string
    /** Of accounts that nobody uses; absent: they are kept. */
    readonly unused?: { readonly after: string; readonly grace: string }
    /** Of what Oblige itself keeps to answer requests. */
    readonly evidence: string
    readonly copies: string
    readonly unconfirmed: string
    /** Of mails with requests; absent: none are taken. */
    readonly mails?: string
  }
}

type Processing = {
  readonly category: string
  readonly data: Text
  readonly purpose: Text
  readonly source: Text
  readonly recipients: readonly string[]
  readonly systems: ReadonlyArray<{ readonly label: Text; readonly region: string }>
  /** Art. 17(3): what a law asks to keep longer than the erasure. */
  readonly kept: ReadonlyArray<{ readonly basis: Text; readonly period: string }>
}

type RecordedRecipient = {
  readonly recipient: string
  readonly name: string
  readonly role: Text
  /** ISO 3166-1. */
  readonly country: string
  /** Whether the GDPR does not hold there, so that Art. 44 asks for more. */
  readonly abroad: boolean
  readonly safeguard?: Text
}

import type { Policy } from '../policy/schema.ts'
import { partsOf } from '../policy/systems.ts'

type Text = Policy['categories'][string]['label']

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

/** Where the GDPR holds: the member states, and Iceland, Liechtenstein and Norway (EEA Joint Committee, decision 154/2018). */
const area = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO'.split(' '),
)

/** The record of a policy. */
export function recordOf(policy: Policy): ProcessingRecord {
  const { company, mail, regions, periods, inactivity, mailbox, categories, systems, retention } = policy
  return {
    controller: {
      name: company.name,
      address: company.address,
      mail: mail.replyTo,
      officer: company.officer,
      authority: company.authority,
    },
    processing: Object.entries(categories).map(([category, { label, purpose, source, recipients }]) => ({
      category,
      data: label,
      purpose,
      source,
      recipients,
      systems: Object.values(systems)
        .filter((system) => categoriesIn(system).includes(category))
        .map((system) => ({ label: system.label, region: system.region ?? regions.home })),
      kept: retention.filter((one) => one.category === category).map(({ basis, period }) => ({ basis, period })),
    })),
    recipients: Object.entries(policy.recipients).map(([recipient, { name, role, country, safeguard }]) => ({
      recipient,
      name,
      role,
      country,
      abroad: !area.has(country),
      ...(safeguard ? { safeguard } : {}),
    })),
    controllers: Object.values(policy.processor?.controllers ?? {}).map(({ name }) => name),
    regions,
    periods: {
      erasure: periods.erasure,
      backups: periods.backups,
      ...(inactivity ? { unused: { after: inactivity.after, grace: inactivity.grace } } : {}),
      evidence: periods.evidence,
      copies: periods.package,
      unconfirmed: periods.unverified,
      ...(mailbox ? { mails: periods.rawMail } : {}),
    },
  }
}

const categoriesIn = (system: Policy['systems'][string]): readonly string[] =>
  partsOf(system).map(({ category }) => category)

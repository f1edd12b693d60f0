import type { ProcessingRecord } from '../functions/contract/desk/record.ts'
import type { Policy } from '../policy/schema.ts'
import { partsOf } from '../policy/systems.ts'

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

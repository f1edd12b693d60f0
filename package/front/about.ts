import { inLanguage, type Policy } from '../../policy/schema.ts'
import { partsOf } from '../../policy/systems.ts'
import { wordingOfPackage } from '../../policy/wording/package.ts'
import { duration } from '../../policy/wording/wording.ts'
import type { PackageFacts } from '../facts.ts'
import { countryOf } from './in-words.ts'

/** Where the GDPR is the law (EEA: the EU, Iceland, Liechtenstein, Norway): anywhere else data are transferred (Art. 44). */
const area = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
)

/** What Article 15(1) and (2) of the GDPR ask for, in the person's language, from the policy alone. */
export function aboutData({ policy, language, reference, at }: PackageFacts) {
  const { company, site, periods, inactivity, minors } = policy
  const words = wordingOfPackage(language).about
  const text = (of: Parameters<typeof inLanguage>[0]) => inLanguage(of, language)
  return {
    reference,
    at,
    controller: { name: company.name, address: company.address, country: countryOf(company.country, language) },
    officer: company.officer,
    categories: Object.entries(policy.categories).map(([category, one]) => ({
      category,
      label: text(one.label),
      purpose: text(one.purpose),
      source: text(one.source),
      provided: one.provided,
      recipients: one.recipients.flatMap((name) => policy.recipients[name]?.name ?? []),
      systems: systemsOf(category, policy).map((system) => text(policy.systems[system]?.label ?? { en: system })),
      kept: [
        words.untilAsked,
        ...(inactivity
          ? [words.unused(duration(inactivity.after, language), duration(inactivity.grace, language))]
          : []),
        ...(minors ? [words.child(minors.age)] : []),
        ...policy.retention
          .filter((rule) => rule.category === category)
          .map(({ period, basis }) => words.keptBy(duration(period, language), text(basis))),
      ],
    })),
    backups: words.backups(duration(periods.backups, language)),
    recipients: Object.values(policy.recipients).map(({ name, role, country, safeguard }) => ({
      name,
      role: text(role),
      country: countryOf(country, language),
      transfer: !area.has(country),
      safeguard: safeguard ? text(safeguard) : area.has(country) ? words.inside : words.outside,
    })),
    automatedDecisions: policy.automatedDecisions ? text(policy.automatedDecisions) : words.noDecisions,
    rights: words.list,
    use: { text: words.use, site },
    complaint: { text: words.complaint(company.authority.name), ...company.authority },
  }
}

const systemsOf = (category: string, policy: Policy): readonly string[] =>
  Object.entries(policy.systems).flatMap(([name, system]) =>
    partsOf(system).some((part) => part.category === category) ? [name] : [],
  )

import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Temporal } from 'temporal-polyfill'
import { Policy, statement } from './schema.ts'
import { partsOf, placesOf, type TablePolicy, tablesIn } from './systems.ts'

/** A policy that cannot be used, with the field that is wrong and why. */
export class WrongPolicy extends Error {
  override readonly name = 'WrongPolicy'
}

/** Checks a policy. @throws WrongPolicy with one sentence for each wrong field */
export function checked(value: unknown): Policy {
  const result = Policy.safeParse(value)
  if (!result.success) {
    const sentences = result.error.issues.map((issue) => `${issue.path.join('.') || 'the policy'}: ${issue.message}`)
    throw new WrongPolicy(`The policy cannot be used. ${sentences.join('. ')}.`)
  }
  const sentences = dangling(result.data)
  if (sentences.length > 0) throw new WrongPolicy(`The policy cannot be used. ${sentences.join('. ')}.`)
  return result.data
}

/** Loads the policy that a module exports as its default. @param path relative to the working directory */
export async function loadPolicy(path: string): Promise<Policy> {
  const module = (await import(pathToFileURL(resolve(path)).href)) as { default?: unknown }
  if (module.default === undefined) throw new WrongPolicy(`The policy cannot be used. ${path} has no default export.`)
  return checked(module.default)
}

/** Names that point at nothing, and what cannot be together. */
function dangling(policy: Policy): string[] {
  const categories = new Set(Object.keys(policy.categories))
  const sentences: string[] = []
  const known = (category: string, field: string) => {
    if (!categories.has(category)) sentences.push(`${field}: there is no category ${category}`)
  }
  if (policy.mailbox && policy.regions.mail !== policy.regions.home)
    sentences.push('mailbox: SES can tell our functions of mail only where regions.mail is regions.home')
  for (const [i, exception] of policy.retention.entries()) known(exception.category, `retention.${i}.category`)
  for (const [name, system] of Object.entries(policy.systems)) {
    for (const [i, part] of partsOf(system).entries()) known(part.category, `systems.${name}.${i}.category`)
  }
  if (Object.keys(policy.reasonsToRefuse).length === 0) sentences.push('reasonsToRefuse: must name at least one reason')
  if ('stop' in policy.reasonsToRefuse)
    sentences.push('reasonsToRefuse.stop: means that a use stops, so no reason may have this name')
  sentences.push(...wrongCorrections(policy), ...wrongLists(policy), ...wrongInactivity(policy))
  sentences.push(...wrongControllers(policy), ...wrongDisclosures(policy), ...elsewhere(policy), ...wrongCanary(policy))
  sentences.push(...wrongTasks(policy))
  for (const [name, category] of Object.entries(policy.categories)) {
    for (const recipient of category.recipients) {
      if (!Object.hasOwn(policy.recipients, recipient))
        sentences.push(`categories.${name}.recipients: there is no recipient ${recipient}`)
    }
  }
  return sentences
}

/** A synthetic person has to read its mail, and nobody else's. */
function wrongCanary({ canary, mailbox }: Policy): string[] {
  if (!canary) return []
  if (!mailbox) return ['canary: reads its mail where SES receives, so it needs a mailbox']
  const [domain] = canary.address.split('@').slice(-1)
  return [
    ...([...mailbox.addresses, ...mailbox.forwardedFrom].includes(canary.address)
      ? ['canary.address: is one that people write to; it must be the synthetic person’s own']
      : []),
    ...(mailbox.addresses.some((one) => one.endsWith(`@${domain}`))
      ? []
      : ['canary.address: must be in a domain of mailbox.addresses, for which SES receives']),
  ]
}

/** Tasks that nobody could see, or that nobody would be told the truth about. */
function wrongTasks({ systems, desk, directory }: Policy): string[] {
  const manual = Object.entries(systems).flatMap(([name, system]) =>
    system.kind === 'manual' ? [{ name, system }] : [],
  )
  const timed = [
    ...manual.map(({ name, system }) => ({ path: `systems.${name}`, one: system })),
    ...(desk?.byHand ? [{ path: 'desk.byHand', one: desk.byHand }] : []),
  ]
  return [
    ...manual.flatMap(({ name, system: { owner } }) => [
      ...(desk ? [] : [`systems.${name}: is a task for somebody at the desk, so the policy needs a desk`]),
      ...(owner === undefined || Object.hasOwn(directory.keys, owner)
        ? []
        : [`systems.${name}.owner: directory.keys has no ${owner}`]),
    ]),
    ...timed.flatMap(({ path, one: { due, reminders } }) => [
      ...(days(due) > 0 ? [] : [`${path}.due: must be longer than nothing`]),
      ...(reminders.every((one) => days(one) < days(due))
        ? []
        : [`${path}.reminders: must each be shorter than ${path}.due (${due})`]),
    ]),
  ]
}

/** N10: data stay in their region, so what lies in another has a deployment of its own there. */
function elsewhere({ systems, directory, regions: { home } }: Policy): string[] {
  const ours = `this deployment works in ${home}, and data do not leave their region: it needs a deployment of its own`
  const places = Object.entries(systems).flatMap(([name, system]) =>
    placesOf(system).map(([field, place]) => [`systems.${name}.${field}`, place] as const),
  )
  return [
    ...Object.entries(systems).flatMap(([name, { region = home }]) =>
      region === home ? [] : [`systems.${name}.region: is ${region}, but ${ours}`],
    ),
    // An ARN could lead anywhere, past what the roles allow.
    ...[...places, ['directory.table', directory.table] as const].flatMap(([path, place]) =>
      place.startsWith('arn:') ? [`${path}: must be a name in ${home} and no ARN`] : [],
    ),
  ]
}

/** In days, where months and years begin in January. */
const days = (period: string) => Temporal.Duration.from(period).total({ unit: 'days', relativeTo: '2026-01-01' })

/** An execution of Step Functions, which keeps the time, lasts a year at most: a month of it is for being asked. */
const longestApproval = 335

/** What cannot be kept of approvals to disclose data. */
function wrongDisclosures({ disclosures, periods }: Policy): string[] {
  if (!disclosures) return []
  const { answer, holds } = disclosures
  return [
    ...(days(answer) <= days(periods.statementReminder)
      ? [`disclosures.answer: must be longer than periods.statementReminder (${periods.statementReminder})`]
      : []),
    ...(days(holds) < days(answer) ? ['disclosures.holds: must not be shorter than disclosures.answer'] : []),
    ...(days(holds) > longestApproval ? [`disclosures.holds: must be ${longestApproval} days at most`] : []),
  ]
}

/** What cannot be kept of accounts that nobody uses. */
function wrongInactivity({ inactivity, directory, periods, regions }: Policy): string[] {
  if (!inactivity) return []
  return [
    ...(days(inactivity.after) < 1 ? ['inactivity.after: must be a day at least'] : []),
    ...(days(inactivity.grace) <= days(periods.erasureLead)
      ? [`inactivity.grace: must be longer than periods.erasureLead (${periods.erasureLead})`]
      : []),
    ...(inactivity.stream && inactivity.stream.arn.split(':')[3] !== regions.home
      ? [`inactivity.stream.arn: must be in the home region (${regions.home})`]
      : []),
    ...(Object.hasOwn(directory.keys, inactivity.account)
      ? []
      : [`inactivity.account: directory.keys has no ${inactivity.account}`]),
  ]
}

/** Controllers whose erasures cannot be in time, and accounts of which two would be told. */
function wrongControllers({ processor, periods }: Policy): string[] {
  const all = Object.entries(processor?.controllers ?? {})
  const days = (period: string) => Temporal.Duration.from(period).total({ unit: 'days', relativeTo: '2026-01-01' })
  return all.flatMap(([id, { holds, erasure }], n) => [
    ...(erasure !== undefined && days(erasure) <= days(periods.erasureLead)
      ? [`processor.controllers.${id}.erasure: must be longer than periods.erasureLead (${periods.erasureLead})`]
      : []),
    ...holds
      .filter((one) => all.slice(0, n).some(([, other]) => other.holds.includes(one)))
      .map((one) => `processor.controllers.${id}.holds: ${one} is another controller's`),
  ])
}

/** Lists that are not there, and one that would be taken for all of them. */
const wrongLists = ({ lists, systems }: Policy): string[] => [
  ...('all' in lists ? ['lists.all: means every list, so no list may have this name'] : []),
  ...tablesOf(systems).flatMap(({ path, table }) =>
    'subscribed' in table && table.subscribed && !Object.hasOwn(lists, table.subscribed.list)
      ? [`${path}.subscribed.list: there is no list ${table.subscribed.list}`]
      : [],
  ),
]

/** Fields that cannot be corrected as the policy says. */
function wrongCorrections({ correctable, categories, reasonsToDecline, systems }: Policy): string[] {
  const sentences: string[] = []
  if (Object.keys(reasonsToDecline).length === 0) sentences.push('reasonsToDecline: must name at least one reason')
  for (const [field, { category, pattern }] of Object.entries(correctable)) {
    if (field === statement) sentences.push(`correctable.${field}: means what a person says in words, so no field may`)
    if (!Object.hasOwn(categories, category))
      sentences.push(`correctable.${field}.category: there is no category ${category}`)
    if (pattern !== undefined && !isExpression(pattern))
      sentences.push(`correctable.${field}.pattern: must be a regular expression such as [0-9]{5}`)
    if (!tablesOf(systems).some(({ table }) => table.fields?.[field] !== undefined))
      sentences.push(`correctable.${field}: no table of a system says where it lies`)
  }
  if (Object.values(correctable).filter(({ kind }) => kind === 'email').length > 1)
    sentences.push('correctable: only one field may be an e-mail address')
  for (const { path, table } of tablesOf(systems)) {
    for (const [field, at] of Object.entries(table.fields ?? {})) {
      if (!Object.hasOwn(correctable, field))
        sentences.push(`${path}.fields.${field}: there is no such field in correctable`)
      if (keysOf(table).includes(at))
        sentences.push(`${path}.fields.${field}: ${at} is a key, which is never corrected`)
    }
    for (const field of table.completes ?? [])
      if (table.fields?.[field] === undefined)
        sentences.push(`${path}.completes: fields does not say where ${field} lies`)
    if (table.statement !== undefined && keysOf(table).includes(table.statement))
      sentences.push(`${path}.statement: ${table.statement} is a key, which keeps no statement`)
  }
  return sentences
}

const tablesOf = (systems: Policy['systems']): ReadonlyArray<{ readonly path: string; readonly table: TablePolicy }> =>
  Object.entries(systems).flatMap(([name, system]) =>
    tablesIn(system).map((table, n) => ({ path: `systems.${name}.tables.${n}`, table })),
  )

const keysOf = (table: TablePolicy): ReadonlyArray<string | undefined> =>
  'column' in table ? [table.column, ...table.primaryKey] : [table.partitionKey, table.sortKey, table.index?.attribute]

function isExpression(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u')
    return true
  } catch {
    return false
  }
}

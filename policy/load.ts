import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Policy } from './schema.ts'

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

/** Names that point at nothing. */
function dangling(policy: Policy): string[] {
  const categories = new Set(Object.keys(policy.categories))
  const sentences: string[] = []
  const known = (category: string, field: string) => {
    if (!categories.has(category)) sentences.push(`${field}: there is no category ${category}`)
  }
  for (const [i, exception] of policy.retention.entries()) known(exception.category, `retention.${i}.category`)
  for (const [name, system] of Object.entries(policy.systems)) {
    const parts = system.kind === 's3' ? system.prefixes : system.tables
    for (const [i, part] of parts.entries()) known(part.category, `systems.${name}.${i}.category`)
  }
  for (const [name, category] of Object.entries(policy.categories)) {
    for (const recipient of category.recipients) {
      if (!(recipient in policy.recipients))
        sentences.push(`categories.${name}.recipients: there is no recipient ${recipient}`)
    }
  }
  return sentences
}

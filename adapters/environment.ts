/** A variable that infra gives the function. @throws when it is missing: a deployment's fault, found at the first start. */
export function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`the environment lacks ${name}`)
  return value
}

/** A variable that infra gives the function only in some deployments. */
export const optional = (name: string): string | undefined => process.env[name] || undefined

import { part, type Resource, type Template, text } from '../front/resource.ts'
import type { LambdaFunction } from './functions.ts'

/** Lambda's defaults. */
const defaults = { memoryMb: 128, timeoutSeconds: 3 }

/**
 * The template's functions that run on this machine: those of Node.js that no custom resource calls. CDK's own
 * providers work at deployment, and what they do the local cloud does itself.
 */
export function placedFunctions(template: Template, asset: (key: string) => string): readonly LambdaFunction[] {
  return functionsOf(template).map(({ name, arn, properties }) => {
    if (!/^nodejs/.test(text(properties.Runtime)))
      throw new Error(`the local cloud runs Node.js functions, not ${text(properties.Runtime)} (${name})`)
    const environment = Object.entries(part(part(properties, 'Environment'), 'Variables'))
    return {
      name,
      arn,
      asset: asset(text(part(properties, 'Code').S3Key)),
      handler: text(properties.Handler),
      environment: Object.fromEntries(environment.map(([key, value]) => [key, text(value)])),
      memoryMb: Number(properties.MemorySize ?? defaults.memoryMb),
      timeoutSeconds: Number(properties.Timeout ?? defaults.timeoutSeconds),
    }
  })
}

/** Functions of the template without the providers of custom resources. */
export function functionsOf(template: Template & { resources?: readonly Resource[] }): readonly Resource[] {
  const providers = new Set(
    (template.resources ?? [])
      .filter(({ type }) => type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource')
      .map(({ properties }) => text(properties.ServiceToken)),
  )
  return template.ofType('AWS::Lambda::Function').filter(({ arn }) => !providers.has(arn))
}

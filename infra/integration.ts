import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { ObligeFunction } from './function.ts'

const made = new WeakMap<ObligeFunction, HttpLambdaIntegration>()

/**
 * How the API calls a function: one integration and one permission, however many routes lead to it, because a stack has room for
 * 500 resources. The permission is the whole API's, which calls a function by its routes alone.
 */
export function integrationOf(one: ObligeFunction): HttpLambdaIntegration {
  const integration =
    made.get(one) ?? new HttpLambdaIntegration(one.node.id, one.function, { scopePermissionToRoute: false })
  made.set(one, integration)
  return integration
}

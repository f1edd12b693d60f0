import { CfnOutput, Names, Stack } from 'aws-cdk-lib'
import { type CfnApi, type HttpApi, type HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import type { ObligeFunction } from './function.ts'
import { integrationOf } from './integration.ts'
import { accept } from './nag.ts'

export type CompanyRoute = {
  readonly method: HttpMethod
  readonly path: string
  readonly function: ObligeFunction
}

/**
 * Routes for the company's own programs, at the API's own address: they sign (AWS Signature Version 4), and IAM says who may
 * use which. A managed policy holds the permission, to be attached to the role of such a program.
 */
export class CompanyRoutes extends Construct {
  readonly policy: ManagedPolicy

  constructor(scope: Construct, id: string, api: HttpApi, does: string, routes: readonly CompanyRoute[]) {
    super(scope, id)
    const authorizer = new HttpIamAuthorizer()
    for (const { method, path, ...one } of routes)
      new HttpRoute(this, nameOf(method, path), {
        httpApi: api,
        routeKey: HttpRouteKey.with(path, method),
        authorizer,
        integration: integrationOf(one.function),
      })
    this.policy = new ManagedPolicy(this, 'Policy', {
      description: `Oblige: ${does}`,
      statements: [
        new PolicyStatement({
          actions: ['execute-api:Invoke'],
          resources: routes.map(({ method, path }) => arnOf(api, method, path)),
        }),
      ],
    })
    const { region } = Stack.of(this)
    const name = nameIn(Stack.of(this), api.node.defaultChild as CfnApi)
    for (const { method, path } of routes.filter((one) => one.path.includes('{')))
      accept(this.policy, {
        [`AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:execute-api:${region}:<AWS::AccountId>:<${name}>/${nameOf(method, path)}]`]:
          'Which request it is about is known only when somebody decides.',
      })
    // Of a nested stack's outputs a deployment tells nothing.
    const told = Stack.of(this)
    new CfnOutput(told.nestedStackParent ?? told, `${id}Policy`, {
      value: this.policy.managedPolicyArn,
      description: does,
    })
  }
}

/** How a template names the API: by its own id in its own stack, in a nested one by the parameter that CDK makes for it. */
const nameIn = (stack: Stack, api: CfnApi): string =>
  Stack.of(api) === stack ? stack.getLogicalId(api) : `referenceto${Names.uniqueId(api)}Ref`

/** A route as IAM names it; what stands for a variable of the path is known only when it is called. */
const arnOf = (api: HttpApi, method: HttpMethod, path: string): string =>
  Stack.of(api).formatArn({
    service: 'execute-api',
    resource: api.apiId,
    resourceName: nameOf(method, path),
  })

const nameOf = (method: HttpMethod, path: string): string => `$default/${method}${path.replace(/\{\w+\}/g, '*')}`

import { CfnOutput, Names, Stack } from 'aws-cdk-lib'
import {
  type CfnApi,
  type HttpApi,
  type HttpMethod,
  HttpRoute,
  HttpRouteKey,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import { type Scope, scopes } from '../policy/programs.ts'
import type { Api } from './api.ts'
import type { ObligeFunction } from './function.ts'
import { integrationOf } from './integration.ts'
import { accept } from './nag.ts'

type Guarded = { readonly authorizer: IHttpRouteAuthorizer; readonly authorizationScopes?: string[] }
export type CompanyRoute = {
  readonly method: HttpMethod
  /** What comes after /company, or after /programs for who comes with a token. */
  readonly path: string
  readonly function: ObligeFunction
  /** What a token has to be good for. */
  readonly scope: Scope
}

/**
 * Routes for the company's own programs, at the API's own address: they sign (AWS Signature Version 4), and IAM says who may
 * use which. A managed policy holds the permission, to be attached to the role of such a program. Where the policy names who
 * gives tokens, the same functions answer a second time to who comes with one: a route has one authorizer (decision 28).
 */
export class CompanyRoutes extends Construct {
  readonly policy: ManagedPolicy

  constructor(scope: Construct, id: string, { api, clients }: Api, does: string, asked: readonly CompanyRoute[]) {
    super(scope, id)
    const lead = (under: string, { method, path, ...one }: CompanyRoute, how: Guarded) =>
      new HttpRoute(this, nameOf(method, `${under}${path}`), {
        httpApi: api,
        routeKey: HttpRouteKey.with(`${under}${path}`, method),
        integration: integrationOf(one.function),
        ...how,
      })
    const signed = { authorizer: new HttpIamAuthorizer() }
    for (const route of asked) {
      lead('/company', route, signed)
      if (clients)
        lead('/programs', route, { authorizer: clients.authorizer, authorizationScopes: [scopes[route.scope]] })
    }
    const routes = asked.map(({ method, path }) => ({ method, path: `/company${path}` }))
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

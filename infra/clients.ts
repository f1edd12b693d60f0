import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import {
  type HttpApi,
  HttpAuthorizer,
  HttpAuthorizerType,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { OAuthScope, ResourceServerScope, UserPool } from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'
import { type ClientsPolicy, type Scope, scopes } from '../policy/programs.ts'
import { accept } from './nag.ts'

type Issued = { readonly issuer: string; readonly audience: readonly string[] }

/** Whose tokens the company's own programs may come with, and the check that API Gateway makes of them. */
export class Clients extends Construct {
  readonly authorizer: IHttpRouteAuthorizer

  constructor(scope: Construct, id: string, api: HttpApi, policy: ClientsPolicy) {
    super(scope, id)
    const { issuer, audience } = policy.kind === 'oidc' ? policy : this.#pool(policy)
    const authorizer = new HttpAuthorizer(this, 'Tokens', {
      httpApi: api,
      type: HttpAuthorizerType.JWT,
      identitySource: ['$request.header.Authorization'],
      jwtIssuer: issuer,
      jwtAudience: [...audience],
    })
    this.authorizer = HttpAuthorizer.fromHttpAuthorizerAttributes(this, 'ByToken', {
      authorizerId: authorizer.authorizerId,
      authorizerType: 'JWT',
    })
  }

  /** A pool in which nobody is: its clients prove themselves by a secret, which stands in no template and no output. */
  #pool({ prefix, programs }: Extract<ClientsPolicy, { kind: 'cognito' }>): Issued {
    const pool = new UserPool(this, 'Programs', {
      selfSignUpEnabled: false,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    })
    const nobody = 'Nobody is in this pool: it gives tokens to programs.'
    accept(pool, {
      'AwsSolutions-COG1': nobody,
      'AwsSolutions-COG2': nobody,
      'AwsSolutions-COG3': nobody,
      'AwsSolutions-COG8': nobody,
    })
    pool.addDomain('Domain', { cognitoDomain: { domainPrefix: prefix } })
    const of = {
      read: new ResourceServerScope({ scopeName: 'read', scopeDescription: 'Asks, and changes nothing' }),
      act: new ResourceServerScope({ scopeName: 'act', scopeDescription: 'Does what staff decide' }),
    } satisfies Record<Scope, ResourceServerScope>
    const [identifier = ''] = scopes.read.split('/')
    const server = pool.addResourceServer('Oblige', { identifier, scopes: Object.values(of) })
    const clients = Object.entries(programs).map(([userPoolClientName, may]) => {
      const client = pool.addClient(`Client of ${userPoolClientName}`, {
        userPoolClientName,
        generateSecret: true,
        accessTokenValidity: Duration.hours(1),
        oAuth: {
          flows: { clientCredentials: true },
          scopes: may.map((one) => OAuthScope.resourceServer(server, of[one])),
        },
      })
      client.node.addDependency(server)
      return client
    })
    const stack = Stack.of(this)
    new CfnOutput(stack, 'ClientsPool', {
      value: pool.userPoolId,
      description: "The user pool of the company's programs: their secrets are read there (docs/api.md)",
    })
    return { issuer: pool.userPoolProviderUrl, audience: clients.map(({ userPoolClientId }) => userPoolClientId) }
  }
}

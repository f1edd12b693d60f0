import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { type ApiProps, behindLinks, decidingOnMails, forControllers } from './api-functions.ts'
import type { Bundles, FunctionName } from './bundles.ts'
import { Clients } from './clients.ts'
import { ObligeFunction } from './function.ts'
import { integrationOf } from './integration.ts'
import type { Keys } from './keys.ts'
import { accept } from './nag.ts'

/** The header by which the API knows what came through the distribution; functions/front-door reads the same. */
export const originHeader = 'x-oblige-origin'

/** A function that the API calls. */
export const apiFunction = (
  scope: Construct,
  name: FunctionName,
  {
    does,
    environment,
    keys,
    bundles,
  }: { does: string; environment: Record<string, string>; keys: Keys; bundles: Bundles },
): ObligeFunction =>
  new ObligeFunction(scope, name, {
    does,
    bundle: bundles.of(name),
    environment,
    dataKey: keys.data,
    // An HTTP API gives up after 30 seconds.
    timeout: Duration.seconds(20),
    memory: 1024,
  })

/** What the access log holds: the route, never the path (a link's secret is in it), no address, no agent. */
const accessLog = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  // Who of the company's own programs and staff; of people nothing.
  caller: '$context.identity.userArn',
  client: '$context.authorizer.claims.client_id',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  // Why the gateway refused. What a function threw stands in its own log: quotes in it would break the line.
  error: '$context.error.message',
}

/**
 * What a person's browser or a program can ask for. Calls are bounded to 50 a second, 100 at once: far more than the
 * requests of any company, far less than what would starve its other functions.
 */
export class Api extends Construct {
  readonly api: HttpApi
  readonly stage: HttpStage
  /** Lets through only what came by the distribution. */
  readonly frontDoor: HttpLambdaAuthorizer
  /** Whose tokens the company's own programs come with; absent: they sign, and no more. */
  readonly clients: Clients | undefined
  readonly originSecret: Secret
  readonly functions: readonly ObligeFunction[]
  /** Hands out a history, to the person and to whom the company lets read it. */
  readonly history: ObligeFunction

  constructor(scope: Construct, id: string, props: ApiProps) {
    super(scope, id)
    const { keys } = props
    this.originSecret = new Secret(this, 'OriginSecret', {
      description: 'Oblige: proves to the API that a call came through the distribution',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.DESTROY,
    })
    accept(this.originSecret, {
      'AwsSolutions-SMG4':
        'Distribution and API would have to change it together; a deployment with a new secret does (docs/deploy.md).',
    })
    const { bundles } = props
    const place = (name: FunctionName, does: string, environment: Record<string, string>) =>
      apiFunction(this, name, { does, environment, keys, bundles })
    const frontDoor = place('front-door', 'Lets through only what came by the distribution', {
      ORIGIN_SECRET: this.originSecret.secretArn,
    }).allow(['secretsmanager:GetSecretValue'], [this.originSecret.secretArn])

    this.frontDoor = new HttpLambdaAuthorizer('FrontDoor', frontDoor.function, {
      responseTypes: [HttpLambdaResponseType.SIMPLE],
      identitySource: [`$request.header.${originHeader}`],
      resultsCacheTtl: Duration.hours(1),
    })
    this.api = new HttpApi(this, 'Http', {
      description: 'Oblige: privacy requests',
      createDefaultStage: false,
      defaultAuthorizer: this.frontDoor,
    })
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 50, burstLimit: 100 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLog', {
            retention: RetentionDays.THREE_MONTHS,
            encryptionKey: keys.data,
            removalPolicy: RemovalPolicy.DESTROY,
          }),
        ),
        format: AccessLogFormat.custom(JSON.stringify(accessLog)),
      },
    })

    this.clients = props.policy.clients && new Clients(this, 'Clients', this.api, props.policy.clients)
    const answers = behindLinks(props, place)
    this.history = answers.history
    const lead = (method: HttpMethod, path: string, to: ObligeFunction) =>
      this.api.addRoutes({ methods: [method], path, integration: integrationOf(to) })
    const route = (method: HttpMethod, path: string, name: keyof typeof answers) => lead(method, path, answers[name])
    route(HttpMethod.POST, '/requests', 'submit')
    route(HttpMethod.GET, '/requests/{token}', 'status')
    route(HttpMethod.POST, '/requests/{token}/confirm', 'confirm')
    route(HttpMethod.POST, '/requests/{token}/restore', 'restore')
    route(HttpMethod.POST, '/requests/{token}/erase-now', 'erase-now')
    route(HttpMethod.GET, '/requests/{token}/certificate', 'certificate')
    route(HttpMethod.POST, '/requests/{token}/copy', 'copy')
    route(HttpMethod.POST, '/requests/{token}/code', 'send-code')
    route(HttpMethod.POST, '/requests/{token}/download', 'download')
    route(HttpMethod.POST, '/requests/{token}/protect', 'protect')
    route(HttpMethod.POST, '/requests/{token}/withdraw', 'withdraw')
    route(HttpMethod.POST, '/requests/{token}/suspend', 'suspend')
    route(HttpMethod.GET, '/mailing/{token}', 'mailing')
    route(HttpMethod.POST, '/mailing/{token}', 'unsubscribe')
    route(HttpMethod.POST, '/requests/{token}/state', 'state')
    route(HttpMethod.POST, '/requests/{token}/prove', 'prove')
    route(HttpMethod.POST, '/requests/{token}/decide', 'decide')
    route(HttpMethod.POST, '/requests/{token}/consent', 'consent')
    route(HttpMethod.POST, '/requests/{token}/approve', 'approve')
    route(HttpMethod.GET, '/requests/{token}/evidence', 'evidence')
    route(HttpMethod.GET, '/requests/{token}/history', 'history')
    route(HttpMethod.GET, '/.well-known/jwks.json', 'keys')
    route(HttpMethod.GET, '/notices/{token}', 'show-notice')
    route(HttpMethod.POST, '/notices/{token}', 'confirm-notice')
    route(HttpMethod.POST, '/opendsr/callbacks', 'opendsr-callback')
    const asked = props.policy.processor && forControllers(this, props.policy.processor.secret, props, place)
    if (asked) {
      const id = '/opendsr/requests/{id}'
      lead(HttpMethod.GET, '/opendsr/discovery', asked)
      lead(HttpMethod.GET, '/opendsr/certificate', asked)
      lead(HttpMethod.POST, '/opendsr/requests', asked)
      lead(HttpMethod.GET, id, asked)
      lead(HttpMethod.DELETE, id, asked)
      lead(HttpMethod.GET, `${id}/results`, asked)
    }
    const deciding = props.mailbox ? decidingOnMails(props.mailbox, props, place) : undefined
    if (deciding) {
      lead(HttpMethod.GET, '/mails/{token}', deciding.show)
      lead(HttpMethod.POST, '/mails/{token}', deciding.decide)
    }
    this.functions = [
      ...[frontDoor, ...Object.values(answers)],
      ...Object.values(deciding ?? {}),
      ...(asked ? [asked] : []),
    ]
  }
}

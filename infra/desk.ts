import { CfnOutput, NestedStack, RemovalPolicy } from 'aws-cdk-lib'
import { HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2'
import {
  AccountRecovery,
  CfnUserPoolGroup,
  Mfa,
  OAuthScope,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito'
import type { Construct } from 'constructs'
import type { DeskPolicy } from '../policy/desk.ts'
import type { Policy } from '../policy/schema.ts'
import { type Api, apiFunction } from './api.ts'
import type { Directory } from './api-functions.ts'
import type { Bundles, FunctionName } from './bundles.ts'
import type { ObligeFunction } from './function.ts'
import { integrationOf } from './integration.ts'
import type { Keys } from './keys.ts'
import type { Mailbox } from './mailbox.ts'
import { accept } from './nag.ts'
import { secretArn } from './recipients.ts'
import type { Store } from './store.ts'

type DeskProps = {
  readonly policy: Policy
  readonly desk: DeskPolicy
  readonly api: Api
  readonly keys: Keys
  readonly store: Store
  readonly directory: Directory
  readonly bundles: Bundles
  readonly mailbox?: Mailbox
}

/** Where the company's people work on requests: sign-in, pages, and the functions behind them. */
export class Desk extends NestedStack {
  readonly functions: readonly ObligeFunction[]

  constructor(
    scope: Construct,
    id: string,
    { policy, desk, api, keys, store, directory, bundles, mailbox }: DeskProps,
  ) {
    super(scope, id, { description: "Oblige: where the company's people work on requests" })
    const place = (name: FunctionName, does: string, environment: Record<string, string>) =>
      apiFunction(this, name, { does, environment, keys, bundles })
    const table = { TABLE: store.requests.tableName }
    const pool = desk.signIn.kind === 'cognito' ? this.#pool(desk.signIn.prefix, desk, policy) : undefined
    const signIn = place('desk-sign-in', 'Signs people of the company in at their provider, and out', {
      ...table,
      ...(pool ? { ISSUER: pool.issuer, CLIENT_ID: pool.client.userPoolClientId } : {}),
    })
    if (desk.signIn.kind === 'oidc')
      signIn.allow(['secretsmanager:GetSecretValue'], [secretArn(this, desk.signIn.secret)])
    store.letWork(signIn, ['Z#'], 'PutItem', 'DeleteItem')

    const queue = place('desk-queue', 'Shows what is owed to people, and finds requests', {
      ...table,
      MAC_KEY: keys.mac.keyArn,
    })
    const see = place('desk-request', 'Shows a request to people of the company', table)
    const look = place(
      'desk-look',
      'Shows what is personal in a request, its letters and mails, and hands on their files',
      {
        ...table,
        ...(mailbox ? { MAILS_BUCKET: mailbox.bucket.bucketName } : {}),
      },
    )
    const act = place('desk-act', 'Takes what people of the company do to a request', table)
    const promises = place(
      'desk-promises',
      "Shows what was promised, how it is kept, the record of processing, and the policy's versions",
      table,
    )
    const figures = place('desk-figures', 'Shows the figures of twelve months as charts, and hands them on', table)
    const enter = place('desk-enter', 'Takes a request that came by phone, letter or chat', {
      ...table,
      MAC_KEY: keys.mac.keyArn,
    })
    const write = place('desk-write', 'Takes what people of the company write to a person, and their notes', table)
    const tasks = place('desk-tasks', 'Shows what is to be done by hand, and takes what was', table)
    const disclosures = policy.disclosures
      ? [
          place('desk-disclosures', 'Shows what people are asked to approve, and asks them', {
            ...table,
            MAC_KEY: keys.mac.keyArn,
          }),
        ]
      : []
    for (const one of [queue, see, look, act, promises, figures, enter, write, tasks, ...disclosures])
      store.letWork(one, ['Z#'], 'GetItem', 'UpdateItem')
    store.letSearch(queue, 'byDue')
    store.letSearch(queue, 'bySubject')
    store.letWork(queue, ['R#'], 'GetItem')
    queue.allow(['kms:GenerateMac'], [keys.mac.keyArn])
    store.letWork(see, ['R#'], 'Query')
    for (const one of [look, act, write]) store.letWork(one, ['R#'], 'Query', 'PutItem')
    store.letWork(look, ['E#'], 'Query')
    if (mailbox) {
      store.letWork(look, ['I#'], 'GetItem')
      mailbox.letRead(look)
    }
    // A request that is turned down lets its person ask again, and counts. What takes two people is only proposed here.
    if (!desk.twoPeople?.acts.includes('turn-down')) {
      store.letWork(write, ['P#'], 'DeleteItem')
      store.letCount(write)
    }
    store.letWork(act, ['T#'], 'PutItem')
    // A child's account is asked about under a reference of its own, one at a time.
    store.letWork(act, ['P#'], 'Query', 'PutItem', 'DeleteItem')
    store.letWork(act, ['R#'], 'UpdateItem')
    store.letCount(act)
    if (policy.mailbox) store.letWork(act, ['I#'], 'UpdateItem')
    store.letWork(enter, ['R#'], 'GetItem', 'PutItem')
    enter.allow(['kms:GenerateMac'], [keys.mac.keyArn])
    store.letSearch(tasks, 'byDue')
    store.letWork(tasks, ['R#'], 'GetItem', 'Query', 'PutItem')
    store.letWork(tasks, ['E#'], 'PutItem')
    store.letWork(tasks, ['Z#'], 'Query')
    for (const one of [promises, figures]) store.letSearch(one, 'byDue')
    for (const one of disclosures) {
      store.letSearch(one, 'byDue')
      store.letWork(one, ['R#'], 'GetItem', 'PutItem')
      store.letWork(one, ['P#'], 'Query', 'PutItem')
      one.allow(['kms:GenerateMac'], [keys.mac.keyArn]).allow(['dynamodb:Query'], [directory.indexArn])
    }
    for (const one of [promises, figures]) store.letWork(one, ['F#'], 'Query')
    store.letWork(promises, ['V#'], 'Query')

    const about = '/desk/requests/{reference}'
    for (const [method, path, to] of [
      [HttpMethod.GET, '/desk/sign-in', signIn],
      [HttpMethod.GET, '/desk/callback', signIn],
      [HttpMethod.POST, '/desk/sign-out', signIn],
      [HttpMethod.GET, '/desk', queue],
      [HttpMethod.POST, '/desk/search', queue],
      [HttpMethod.GET, '/desk/enter', enter],
      [HttpMethod.POST, '/desk/enter', enter],
      [HttpMethod.GET, about, see],
      [HttpMethod.GET, `${about}/certificate`, see],
      [HttpMethod.POST, `${about}/look`, look],
      [HttpMethod.POST, `${about}/evidence`, look],
      ...(mailbox ? [[HttpMethod.POST, `${about}/mails/{mail}/files/{file}`, look] as const] : []),
      [HttpMethod.POST, `${about}/write`, write],
      [HttpMethod.POST, `${about}/note`, write],
      [HttpMethod.POST, `${about}/turn-down`, write],
      [HttpMethod.POST, `${about}/{act}`, act],
      ...(policy.mailbox ? [[HttpMethod.POST, '/desk/mails/{reference}', act] as const] : []),
      [HttpMethod.POST, `${about}/systems/{system}/{act}`, tasks],
      [HttpMethod.GET, '/desk/tasks', tasks],
      [HttpMethod.GET, '/desk/tasks/{reference}/{task}', tasks],
      [HttpMethod.POST, '/desk/tasks/{reference}/{task}/look', tasks],
      [HttpMethod.POST, '/desk/tasks/{reference}/{task}/answer', tasks],
      [HttpMethod.POST, '/desk/tasks/{reference}/{task}/reassign', tasks],
      ...disclosures.flatMap((one) => [
        [HttpMethod.GET, '/desk/disclosures', one] as const,
        [HttpMethod.GET, '/desk/disclosures/ask', one] as const,
        [HttpMethod.POST, '/desk/disclosures/ask', one] as const,
      ]),
      [HttpMethod.GET, '/desk/promises', promises],
      [HttpMethod.GET, '/desk/figures', figures],
      [HttpMethod.GET, '/desk/figures.csv', figures],
      [HttpMethod.GET, '/desk/figures.json', figures],
      [HttpMethod.GET, '/desk/record', promises],
      [HttpMethod.GET, '/desk/record.json', promises],
      [HttpMethod.GET, '/desk/policy', promises],
      [HttpMethod.GET, '/desk/policy.json', promises],
    ] as const)
      new HttpRoute(this, `${method}${path}`, {
        httpApi: api.api,
        routeKey: HttpRouteKey.with(path, method),
        authorizer: api.frontDoor,
        integration: integrationOf(to),
      })
    this.functions = [signIn, queue, see, look, act, promises, figures, enter, write, tasks, ...disclosures]
  }

  /** People of the company, whom an administrator invites: nobody signs up, and nobody signs in with a password alone. */
  #pool(
    domainPrefix: string,
    { roles }: DeskPolicy,
    { site }: Policy,
  ): { readonly client: UserPoolClient; readonly issuer: string } {
    const pool = new UserPool(this, 'People', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      passwordPolicy: {
        minLength: 14,
        requireDigits: true,
        requireLowercase: true,
        requireSymbols: true,
        requireUppercase: true,
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    })
    accept(pool, {
      'AwsSolutions-COG3': 'Threat protection costs per person and month; TOTP is required of everybody instead.',
      'AwsSolutions-COG8': 'As above: the plan that has threat protection.',
    })
    pool.addDomain('Domain', { cognitoDomain: { domainPrefix } })
    const client = pool.addClient('Client', {
      generateSecret: false,
      preventUserExistenceErrors: true,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL],
        callbackUrls: [`${site}/desk/callback`],
      },
    })
    for (const [role, groupName] of Object.entries(roles))
      new CfnUserPoolGroup(this, `Group of ${role}`, { userPoolId: pool.userPoolId, groupName })
    new CfnOutput(this.nestedStackParent ?? this, 'DeskPeople', {
      value: pool.userPoolId,
      description: 'The user pool of the desk: invite people there, and put them into the groups of the policy',
    })
    return { client, issuer: pool.userPoolProviderUrl }
  }
}

import { NestedStack } from 'aws-cdk-lib'
import { HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2'
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import type { Policy } from '../policy/schema.ts'
import type { Anchors } from './anchors.ts'
import { type Api, apiFunction } from './api.ts'
import type { Directory } from './api-functions.ts'
import type { Bundles, FunctionName } from './bundles.ts'
import { CompanyRoutes } from './company-api.ts'
import type { ObligeFunction } from './function.ts'
import { integrationOf } from './integration.ts'
import type { Keys } from './keys.ts'
import type { Store } from './store.ts'

type CompanyProps = {
  readonly policy: Policy
  readonly api: Api
  readonly keys: Keys
  readonly store: Store
  readonly bundles: Bundles
  readonly directory: Directory
  /** The daily round, which a restored backup does not wait for. */
  readonly round: StateMachine
  readonly anchors: Anchors
}

/**
 * What the company's own programs and staff call; a stack of its own, because one has room for 500 resources. What answers
 * browsers that open an address without a page stands here too: nothing hangs on it either.
 */
export class Company extends NestedStack {
  readonly functions: readonly ObligeFunction[]

  constructor(scope: Construct, id: string, props: CompanyProps) {
    super(scope, id, { description: "Oblige: what the company's own programs and staff call" })
    const { api, policy } = props
    const { history } = api
    const forCompany = this.#place(props)
    new CompanyRoutes(this, 'Mailing', api, 'Asks who gets no mails, and says who wants them', [
      ...(['check', 'links', 'subscriptions'] as const).map((what) => ({
        method: HttpMethod.POST,
        path: `/mailing/${what}`,
        function: forCompany[what],
        scope: what === 'check' ? ('read' as const) : ('act' as const),
      })),
    ])
    new CompanyRoutes(this, 'Uses', api, 'Asks whose data may not be used for a purpose', [
      { method: HttpMethod.POST, path: '/uses/check', function: forCompany.uses, scope: 'read' },
    ])
    const about = '/requests/{reference}'
    const { hold, lift, child, extend, ask, disclosure } = forCompany
    new CompanyRoutes(
      this,
      'Staff',
      api,
      "Holds up erasures, takes longer, asks who asks, ends restrictions, reports a child's account, and asks before data are passed on",
      [
        { method: HttpMethod.POST, path: '/disclosures', function: ask, scope: 'act' },
        { method: HttpMethod.POST, path: '/children', function: child, scope: 'act' },
        { method: HttpMethod.DELETE, path: `${about}/child`, function: child, scope: 'act' },
        { method: HttpMethod.POST, path: `${about}/hold`, function: hold, scope: 'act' },
        { method: HttpMethod.DELETE, path: `${about}/hold`, function: hold, scope: 'act' },
        { method: HttpMethod.POST, path: `${about}/lift`, function: lift, scope: 'act' },
        { method: HttpMethod.POST, path: `${about}/extend`, function: extend, scope: 'act' },
        { method: HttpMethod.POST, path: `${about}/doubt`, function: extend, scope: 'act' },
      ],
    )
    new CompanyRoutes(
      this,
      'Disclosures',
      api,
      'Asks whether data may be passed on, and says what was',
      (['check', 'disclosed'] as const).map((what) => ({
        method: HttpMethod.POST,
        path: `/disclosures/{reference}/${what}`,
        function: disclosure,
        scope: what === 'check' ? ('read' as const) : ('act' as const),
      })),
    )
    new CompanyRoutes(this, 'Backups', api, 'Says that a backup was restored, and asks how far that is made good', [
      { method: HttpMethod.POST, path: '/backup-restored', function: forCompany.restored, scope: 'act' },
      { method: HttpMethod.GET, path: '/backup-restored', function: forCompany.restored, scope: 'read' },
    ])
    new CompanyRoutes(this, 'Figures', api, 'Gets the figures of a year', [
      { method: HttpMethod.GET, path: '/figures', function: forCompany.figures, scope: 'read' },
    ])
    const audit = new CompanyRoutes(this, 'Audit', api, 'Reads the history of a request, signed, and the anchors', [
      { method: HttpMethod.GET, path: `${about}/history`, function: history, scope: 'read' },
    ])
    props.anchors.letRead(audit.policy)
    const noPage = apiFunction(this, 'no-page', {
      does: 'Answers a browser that opens an address where there is no page',
      environment: {},
      keys: props.keys,
      bundles: props.bundles,
    })
    // What has a page or a file of its own comes first: an API takes a route of everything below (`+`) last.
    const below = [
      'requests',
      'mailing',
      'notices',
      ...(policy.desk ? ['desk'] : []),
      ...(policy.mailbox ? ['mails'] : []),
    ]
    for (const path of ['/requests', '/requests/{token}/{form}', ...below.map((first) => `/${first}/{address+}`)])
      new HttpRoute(this, path, {
        httpApi: api.api,
        routeKey: HttpRouteKey.with(path, HttpMethod.GET),
        authorizer: api.frontDoor,
        integration: integrationOf(noPage),
      })
    this.functions = [...Object.values(forCompany), noPage]
  }

  #place({ keys, store, bundles, directory, round }: CompanyProps) {
    const place = (name: FunctionName, does: string, environment: Record<string, string>) =>
      apiFunction(this, name, { does, environment, keys, bundles })
    const environment = { TABLE: store.requests.tableName, MAC_KEY: keys.mac.keyArn }
    const check = place('mailing-check', 'Says which addresses get nothing of a list', environment)
    const links = place('mailing-links', 'Makes the links that end mails', { MAC_KEY: keys.mac.keyArn })
    const subscriptions = place('mailing-subscriptions', 'Takes what people chose in their account', environment)
    const uses = place('use-check', 'Says whose data may not be used for a purpose', environment)
    for (const one of [check, links, subscriptions, uses]) one.allow(['kms:GenerateMac'], [keys.mac.keyArn])
    for (const one of [check, subscriptions, uses]) store.letWork(one, ['M#'], 'BatchGetItem')
    store.letWork(subscriptions, ['M#'], 'UpdateItem')
    const table = { TABLE: store.requests.tableName }
    const hold = place('hold', 'Holds up an erasure, or ends that', table)
    const lift = place('lift', 'Ends a restriction, after the person was told', table)
    const extend = place('extend', 'Takes two months more for an answer, or has the person asked who they are', table)
    for (const one of [hold, lift, extend]) store.letWork(one, ['R#'], 'Query', 'PutItem')
    store.letWork(lift, ['P#'], 'Query')
    const child = place('child', 'Opens the question whether a guardian consents, or ends it', environment)
    child.allow(['kms:GenerateMac'], [keys.mac.keyArn]).allow(['dynamodb:Query'], [directory.indexArn])
    store.letWork(child, ['R#'], 'GetItem', 'Query', 'PutItem', 'UpdateItem')
    store.letWork(child, ['P#'], 'Query', 'PutItem', 'DeleteItem')
    const ask = place('ask-approval', 'Asks a person whether their data may be passed on', environment)
    ask.allow(['kms:GenerateMac'], [keys.mac.keyArn])
    const disclosure = place('disclosure', 'Says whether data may be passed on, and notes what was', table)
    for (const one of [ask, disclosure]) one.allow(['dynamodb:Query'], [directory.indexArn])
    store.letWork(ask, ['R#'], 'GetItem', 'PutItem')
    store.letWork(ask, ['P#'], 'Query', 'PutItem')
    store.letWork(disclosure, ['R#'], 'GetItem', 'Query', 'PutItem', 'UpdateItem')
    // What is over frees the file for another question.
    store.letWork(disclosure, ['P#'], 'Query', 'DeleteItem')
    store.letCount(child, lift)
    const figures = place('figures', 'Hands out the figures of a year', table)
    store.letWork(figures, ['F#'], 'Query')
    const restored = place('backup-restored', 'Has everybody erased again whom a restored backup brought back', {
      ...table,
      ROUND_MACHINE: round.stateMachineArn,
    })
    store.letWork(restored, ['B#'], 'GetItem', 'PutItem')
    store.letSearch(restored, 'byDue')
    restored.allow(['states:StartExecution'], [round.stateMachineArn])
    return { check, links, subscriptions, uses, hold, lift, extend, child, ask, disclosure, restored, figures }
  }
}

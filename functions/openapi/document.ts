import * as z from 'zod/mini'
import { policy } from '../../policy/in-force.ts'
import { type ClientsPolicy, scopes } from '../../policy/programs.ts'
import { ofColleagues } from './colleagues.ts'
import { ofCompany } from './company.ts'
import { ofControllers, Problem } from './controllers.ts'
import {
  always,
  Failed,
  Failure,
  Gateway,
  type Operation,
  type Operations,
  Refusal,
  type Said,
  says,
  TooLarge,
} from './operation.ts'
import { ofPeople } from './people.ts'
import { Mail, Request } from './requests.ts'

type Json = Readonly<Record<string, unknown>>
/** Who calls, how they prove it, and what that adds. */
type Audience = {
  readonly tag: string
  readonly operations: Operations
  /** What comes before the paths of its operations. */
  readonly under: string
  security(operation: Operation): readonly Json[]
  /** Media types that a body may have: all are parsed into the same fields (functions/entry/body.ts). */
  readonly bodies: readonly string[]
  readonly also: Operation['answers']
  /** At the API's own address, and not at the site's. */
  readonly atTheApi?: true
}

const forms = ['application/x-www-form-urlencoded', 'multipart/form-data', 'application/json']
const json = ['application/json']

const audiences: readonly Audience[] = [
  { tag: 'Public pages', operations: ofPeople, under: '', security: () => [], bodies: forms, also: {} },
  {
    tag: 'Company',
    operations: ofCompany,
    under: '/company',
    security: () => [{ signature: [] }],
    bodies: json,
    also: { 403: says('Not signed, or not allowed by IAM', Gateway) },
    atTheApi: true,
  },
  ...(policy.clients
    ? [
        {
          tag: 'Programs',
          operations: ofCompany,
          under: '/programs',
          security: ({ scope }: Operation) => (scope ? [{ client: [scopes[scope]] }] : []),
          bodies: json,
          also: {
            401: says('No token, or none that holds here', Gateway),
            403: says('The token is not good for this', Gateway),
          },
          atTheApi: true as const,
        },
      ]
    : []),
  { tag: 'Desk', operations: ofColleagues, under: '', security: () => [{ session: [] }], bodies: forms, also: {} },
  {
    tag: 'Controllers',
    operations: ofControllers,
    under: '',
    security: () => [{ controller: [] }],
    bodies: json,
    also: { 500: says('It failed: ask again', z.union([Problem, Gateway])) },
  },
]

/** What stands in paths. */
const variables: Readonly<Record<string, string>> = {
  token: 'The secret of a link, out of a letter',
  reference: 'Which request, such as OB-7K3M-92QF; of a mail, its id',
  task: 'Which task of the request, as the list of tasks names it',
  system: 'A system of the policy',
  act: 'One of the acts that the request itself names',
  id: 'The controller’s own id of its request (UUID)',
}

/** The description of every route of this policy's API, as OpenAPI 3.1. Nothing secret and nothing personal is in it. */
export function openapi(): Json {
  const named = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries({ Request, Mail, Refusal, TooLarge, Failure, Failed, Gateway, Problem }))
    named.add(schema, { id })
  const taken = z.registry<{ id: string }>()
  const paths: Record<string, Record<string, Json>> = {}
  for (const audience of audiences)
    for (const [route, operation] of Object.entries(audience.operations)) {
      const [method = '', rest = ''] = route.split(' ')
      const path = `${audience.under}${rest}`
      const id = idOf(method, path)
      if (operation.body) taken.add(z.clone(operation.body), { id: `${id}Body` })
      paths[path] = { ...paths[path], [method.toLowerCase()]: described(id, path, operation, audience, named) }
    }
  return {
    openapi: '3.1.1',
    info: {
      title: `Privacy requests of ${policy.company.name}`,
      version: '1',
      license: { name: 'MIT', identifier: 'MIT' },
      description:
        'Answers are JSON; where a page is named too, who asks for HTML (`Accept`) gets it instead. What is not described here is an error, and nothing in an error is personal.',
    },
    servers: [{ url: policy.site }],
    tags: audiences.map(({ tag: name }) => ({ name })),
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      schemas: { ...componentsOf(taken, 'input'), ...componentsOf(named, 'output') },
      securitySchemes: {
        signature: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: 'AWS Signature Version 4 for the service execute-api, with a managed policy of the outputs.',
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-oblige-desk',
          description: 'A session of somebody who signed in; forms carry its token `csrf` besides.',
        },
        ...(policy.clients ? { client: tokensOf(policy.clients) } : {}),
        controller: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: 'What was agreed on with the controller.',
        },
      },
    },
  }
}

function described(
  id: string,
  path: string,
  operation: Operation,
  { tag, security, bodies, also, atTheApi }: Audience,
  named: Named,
): Json {
  const { does, more, query = {}, body, answers } = operation
  const proofs = security(operation)
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    description: variables[name] ?? '',
    schema: { type: 'string' },
  }))
  const inQuery = Object.entries(query).map(([name, schema]) => ({
    name,
    in: 'query',
    schema: plain(z.toJSONSchema(schema, { io: 'input' })),
  }))
  const parameters = [...inPath, ...inQuery]
  const all = { ...always, ...also, ...answers }
  return {
    operationId: id,
    tags: [tag],
    summary: does,
    ...(more ? { description: more } : {}),
    ...(atTheApi ? { servers: [apiItself] } : {}),
    ...(proofs.length > 0 ? { security: proofs } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { content: contentOf(bodies, { $ref: `${schemas}${id}Body` }) } } : {}),
    responses: Object.fromEntries(
      Object.entries(all).map(([status, said]) => [status, answerOf(said, `${id}${status}`, named)]),
    ),
  }
}

type Named = ReturnType<typeof z.registry<{ id: string }>>

function answerOf({ does, json, page, file, leads }: Said, id: string, named: Named): Json {
  if (json && !named.has(json)) named.add(json, { id })
  const schema = json ? { $ref: `${schemas}${named.get(json)?.id ?? id}` } : { type: 'string' }
  const content = {
    ...(json || file ? contentOf([file ?? 'application/json'], schema) : {}),
    ...(page ? contentOf(['text/html'], { type: 'string' }) : {}),
  }
  return {
    description: does,
    ...(leads ? { headers: { location: { required: true, schema: { type: 'string' } } } } : {}),
    ...(Object.keys(content).length > 0 ? { content } : {}),
  }
}

const schemas = '#/components/schemas/'
const apiItself = {
  url: 'https://{api}.execute-api.{region}.amazonaws.com',
  description: 'The output API of the stack',
  variables: { api: { default: 'api' }, region: { default: policy.regions.home } },
}

const contentOf = (types: readonly string[], schema: Json) =>
  Object.fromEntries(types.map((type) => [type, { schema }]))

/** Where the company's programs get their tokens (RFC 6749, section 4.4). */
function tokensOf(clients: ClientsPolicy): Json {
  if (clients.kind === 'oidc')
    return { type: 'openIdConnect', openIdConnectUrl: `${clients.issuer}/.well-known/openid-configuration` }
  const tokenUrl = `https://${clients.prefix}.auth.${policy.regions.home}.amazoncognito.com/oauth2/token`
  const described = { [scopes.read]: 'Asks, and changes nothing', [scopes.act]: 'Does what staff decide' }
  return { type: 'oauth2', flows: { clientCredentials: { tokenUrl, scopes: described } } }
}

/** Such as postRequestsTokenErasenow. */
const idOf = (method: string, path: string): string =>
  `${method.toLowerCase()}${path
    .split('/')
    .map((part) => part.replaceAll(/\W/g, ''))
    .map((part) => `${part.slice(0, 1).toUpperCase()}${part.slice(1)}`)
    .join('')}`

const componentsOf = (registry: Named, io: 'input' | 'output') =>
  Object.fromEntries(
    Object.entries(z.toJSONSchema(registry, { uri: (id) => `${schemas}${id}`, io }).schemas).map(([id, schema]) => [
      id,
      plain(schema),
    ]),
  )

/** Without what only a document of its own needs. */
function plain(schema: object): Json {
  const { $schema: _, $id: __, ...rest } = schema as { $schema?: string; $id?: string }
  return rest
}

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { openapi } from '../functions/openapi/document.ts'
import type { Answered } from '../local/front/http-api.ts'

type Media = { readonly schema: { readonly $ref?: string; readonly type?: string } }
type Response = { readonly content?: Readonly<Record<string, Media>>; readonly headers?: object }
export type Operation = {
  readonly operationId: string
  readonly responses: Readonly<Record<string, Response>>
  readonly security?: ReadonlyArray<Readonly<Record<string, readonly string[]>>>
  readonly parameters?: ReadonlyArray<{ readonly name: string; readonly in: string }>
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> }
}
export type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
}

/** The description of the demo company's API. */
export const document = openapi() as Document
const ajv = new Ajv2020({ strict: false, validateFormats: false })
ajv.addSchema({ $id: 'openapi', components: document.components })
const validators = new Map<string, ValidateFunction>()

/** Whether a value is as a schema of the document says; undefined: it is, else where it is not. */
function unlike({ $ref }: Media['schema'], value: unknown): string | undefined {
  if ($ref === undefined) return undefined
  const validate = validators.get($ref) ?? ajv.compile({ $ref: `openapi${$ref}` })
  validators.set($ref, validate)
  if (validate(value)) return undefined
  // Paths and rules alone: a value may be personal.
  const found = (validate.errors ?? []).map(({ instancePath, keyword, params }) =>
    [instancePath, keyword, 'additionalProperty' in params ? params.additionalProperty : ''].join(' ').trim(),
  )
  return [...new Set(found)].slice(0, 5).join('; ')
}

/** Holds answers against the description: status, media type, and the JSON itself. */
export class Described {
  /** What was answered otherwise than described, each once. */
  readonly differences: string[] = []
  /** How often each operation was answered. */
  readonly answers = new Map<string, number>()

  check({ request, routeKey, answer }: Answered): void {
    // Everything else below an address: no operation, and nothing that a program could want.
    if (routeKey.includes('+}')) return
    this.answers.set(routeKey, (this.answers.get(routeKey) ?? 0) + 1)
    const difference = differenceOf(routeKey, request.method, answer)
    if (difference === undefined) return
    const whole = `${routeKey}: ${answer.status} ${difference}`
    if (!this.differences.includes(whole)) this.differences.push(whole)
  }
}

function differenceOf(routeKey: string, called: string, { status, headers, body }: Answered['answer']) {
  const [method = '', path = ''] = routeKey.split(' ')
  const operation = document.paths[path]?.[method.toLowerCase()]
  if (!operation) return 'of a route that is not described'
  const response = operation.responses[status]
  if (!response) return 'is no status of it'
  if (response.headers && !headers.location) return 'leads nowhere'
  if (called === 'HEAD' || body.length === 0) return undefined
  const type = (headers['content-type'] ?? '').split(';')[0] ?? ''
  const media = response.content?.[type]
  if (!media) return `is not described as ${type}`
  return type.endsWith('json') ? unlike(media.schema, JSON.parse(body.toString('utf8'))) : undefined
}

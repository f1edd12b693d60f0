import middy from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import type * as z from 'zod/mini'
import { type Instant, instant } from '../../domain/time.ts'
import type { Language } from '../../policy/schema.ts'
import { fields } from './body.ts'
import { languageAsked } from './language.ts'
import { inTheLog } from './log.ts'
import type { Answer } from './refused.ts'
import { asPageOrJson } from './representation.ts'

export { type Answer, Refused } from './refused.ts'

export type Call<Body> = {
  readonly body: Body
  readonly token: string
  /** The address that was opened, without its query. */
  readonly path: string
  readonly language: Language
  readonly query: Readonly<Record<string, string | undefined>>
  readonly now: Instant
}

/** An HTTP endpoint of Lambda's payload format 2.0. */
export type Endpoint = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>

/** An HTTP endpoint: logged, parsed, run, and answered in the representation asked for. @param largest bytes of a body */
export function endpoint<Body>(
  what: string,
  shape: z.ZodMiniType<Body>,
  run: (call: Call<Body>) => Promise<Answer>,
  largest?: number,
): Endpoint {
  const story = async (event: APIGatewayProxyEventV2 & { fields?: Body }): Promise<Answer> =>
    run({
      body: event.fields as Body,
      token: event.pathParameters?.token ?? '',
      path: event.rawPath,
      language: languageAsked(event, event.fields),
      query: event.queryStringParameters ?? {},
      now: instant(Date.now()),
    })
  return middy()
    .use(inTheLog(what))
    .use(asPageOrJson())
    .use(fields(shape, largest))
    .handler(story) as unknown as Endpoint
}

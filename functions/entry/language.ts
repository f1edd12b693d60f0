import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { policy } from '../../policy/in-force.ts'
import type { Language } from '../../policy/schema.ts'

/** The language that the form, the link or the browser asks for, in this order; else the policy's first. */
export function languageAsked(event: APIGatewayProxyEventV2, fields: unknown): Language {
  const field = (fields as { language?: unknown } | undefined)?.language
  const accepted = (event.headers['accept-language'] ?? '')
    .split(',')
    .map((one) => one.trim().slice(0, 2).toLowerCase())
  const asked = [field, event.queryStringParameters?.lang, ...accepted]
  const known = asked.flatMap((one) => policy.languages.filter((language) => language === one))
  return known[0] ?? policy.languages[0] ?? 'en'
}

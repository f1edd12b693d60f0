import { runInNewContext } from 'node:vm'
import { part, text } from './resource.ts'

/** What a viewer-request function made of a request: another path to ask for, or an answer of its own. */
export type ViewerOutcome =
  | { readonly path: string }
  | { readonly status: number; readonly headers: Record<string, string>; readonly body: string }

/** Runs the code of an AWS::CloudFront::Function on a viewer request, with nothing of this process in reach. */
export function viewerRequest(
  code: string,
  request: { method: string; path: string; query: string; headers: Readonly<Record<string, string>> },
): ViewerOutcome {
  const querystring = Object.fromEntries([...new URLSearchParams(request.query)].map(([k, value]) => [k, { value }]))
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, { value }]))
  const event = {
    version: '1.0',
    context: { eventType: 'viewer-request' },
    viewer: { ip: '127.0.0.1' },
    request: { method: request.method, uri: request.path, querystring, headers, cookies: {} },
  }
  // CloudFront gives a function well under a millisecond of CPU; here it only must not hang.
  const given: unknown = runInNewContext(
    `${code}\n;JSON.stringify(handler(${JSON.stringify(event)}))`,
    {},
    { timeout: 500 },
  )
  const outcome = part(JSON.parse(text(given)))
  if (typeof outcome.statusCode !== 'number') return { path: text(outcome.uri) }
  const answered = Object.entries(part(outcome, 'headers')).map(([name, one]) => [name, text(part(one).value)] as const)
  const body = outcome.body
  return {
    status: outcome.statusCode,
    headers: Object.fromEntries(answered),
    body: typeof body === 'string' ? body : text(part(body).data),
  }
}

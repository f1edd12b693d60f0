import type { HttpAnswer } from '../front/http-api.ts'

/** Services that answer in XML; the others speak JSON. */
const inXml = ['s3', 'ses', 'sqs', 'sns']

/** An error of the gateway itself, in the way that the service's clients read errors. */
export function refusedHere(service: string, status: number, code: string, message: string): HttpAnswer {
  if (!inXml.includes(service))
    return {
      status,
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': code },
      body: Buffer.from(JSON.stringify({ __type: code, message })),
    }
  const error = `<Error><Code>${code}</Code><Message>${escaped(message)}</Message></Error>`
  return {
    status,
    headers: { 'content-type': 'text/xml' },
    body: Buffer.from(service === 's3' ? error : `<ErrorResponse>${error}</ErrorResponse>`),
  }
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Certified } from './certificate.ts'

export type Heard = {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}
export type Said = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
}
export type Served = { readonly url: string; stop(): Promise<void> }

/** Serves by TLS on a free port of 127.0.0.1. */
export async function serve({ key, pem }: Certified, answer: (heard: Heard) => Said | Promise<Said>): Promise<Served> {
  const server = createServer(
    { key: key.export({ type: 'pkcs8', format: 'pem' }), cert: pem },
    async (request, response) => {
      const parts: Buffer[] = []
      for await (const part of request) parts.push(part as Buffer)
      const said = await answer({
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(parts).toString('utf8'),
      })
      response.writeHead(said.status, { 'content-type': 'application/json', ...said.headers }).end(said.body)
    },
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

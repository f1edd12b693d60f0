import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type HttpAnswer, type HttpRequest, largestBody } from './http-api.ts'

/** Thrown by a handler to cut the connection instead of answering: a fault for tests. */
export class Dropped extends Error {}

/** An idle connection is kept this long, ms of real time: clients let go of theirs sooner, so none is cut while in use. */
const idleMs = 600_000

/** An HTTP server of people on 127.0.0.1; port 0 takes a free one. `limit`: largest body in bytes, 413 above it. */
export async function serve(
  port: number,
  handle: (request: HttpRequest) => Promise<HttpAnswer>,
  limit: number = largestBody,
): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer({ keepAliveTimeout: idleMs }, async (incoming, outgoing) => {
    // A body that is given up lets go of its socket.
    const { socket } = incoming
    let answer: HttpAnswer
    try {
      answer = await handle(await requestOf(incoming, limit))
    } catch (error) {
      if (error instanceof Dropped || incoming.errored || !incoming.complete) {
        socket.destroy()
        return
      }
      const status = error instanceof TooLarge ? 413 : 502
      const body = Buffer.from(status === 413 ? 'Too large.' : 'The local cloud could not answer this.')
      answer = { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body }
      if (status === 502) process.stderr.write(`front: ${error instanceof Error ? error.stack : String(error)}\n`)
    }
    const { 'set-cookie': cookies, ...headers } = answer.headers
    const head = incoming.method === 'HEAD'
    outgoing.writeHead(answer.status, {
      ...headers,
      ...(cookies ? { 'set-cookie': cookies.split('\n') } : {}),
      // What a HEAD would have got may be said without reading it.
      'content-length': (head && headers['content-length']) || answer.body.length,
      // Whoever sends such bodies starts anew.
      ...(answer.status === 413 ? { connection: 'close' } : {}),
    })
    outgoing.end(head ? undefined : answer.body)
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => stopped(server),
  }
}

class TooLarge extends Error {}
/** So many times the limit is read and thrown away, so that who sends it hears why it is refused; then the line is cut. */
const patience = 4

async function requestOf(incoming: IncomingMessage, limit: number): Promise<HttpRequest> {
  const [path = '/', query = ''] = (incoming.url ?? '/').split(/\?(.*)/s)
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of incoming as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > patience * limit) throw new TooLarge()
    if (size <= limit) pieces.push(piece)
  }
  if (size > limit) throw new TooLarge()
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as const)
  return {
    method: incoming.method ?? 'GET',
    path,
    query,
    headers: Object.fromEntries(headers),
    body: Buffer.concat(pieces),
    sourceIp: incoming.socket.remoteAddress ?? '127.0.0.1',
  }
}

function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

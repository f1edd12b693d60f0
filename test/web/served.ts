import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** What the distribution says of every page: no script at all, nothing from elsewhere, no frame. */
const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const types: Readonly<Record<string, string>> = {
  '/style.css': 'text/css',
  '/desk.css': 'text/css',
  '/icon.svg': 'image/svg+xml',
}

/** Pages by path on 127.0.0.1, under the strict policy; `asked` are the paths that were asked for. @param compressed as the distribution does */
export async function serve(
  pages: ReadonlyMap<string, string>,
  { compressed = false }: { readonly compressed?: boolean } = {},
): Promise<{
  origin: string
  asked: readonly string[]
  close: () => void
}> {
  const asked: string[] = []
  const server = createServer(async ({ url = '/' }, answer) => {
    const path = decodeURIComponent(url)
    asked.push(path)
    const type = types[path]
    const body = type ? await readFile(join(import.meta.dirname, '../../web', path)) : pages.get(path)
    answer.writeHead(body === undefined ? 404 : 200, {
      'content-type': type ?? 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy,
      ...(compressed ? { 'content-encoding': 'gzip' } : {}),
    })
    answer.end(compressed ? gzipSync(body ?? 'Not here.') : (body ?? 'Not here.'))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, asked, close: () => void server.close() }
}

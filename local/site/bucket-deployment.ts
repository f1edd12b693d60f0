import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { list, part, type Resource, text } from '../front/resource.ts'
import type { S3 } from '../s3/s3.ts'
import { save, saved } from '../state/file.ts'
import { sourceKeys } from '../template/assembly.ts'

/** Content types by a file's ending, as `aws s3 sync` guesses them. */
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.ico': 'image/vnd.microsoft.icon',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'text/xml',
}

/**
 * What a bucket deployment of CDK does: the assets' files become the bucket's objects, and those that it put there
 * before and that are no longer in the assets go. @throws naming a property that the local cloud does not do
 */
export async function publish(
  { name, properties }: Resource,
  s3: S3,
  asset: (key: string) => string,
  state: string,
): Promise<void> {
  const unknown = ['Exclude', 'Include', 'DestinationBucketKeyPrefix'].find(
    (one) => list(properties[one]).length > 0 || text(properties[one]),
  )
  const marked = list(properties.SourceMarkers).some((markers) => Object.keys(part(markers)).length > 0)
  if (unknown || marked) throw new Error(`the local cloud does not know ${unknown ?? 'SourceMarkers'} (${name})`)
  const bucket = text(properties.DestinationBucketName)
  const metadata = Object.entries(part(properties, 'SystemMetadata')).map(([key, value]) => [key, text(value)] as const)
  const keys: string[] = []
  for (const key of sourceKeys(properties)) {
    const folder = asset(key)
    for (const file of filesIn(folder)) {
      const path = file.split(/[\\/]/).join('/')
      keys.push(path)
      const body = readFileSync(join(folder, file))
      if (s3.object(bucket, path)?.body.equals(body)) continue
      const type = types[extname(file).toLowerCase()] ?? 'binary/octet-stream'
      await call(s3, 'PUT', bucket, path, { 'content-type': type, ...Object.fromEntries(metadata) }, body)
    }
  }
  const file = join(state, 'site', `${name}.json`)
  for (const before of list(saved(file)).map(text)) if (!keys.includes(before)) await call(s3, 'DELETE', bucket, before)
  save(file, JSON.stringify(keys))
}

async function call(
  s3: S3,
  method: string,
  bucket: string,
  key: string,
  headers: Readonly<Record<string, string>> = {},
  body = Buffer.alloc(0),
): Promise<void> {
  const path = `/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`
  const all = { host: '127.0.0.1', 'content-length': String(body.length), ...headers }
  const { status } = await s3.handle({ method, path, query: '', headers: all, body, sourceIp: '127.0.0.1' })
  if (status >= 300) throw new Error(`${method} ${bucket}/${key}: ${status}`)
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(join(folder, file)).isFile())

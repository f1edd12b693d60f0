import type { HttpRequest } from '../front/http-api.ts'

/** Who signed a call, for which service and region (AWS Signature Version 4, credential scope). */
export type Credential = { readonly accessKeyId: string; readonly region: string; readonly service: string }

/** Reads the signature of a header or of a presigned URL; undefined when there is none. The signature itself is checked of a URL (presigned.ts), and of a header where the service says so (signed.ts). */
export function credentialOf({ headers, query }: Pick<HttpRequest, 'headers' | 'query'>): Credential | undefined {
  const header = /Credential=([^,\s]+)/.exec(headers.authorization ?? '')?.[1]
  const scope = header ?? new URLSearchParams(query).get('X-Amz-Credential') ?? ''
  const [accessKeyId, , region, service] = scope.split('/')
  return accessKeyId && region && service ? { accessKeyId, region, service } : undefined
}

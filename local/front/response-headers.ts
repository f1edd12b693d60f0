import { list, part, text } from './resource.ts'

/** Names of CloudFront's managed response headers policies are not in a template; ours has its own. */
export type AddedHeader = { readonly name: string; readonly value: string; readonly override: boolean }

/** Headers that an AWS::CloudFront::ResponseHeadersPolicy adds to an answer. */
export function addedHeaders(properties: unknown): readonly AddedHeader[] {
  const config = part(properties, 'ResponseHeadersPolicyConfig')
  const security = part(config, 'SecurityHeadersConfig')
  const added: AddedHeader[] = []
  const add = (name: string, of: Readonly<Record<string, unknown>>, value: string) => {
    if (value) added.push({ name, value, override: text(of.Override) === 'true' })
  }
  const csp = part(security, 'ContentSecurityPolicy')
  add('content-security-policy', csp, text(csp.ContentSecurityPolicy))
  const frame = part(security, 'FrameOptions')
  add('x-frame-options', frame, text(frame.FrameOption))
  const referrer = part(security, 'ReferrerPolicy')
  add('referrer-policy', referrer, text(referrer.ReferrerPolicy))
  if (security.ContentTypeOptions) add('x-content-type-options', part(security, 'ContentTypeOptions'), 'nosniff')
  const hsts = part(security, 'StrictTransportSecurity')
  if (hsts.AccessControlMaxAgeSec !== undefined) {
    const sub = text(hsts.IncludeSubdomains) === 'true' ? '; includeSubDomains' : ''
    const preload = text(hsts.Preload) === 'true' ? '; preload' : ''
    add('strict-transport-security', hsts, `max-age=${text(hsts.AccessControlMaxAgeSec)}${sub}${preload}`)
  }
  for (const item of list(part(config, 'CustomHeadersConfig').Items)) {
    const header = part(item)
    add(text(header.Header).toLowerCase(), header, text(header.Value))
  }
  return added
}

/** Names of headers that the policy takes away. */
export const removedHeaders = (properties: unknown): readonly string[] =>
  list(part(part(properties, 'ResponseHeadersPolicyConfig'), 'RemoveHeadersConfig').Items).map((item) =>
    text(part(item).Header).toLowerCase(),
  )

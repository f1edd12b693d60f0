import type { Clock } from '../clock/clock.ts'
import type { Gateway } from '../gateway/gateway.ts'
import { service } from '../gateway/iam/principals.ts'
import type { S3 } from '../s3/s3.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { account } from '../template/assembly.ts'
import { Distribution, plain } from './distribution.ts'
import { Firewall } from './firewall.ts'
import type { HttpAnswer, HttpApi, HttpRequest } from './http-api.ts'
import type { Template } from './resource.ts'

export type SiteSetting = {
  readonly template: Template
  readonly clock: Clock
  readonly gateway: Gateway
  readonly s3: S3
  readonly secrets: Secrets
  readonly api: HttpApi
}

/** What people reach: the template's distribution behind its firewall, else its API alone, else nothing. The clock does not jump meanwhile. */
export function siteOf({ template, clock, gateway, s3, secrets, api }: SiteSetting) {
  const found = template.ofType('AWS::CloudFront::Distribution')[0]
  const distribution =
    found &&
    new Distribution(found, template, {
      object: async (bucket, key) => {
        const context = { 'aws:SourceArn': [found.arn], 'aws:SourceAccount': [account] }
        const need = { action: 's3:GetObject', resource: `arn:aws:s3:::${bucket}/${key}`, context }
        const { allowed } = gateway.check(service('cloudfront.amazonaws.com'), need, found.region)
        return allowed ? s3.object(bucket, key) : undefined
      },
      api: (request) => api.handle(request),
      secret: async (id) => secrets.value(id),
    })
  const [acl] = template.ofType('AWS::WAFv2::WebACL')
  const firewall = acl && new Firewall(acl, clock)
  const hasApi = template.ofType('AWS::ApiGatewayV2::Api').length > 0
  return (request: HttpRequest): Promise<HttpAnswer> =>
    clock.during(`${request.method} at the site`, async () => {
      if (distribution) return firewall?.instead(request) ?? (await distribution.handle(request))
      return hasApi ? await api.handle(request) : plain(404, 'The template has no site.')
    })
}

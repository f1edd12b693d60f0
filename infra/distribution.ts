import { Duration, Stack } from 'aws-cdk-lib'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods,
  CachePolicy,
  Distribution as CloudFront,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { AaaaRecord, ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53'
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { type Api, originHeader } from './api.ts'
import { pageAt, withoutSlash } from './edge-functions.ts'
import { accept } from './nag.ts'
import type { Domain } from './setting.ts'
import type { Site } from './site.ts'

type DistributionProps = {
  readonly api: Api
  readonly site: Site
  readonly webAclArn: string
  /** Whether mails come in, on which somebody of the company decides. */
  readonly mails: boolean
  /** Whether people of the company work here. */
  readonly desk: boolean
  /** Whether the company's site reads which privacy notice holds. */
  readonly notice: boolean
  /** Those in which there are pages. */
  readonly languages: readonly string[]
  readonly domain?: Domain & { readonly certificateArn: string }
}

/** Pages and forms load nothing from elsewhere, run no script, and cannot be framed. */
const contentSecurity = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

/** CloudFront keeps errors by their status, whatever the cache policy says: one person's would be shown to the next. */
const notKept = Duration.seconds(0)

/**
 * The one public door: static pages from the bucket, everything else from the API, never cached. It keeps no log: a link's
 * secret is in its address, and who asked from where is nobody's business; counts and errors are in the metrics.
 */
export class Distribution extends Construct {
  readonly distribution: CloudFront

  constructor(
    scope: Construct,
    id: string,
    { api, site, webAclArn, mails, desk, notice, languages, domain }: DistributionProps,
  ) {
    super(scope, id)
    const responseHeadersPolicy = this.#headers()
    const first = (name: string, code: string) => ({
      eventType: FunctionEventType.VIEWER_REQUEST,
      function: new EdgeFunction(this, name, {
        code: FunctionCode.fromInline(code),
        runtime: FunctionRuntime.JS_2_0,
      }),
    })
    const toApi = {
      origin: new HttpOrigin(`${api.api.apiId}.execute-api.${Stack.of(this).region}.amazonaws.com`, {
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
        customHeaders: { [originHeader]: this.#resolvedAtDeployment(api) },
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy,
    }
    const slash = first('WithoutSlash', withoutSlash)
    this.distribution = new CloudFront(this, 'Front', {
      comment: 'Oblige: privacy centre',
      defaultRootObject: 'index.html',
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(site.bucket as IBucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy,
        functionAssociations: [first('DirectoryIndex', pageAt(languages))],
      },
      additionalBehaviors: {
        '/requests*': { ...toApi, allowedMethods: AllowedMethods.ALLOW_ALL, functionAssociations: [slash] },
        '/notices/*': { ...toApi, allowedMethods: AllowedMethods.ALLOW_ALL },
        '/opendsr/*': { ...toApi, allowedMethods: AllowedMethods.ALLOW_ALL },
        '/mailing/*': { ...toApi, allowedMethods: AllowedMethods.ALLOW_ALL },
        ...(mails ? { '/mails/*': { ...toApi, allowedMethods: AllowedMethods.ALLOW_ALL } } : {}),
        ...(desk
          ? {
              '/desk': { ...toApi, allowedMethods: AllowedMethods.ALLOW_GET_HEAD },
              '/desk/*': { ...toApi, allowedMethods: AllowedMethods.ALLOW_ALL, functionAssociations: [slash] },
            }
          : {}),
        ...(notice ? { '/notice': { ...toApi, allowedMethods: AllowedMethods.ALLOW_GET_HEAD } } : {}),
        '/.well-known/jwks.json': { ...toApi, allowedMethods: AllowedMethods.ALLOW_GET_HEAD },
      },
      errorResponses: [
        // What the bucket does not have it answers with 403, because nobody may list it.
        { httpStatus: 403, responseHttpStatus: 404, responsePagePath: '/404.html', ttl: notKept },
        ...[404, 500, 501, 502, 503, 504].map((httpStatus) => ({ httpStatus, ttl: notKept })),
      ],
      webAclId: webAclArn,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      ...(domain
        ? {
            domainNames: [domain.name],
            certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
          }
        : {}),
    })
    accept(this.distribution, {
      'AwsSolutions-CFR1': 'A right does not end at a border: people ask from wherever they are.',
      'AwsSolutions-CFR3': 'A log would hold who asked from where, and the secrets of links. Metrics count without it.',
      ...(domain
        ? {}
        : {
            'AwsSolutions-CFR4':
              'Without a domain of its own a distribution has CloudFront’s certificate, for trying only.',
            '@aws-cdk/aws-cloudfront:minimumProtocolVersionWithoutCertificate':
              'As above: docs/deploy.md sets a domain.',
          }),
    })
    if (domain?.zone) this.#name(domain.name, domain.zone)
  }

  /** The secret stands in no template: CloudFormation resolves it while it deploys. */
  #resolvedAtDeployment(api: Api): string {
    return api.originSecret.secretValue.unsafeUnwrap()
  }

  #headers(): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'Headers', {
      comment: 'Oblige: nothing from elsewhere, nothing to elsewhere',
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: contentSecurity, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(730), includeSubdomains: true, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      },
      customHeadersBehavior: {
        customHeaders: [
          {
            header: 'permissions-policy',
            value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
            override: true,
          },
          { header: 'cross-origin-opener-policy', value: 'same-origin', override: true },
          { header: 'cross-origin-resource-policy', value: 'same-origin', override: true },
        ],
      },
    })
  }

  #name(name: string, zone: { readonly name: string; readonly id: string }): void {
    const hosted = HostedZone.fromHostedZoneAttributes(this, 'Zone', { hostedZoneId: zone.id, zoneName: zone.name })
    const target = RecordTarget.fromAlias(new CloudFrontTarget(this.distribution))
    new ARecord(this, 'Ipv4', { zone: hosted, recordName: name, target })
    new AaaaRecord(this, 'Ipv6', { zone: hosted, recordName: name, target })
  }
}

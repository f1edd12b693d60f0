import { resolve } from '../../../local/template/template.ts'

const lambda = (name: string) => ({
  'Fn::Sub': `arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/arn:aws:lambda:\${AWS::Region}:\${AWS::AccountId}:function:${name}/invocations`,
})
const route = (key: string, integration: string, more: object = {}) => ({
  Type: 'AWS::ApiGatewayV2::Route',
  Properties: {
    ApiId: { Ref: 'Api' },
    RouteKey: key,
    Target: { 'Fn::Sub': `integrations/\${${integration}}` },
    ...more,
  },
})
const integration = (name: string) => ({
  Type: 'AWS::ApiGatewayV2::Integration',
  Properties: { ApiId: { Ref: 'Api' }, IntegrationType: 'AWS_PROXY', IntegrationUri: lambda(name) },
})
const guarded = { AuthorizationType: 'CUSTOM', AuthorizerId: { Ref: 'Door' } }
const behind = (TargetOriginId: string, AllowedMethods: readonly string[]) => ({
  TargetOriginId,
  AllowedMethods,
  ResponseHeadersPolicyId: { Ref: 'Headers' },
})

/** An API with an authorizer behind a distribution with a bucket of pages, as the CDK synthesizes them. */
export const front = resolve({
  stacks: [
    {
      name: 'Main',
      region: 'eu-central-1',
      template: {
        Resources: {
          Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'api', ProtocolType: 'HTTP' } },
          Asks: integration('asks'),
          Special: integration('special'),
          Door: {
            Type: 'AWS::ApiGatewayV2::Authorizer',
            Properties: {
              AuthorizerUri: lambda('door'),
              IdentitySource: ['$request.header.x-origin'],
              AuthorizerResultTtlInSeconds: 60,
            },
          },
          Any: route('ANY /requests/{token}/{rest+}', 'Asks', guarded),
          One: route('GET /requests/{token}', 'Asks', guarded),
          Fixed: route('GET /requests/new', 'Special', guarded),
          Open: route('POST /open', 'Asks'),
          Pages: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'pages' } },
          Index: {
            Type: 'AWS::CloudFront::Function',
            Properties: {
              Name: 'index',
              FunctionCode: `function handler(event) {
                var request = event.request
                if (request.uri === '/old/') return { statusCode: 301, headers: { location: { value: '/ask/' } } }
                if (request.uri.endsWith('/')) request.uri += 'index.html'
                return request
              }`,
            },
          },
          Headers: {
            Type: 'AWS::CloudFront::ResponseHeadersPolicy',
            Properties: {
              ResponseHeadersPolicyConfig: {
                SecurityHeadersConfig: {
                  ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'none'", Override: true },
                  FrameOptions: { FrameOption: 'DENY', Override: true },
                  ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: false },
                  ContentTypeOptions: { Override: true },
                  StrictTransportSecurity: {
                    AccessControlMaxAgeSec: 63072000,
                    IncludeSubdomains: true,
                    Preload: true,
                    Override: true,
                  },
                },
                CustomHeadersConfig: { Items: [{ Header: 'X-Robots-Tag', Value: 'noindex', Override: true }] },
                RemoveHeadersConfig: { Items: [{ Header: 'Server' }] },
              },
            },
          },
          Front: {
            Type: 'AWS::CloudFront::Distribution',
            Properties: {
              DistributionConfig: {
                DefaultRootObject: 'index.html',
                Origins: [
                  { Id: 'pages', DomainName: { 'Fn::GetAtt': ['Pages', 'RegionalDomainName'] }, S3OriginConfig: {} },
                  {
                    Id: 'api',
                    DomainName: 'api.example.com',
                    CustomOriginConfig: {},
                    OriginCustomHeaders: [
                      {
                        HeaderName: 'X-Origin',
                        HeaderValue: '{{resolve:secretsmanager:the-secret:SecretString:word::}}',
                      },
                    ],
                  },
                ],
                DefaultCacheBehavior: {
                  ...behind('pages', ['GET', 'HEAD']),
                  FunctionAssociations: [
                    { EventType: 'viewer-request', FunctionARN: { 'Fn::GetAtt': ['Index', 'FunctionARN'] } },
                  ],
                },
                CacheBehaviors: [
                  {
                    PathPattern: '/requests*',
                    ...behind('api', ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE']),
                  },
                ],
                CustomErrorResponses: [{ ErrorCode: 403, ResponseCode: 404, ResponsePagePath: '/404.html' }],
              },
            },
          },
        },
      },
    },
  ],
})

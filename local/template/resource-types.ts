import { account } from './assembly.ts'
import { arnOf, global, identified, idOf, type Naming, named, nameless, physicalName } from './naming.ts'

/** DynamoDB labels a stream by its instant of creation; here every stream has this one. */
export const streamLabel = 'local'

const table = (name: string) => `table/${name}`
const withStream = {
  attributes: (_: string, arn: string) => ({ StreamArn: `${arn}/stream/${streamLabel}` }),
}

/** Resource types that the local cloud acts on, each with how it is called. */
export const real: Readonly<Record<string, Naming>> = {
  'AWS::ApiGatewayV2::Api': identified(
    'apigateway',
    (id) => `/apis/${id}`,
    (id, { region }) => ({
      ApiId: id,
      ApiEndpoint: `https://${id}.execute-api.${region}.amazonaws.com`,
    }),
  ),
  'AWS::ApiGatewayV2::Authorizer': identified(
    'apigateway',
    (id) => `/authorizers/${id}`,
    (id) => ({ AuthorizerId: id }),
  ),
  'AWS::ApiGatewayV2::Integration': identified('apigateway', (id) => `/integrations/${id}`),
  'AWS::ApiGatewayV2::Route': identified(
    'apigateway',
    (id) => `/routes/${id}`,
    (id) => ({ RouteId: id }),
  ),
  'AWS::CloudFormation::Stack': (asked) => {
    const { name } = nameless(asked)
    const arn = arnOf('cloudformation', asked.region, `stack/${name}/local`)
    return { name, arn, ref: arn, attributes: {} }
  },
  'AWS::CloudFront::Distribution': identified(
    'cloudfront',
    (id) => `distribution/${id}`,
    (id) => ({
      DomainName: `${id.toLowerCase()}.cloudfront.net`,
    }),
  ),
  'AWS::CloudFront::Function': global('cloudfront', 'Name', 64, (name) => `function/${name}`, {
    ref: 'arn',
    attributes: (_, arn) => ({ FunctionARN: arn, 'FunctionMetadata.FunctionARN': arn, Stage: 'LIVE' }),
  }),
  'AWS::CloudFront::ResponseHeadersPolicy': identified('cloudfront', (id) => `response-headers-policy/${id}`),
  'AWS::DynamoDB::Table': named('dynamodb', 'TableName', 255, table, withStream),
  'AWS::Events::Rule': named('events', 'Name', 64, (name) => `rule/${name}`),
  'AWS::IAM::ManagedPolicy': global('iam', 'ManagedPolicyName', 128, (name) => `policy/${name}`, {
    ref: 'arn',
    attributes: (_, arn) => ({ PolicyArn: arn }),
  }),
  'AWS::IAM::Policy': global('iam', 'PolicyName', 128, (name) => `policy/${name}`, {
    attributes: (name) => ({ Id: name }),
  }),
  'AWS::IAM::Role': global('iam', 'RoleName', 64, (name) => `role/${name}`, {
    attributes: (_, __, asked) => ({ RoleId: `AROA${idOf(asked, 16)}` }),
  }),
  'AWS::KMS::Alias': named('kms', 'AliasName', 256, (name) => name),
  'AWS::KMS::Key': (asked) => {
    const hex = idOf(asked, 32).toLowerCase()
    const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
    const arn = arnOf('kms', asked.region, `key/${id}`)
    return { name: id, arn, ref: id, attributes: { Arn: arn, KeyId: id } }
  },
  'AWS::Lambda::EventInvokeConfig': nameless,
  'AWS::Lambda::EventSourceMapping': identified('lambda', (id) => `event-source-mapping:${id}`),
  'AWS::Lambda::Function': named('lambda', 'FunctionName', 64, (name) => `function:${name}`),
  'AWS::Lambda::Permission': nameless,
  'AWS::S3::Bucket': (asked) => {
    const name = physicalName(asked, 'BucketName', 63).toLowerCase()
    const arn = `arn:aws:s3:::${name}`
    const domain = `${name}.s3.amazonaws.com`
    const regional = `${name}.s3.${asked.region}.amazonaws.com`
    return { name, arn, ref: name, attributes: { Arn: arn, DomainName: domain, RegionalDomainName: regional } }
  },
  'AWS::S3::BucketPolicy': nameless,
  'AWS::SES::ConfigurationSetEventDestination': nameless,
  'AWS::SES::EmailIdentity': named('ses', 'EmailIdentity', 320, (name) => `identity/${name}`, {
    attributes: () => dkim(),
  }),
  'AWS::SES::ReceiptRule': (asked) => {
    const { Name } = asked.value('Rule') as { readonly Name?: string }
    const rule = Name ?? physicalName(asked, 'Name', 64)
    const arn = arnOf('ses', asked.region, `receipt-rule-set/${asked.text('RuleSetName')}:receipt-rule/${rule}`)
    return { name: rule, arn, ref: rule, attributes: {} }
  },
  'AWS::SES::ReceiptRuleSet': named('ses', 'RuleSetName', 64, (name) => `receipt-rule-set/${name}`),
  'AWS::SQS::Queue': (asked) => {
    const name = physicalName(asked, 'QueueName', 80)
    const arn = arnOf('sqs', asked.region, name)
    const url = `https://sqs.${asked.region}.amazonaws.com/${account}/${name}`
    return { name, arn, ref: url, attributes: { Arn: arn, QueueName: name, QueueUrl: url } }
  },
  'AWS::Scheduler::Schedule': named('scheduler', 'Name', 64, (name) => `schedule/default/${name}`),
  'AWS::SecretsManager::Secret': (asked) => {
    const name = physicalName(asked, 'Name', 512)
    // AWS adds six characters of its own to a secret's name.
    const arn = arnOf('secretsmanager', asked.region, `secret:${name}-${idOf(asked, 6)}`)
    return { name, arn, ref: arn, attributes: { Id: arn } }
  },
  'AWS::StepFunctions::StateMachine': named('states', 'StateMachineName', 80, (name) => `stateMachine:${name}`, {
    ref: 'arn',
    attributes: (name) => ({ Name: name }),
  }),
  'Custom::CDKBucketDeployment': nameless,
  'Custom::CrossRegionExportReader': nameless,
  'Custom::CrossRegionExportWriter': nameless,
}

/** Resource types that have nothing to do on one machine: they only have names. docs/local-cloud.md says so of each. */
export const silent: Readonly<Record<string, Naming>> = {
  'AWS::ApiGatewayV2::Stage': (asked) => {
    const name = asked.text('StageName')
    return { name, arn: '', ref: name, attributes: {} }
  },
  'AWS::Budgets::Budget': nameless,
  'AWS::CDK::Metadata': nameless,
  'AWS::CertificateManager::Certificate': named('acm', 'CertificateName', 64, (name) => `certificate/${name}`, {
    ref: 'arn',
  }),
  'AWS::CloudFront::CachePolicy': identified('cloudfront', (id) => `cache-policy/${id}`),
  'AWS::CloudFront::OriginAccessControl': identified('cloudfront', (id) => `origin-access-control/${id}`),
  'AWS::CloudFront::OriginRequestPolicy': identified('cloudfront', (id) => `origin-request-policy/${id}`),
  'AWS::CloudWatch::Alarm': named('cloudwatch', 'AlarmName', 255, (name) => `alarm:${name}`),
  'AWS::CloudWatch::CompositeAlarm': named('cloudwatch', 'AlarmName', 255, (name) => `alarm:${name}`),
  'AWS::CloudWatch::Dashboard': named('cloudwatch', 'DashboardName', 255, (name) => `dashboard/${name}`),
  'AWS::Lambda::LayerVersion': named('lambda', 'LayerName', 140, (name) => `layer:${name}:1`, { ref: 'arn' }),
  'AWS::Logs::DeliveryDestination': named('logs', 'Name', 60, (name) => `delivery-destination:${name}`),
  'AWS::Logs::DeliverySource': named('logs', 'Name', 60, (name) => `delivery-source:${name}`),
  'AWS::Logs::Delivery': nameless,
  'AWS::Logs::LogGroup': named('logs', 'LogGroupName', 512, (name) => `log-group:${name}:*`),
  'AWS::Logs::MetricFilter': nameless,
  'AWS::Logs::ResourcePolicy': nameless,
  'AWS::Route53::RecordSet': nameless,
  'AWS::SES::ConfigurationSet': named('ses', 'Name', 64, (name) => `configuration-set/${name}`),
  'AWS::SNS::Subscription': nameless,
  'AWS::SNS::Topic': named('sns', 'TopicName', 256, (name) => name, {
    ref: 'arn',
    attributes: (name, arn) => ({ TopicArn: arn, TopicName: name }),
  }),
  'AWS::SNS::TopicPolicy': nameless,
  'AWS::SQS::QueuePolicy': nameless,
  'AWS::SecretsManager::ResourcePolicy': nameless,
  'AWS::WAFv2::LoggingConfiguration': nameless,
  'AWS::WAFv2::WebACL': named('wafv2', 'Name', 128, (name) => `global/webacl/${name}/1`),
  'Custom::LogRetention': nameless,
  'Custom::S3AutoDeleteObjects': nameless,
}

/** Names and values of the DNS records that prove a domain to SES. */
const dkim = () =>
  Object.fromEntries(
    [1, 2, 3].flatMap((n) => [
      [`DkimDNSTokenName${n}`, `local${n}._domainkey.example.com`],
      [`DkimDNSTokenValue${n}`, `local${n}.dkim.amazonses.com`],
    ]),
  )

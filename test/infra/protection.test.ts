import { Bucket } from 'aws-cdk-lib/aws-s3'
import { beforeAll, expect, test } from 'vitest'
import demo from '../../demo/policy.ts'
import { promise } from '../promise.ts'
import { ofType, type Properties, type Synthesized, synthesized } from './synthesized.ts'

let app: Synthesized
beforeAll(async () => {
  app = await synthesized()
})

const properties = (type: string): readonly Properties[] => ofType(app.oblige, type).map((one) => one.properties)
const one = (type: string): Properties => {
  const [only, ...more] = properties(type)
  if (!only || more.length > 0) throw new Error(`not exactly one ${type}`)
  return only
}

/** The bucket of mails, the one of copies, and the one of pages. */
const buckets = () =>
  ofType(app.oblige, 'AWS::S3::Bucket')
    .toSorted((a, b) => a.id.localeCompare(b.id))
    .map((found) => found.properties)

test('cdk-nag finds nothing that nobody accepted', () => {
  expect(app.findings).toEqual([])
})

test('cdk-nag would find a bucket that may be read without TLS, and ends the synth', async () => {
  const open = synthesized({ more: ({ oblige }) => void new Bucket(oblige, 'Open') })
  await expect(open).rejects.toThrow('AwsSolutions-S10')
}, 120_000)

promise('N15', 'every medium is encrypted: tables, logs, topic, queue, bucket', () => {
  const ours = { 'Fn::GetAtt': [expect.stringContaining('KeysData'), 'Arn'] }
  const tables = properties('AWS::DynamoDB::Table')
  expect(tables).toHaveLength(3)
  for (const table of tables)
    expect(table.SSESpecification).toEqual({ SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: ours })
  const logs = properties('AWS::Logs::LogGroup')
  expect(logs.length).toBeGreaterThan(15)
  for (const log of logs) expect(log).toMatchObject({ KmsKeyId: ours, RetentionInDays: 90 })
  expect(one('AWS::SNS::Topic').KmsMasterKeyId).toEqual(ours)
  // What lies in a queue names nobody, but for SES's events of mails: those are kept no longer than the mails.
  const queues = properties('AWS::SQS::Queue')
  const [ofMails, ...others] = queues.toSorted((a, b) => Number(!a.KmsMasterKeyId) - Number(!b.KmsMasterKeyId))
  expect(ofMails).toMatchObject({ KmsMasterKeyId: ours, MessageRetentionPeriod: 14 * 86_400 })
  expect(others.length).toBeGreaterThan(0)
  for (const queue of others) expect(queue.SqsManagedSseEnabled).toBe(true)
  // Pages are public text, anchors hold hashes; mails and copies of people's data have our own key, and no versions that outlive a deletion.
  const [anchors, mails, copies, pages, ...more] = buckets()
  expect(more).toEqual([])
  expect(JSON.stringify(pages?.BucketEncryption)).toContain('AES256')
  expect(JSON.stringify(anchors?.BucketEncryption)).toContain('AES256')
  for (const bucket of [mails, copies]) {
    expect(bucket?.BucketEncryption).toMatchObject({
      ServerSideEncryptionConfiguration: [
        { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: ours }, BucketKeyEnabled: true },
      ],
    })
    expect(bucket).not.toHaveProperty('VersioningConfiguration')
  }
  expect(mails?.LifecycleConfiguration).toMatchObject({ Rules: [{ ExpirationInDays: 90, Status: 'Enabled' }] })
})

promise(
  'N15',
  'mail in: our rule joins a set, takes the company’s addresses alone, and only it may write and call',
  () => {
    const [rule, own] = properties('AWS::SES::ReceiptRule') as ReadonlyArray<{ readonly Rule: Record<string, unknown> }>
    expect(rule?.Rule).toMatchObject({
      Recipients: demo.mailbox?.addresses,
      ScanEnabled: true,
      Actions: [{ S3Action: { ObjectKeyPrefix: 'mails/' } }, { LambdaAction: { InvocationType: 'Event' } }],
    })
    // The synthetic person's mail lies apart, and is told to nobody.
    expect(own?.Rule).toMatchObject({ Recipients: [demo.canary?.address], Enabled: true, ScanEnabled: true })
    expect(own?.Rule.Actions).toEqual([{ S3Action: expect.objectContaining({ ObjectKeyPrefix: 'canary/' }) }])
    expect(one('AWS::SES::ReceiptRuleSet')).toEqual({ RuleSetName: 'oblige' })
    const only = expect.objectContaining({
      'aws:SourceAccount': expect.anything(),
      'aws:SourceArn': expect.objectContaining({ 'Fn::Join': expect.anything() }),
    })
    const ses = [...properties('AWS::S3::BucketPolicy'), ...properties('AWS::KMS::Key')]
      .flatMap((found) => ((found.PolicyDocument ?? found.KeyPolicy) as { Statement: Properties[] }).Statement)
      .filter(({ Principal }) => JSON.stringify(Principal) === '{"Service":"ses.amazonaws.com"}')
    expect(ses.map(({ Action }) => Action).sort()).toEqual([
      ...['kms:GenerateDataKey', 'kms:GenerateDataKey', 's3:PutObject', 's3:PutObject'],
    ])
    for (const { Condition } of ses) expect(Condition).toEqual({ StringEquals: only })
    const [permission] = properties('AWS::Lambda::Permission').filter(
      ({ Principal }) => Principal === 'ses.amazonaws.com',
    )
    expect(permission).toMatchObject({ SourceAccount: expect.anything(), SourceArn: expect.anything() })
  },
)

test('no error is kept and shown to the next who comes', () => {
  const { CustomErrorResponses } = one('AWS::CloudFront::Distribution').DistributionConfig as {
    CustomErrorResponses: ReadonlyArray<{ ErrorCode: number; ErrorCachingMinTTL: number }>
  }
  const kept = new Map(CustomErrorResponses.map((error) => [error.ErrorCode, error.ErrorCachingMinTTL]))
  expect([...kept.keys()].sort()).toEqual([403, 404, 500, 501, 502, 503, 504])
  expect(new Set(kept.values())).toEqual(new Set([0]))
})

promise('N15', 'every connection is TLS: pages, forms, the API behind them, bucket, topic, queue, letters', () => {
  const text = JSON.stringify(one('AWS::CloudFront::Distribution'))
  expect(text).not.toContain('allow-all')
  expect(text.match(/"ViewerProtocolPolicy":"redirect-to-https"/g)).toHaveLength(10)
  expect(text).toContain('"OriginProtocolPolicy":"https-only","OriginSSLProtocols":["TLSv1.2"]')
  for (const type of ['AWS::S3::BucketPolicy', 'AWS::SNS::TopicPolicy', 'AWS::SQS::QueuePolicy'])
    for (const { PolicyDocument } of properties(type))
      expect(JSON.stringify(PolicyDocument)).toContain(
        '"Condition":{"Bool":{"aws:SecureTransport":"false"}},"Effect":"Deny"',
      )
  expect(one('AWS::SES::ConfigurationSet').DeliveryOptions).toEqual({ TlsPolicy: 'REQUIRE' })
})

test('nothing is public but the distribution', () => {
  for (const { PublicAccessBlockConfiguration } of buckets())
    expect(PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    })
  const routes = properties('AWS::ApiGatewayV2::Route')
  expect(routes).toHaveLength(117)
  // Programs of the company come to the API's own address, and are known by their signature or their token.
  const guards: Readonly<Record<string, string>> = { company: 'AWS_IAM', programs: 'JWT' }
  for (const { RouteKey, AuthorizationType } of routes) {
    const [, first = ''] = String(RouteKey).split('/')
    expect([RouteKey, AuthorizationType]).toEqual([RouteKey, guards[first] ?? 'CUSTOM'])
  }
  expect(properties('AWS::Lambda::Url')).toEqual([])
})

promise('N15', 'what holds requests and keys outlives the stack, and tables refuse to be deleted', () => {
  for (const type of ['AWS::DynamoDB::Table', 'AWS::KMS::Key', 'AWS::StepFunctions::StateMachine'])
    for (const { id, deletionPolicy } of ofType(app.oblige, type))
      expect([id, deletionPolicy]).toEqual([id, 'RetainExceptOnCreate'])
  for (const table of properties('AWS::DynamoDB::Table')) expect(table.DeletionProtectionEnabled).toBe(true)
})

test('nothing that a first deployment made stays when that fails, to stand in the way of the next', () => {
  const policies = [...app.oblige, ...app.edge].flatMap(({ deletionPolicy = 'Delete' }) => deletionPolicy)
  expect(new Set(policies)).toEqual(new Set(['Delete', 'RetainExceptOnCreate']))
})

test('what describes a resource is in ASCII: IAM takes Latin-1 of a role, and other services no more', () => {
  const texts = (value: unknown): readonly string[] =>
    Object.entries(value ?? {}).flatMap(([name, one]) =>
      /Description$|^Comment$/.test(name) ? [JSON.stringify(one)] : typeof one === 'object' ? texts(one) : [],
    )
  const described = [...app.oblige, ...app.edge].flatMap(({ properties }) => texts(properties))
  expect(described.length).toBeGreaterThan(50)
  expect(described.filter((text) => !/^[ -~]*$/.test(text))).toEqual([])
})

promise('N4', 'what wraps erased data is in no backup, everything else is', () => {
  const recoverable = ofType(app.oblige, 'AWS::DynamoDB::Table').map(({ id, properties }) => [
    id.replace(/[0-9A-F]{8}$/, ''),
    (properties.PointInTimeRecoverySpecification as { PointInTimeRecoveryEnabled?: boolean } | undefined)
      ?.PointInTimeRecoveryEnabled ?? false,
  ])
  expect(Object.fromEntries(recoverable)).toEqual({ StoreRequests: true, StoreVault: true, StoreVaultKeys: false })
})

test('no log holds who asked or a link’s secret', () => {
  const { AccessLogSettings } = one('AWS::ApiGatewayV2::Stage') as { AccessLogSettings: { Format: string } }
  // Of the company's own programs and staff it says who called; people have no ARN.
  const fields = Object.values(JSON.parse(AccessLogSettings.Format) as Record<string, string>)
  expect(fields).toContain('$context.routeKey')
  // API Gateway puts that in quotation marks itself, and the line would be no JSON.
  expect(fields).not.toContain('$context.error.messageString')
  expect(
    fields.filter((field) => /path|identity(?!\.userArn$)|sourceIp|userAgent|\$context\.domain/i.test(field)),
  ).toEqual([])
  expect(JSON.stringify(one('AWS::CloudFront::Distribution'))).not.toContain('"Logging"')
  const [firewall] = ofType(app.edge, 'AWS::WAFv2::WebACL')
  expect(JSON.stringify(firewall)).not.toContain('"SampledRequestsEnabled":true')
  const machines = properties('AWS::StepFunctions::StateMachine')
  expect(machines).toHaveLength(15)
  for (const { LoggingConfiguration } of machines)
    expect(LoggingConfiguration).toMatchObject({ IncludeExecutionData: false, Level: 'ERROR' })
})

promise(
  'N2',
  'what people say in their words is not taken for an attack, and reaches the function that takes it as text',
  () => {
    const [firewall] = ofType(app.edge, 'AWS::WAFv2::WebACL')
    if (!firewall) throw new Error('there is no firewall')
    const { Rules } = firewall.properties as { Rules: ReadonlyArray<{ Name: string; Statement: unknown }> }
    for (const name of ['LargeBodies', 'AWSManagedRulesCommonRuleSet'])
      for (const form of ['/state', '/decide', '/desk/enter', '/write', '/note', '/answer']) {
        const text = JSON.stringify(Rules.find(({ Name }) => Name === name)?.Statement)
        expect(text).toMatch(new RegExp(`"NotStatement".*"PositionalConstraint":"ENDS_WITH","SearchString":"${form}"`))
      }
  },
)

test('pages load nothing from elsewhere, run no script, cannot be framed, and tell nobody where a person came from', () => {
  const text = JSON.stringify(one('AWS::CloudFront::ResponseHeadersPolicy'))
  for (const rule of ["default-src 'none'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"])
    expect(text).toContain(rule)
  expect(text).not.toContain('script-src')
  expect(text).toContain('"ReferrerPolicy":"no-referrer"')
  expect(text).toContain('"AccessControlMaxAgeSec":63072000')
})

test('forms are never cached, and reach the API with the header that only the distribution knows', () => {
  const { DistributionConfig } = one('AWS::CloudFront::Distribution') as {
    DistributionConfig: { CacheBehaviors: ReadonlyArray<Record<string, unknown>>; Origins: unknown; WebACLId: unknown }
  }
  const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'
  expect(
    DistributionConfig.CacheBehaviors.map(({ PathPattern, CachePolicyId }) => [PathPattern, CachePolicyId]),
  ).toEqual([
    ['/requests*', cachingDisabled],
    ['/notices/*', cachingDisabled],
    ['/opendsr/*', cachingDisabled],
    ['/mailing/*', cachingDisabled],
    ['/mails/*', cachingDisabled],
    ['/desk', cachingDisabled],
    ['/desk/*', cachingDisabled],
    ['/notice', cachingDisabled],
    ['/.well-known/jwks.json', cachingDisabled],
  ])
  expect(JSON.stringify(DistributionConfig.Origins)).toContain('{{resolve:secretsmanager:')
  expect(DistributionConfig.WebACLId).toBeDefined()
  const [door, ...others] = properties('AWS::ApiGatewayV2::Authorizer').filter(
    ({ AuthorizerType }) => AuthorizerType === 'REQUEST',
  )
  expect(others).toEqual([])
  expect(door).toMatchObject({
    IdentitySource: ['$request.header.x-oblige-origin'],
    AuthorizerResultTtlInSeconds: 3600,
    EnableSimpleResponses: true,
  })
})

test('an effect that cannot be carried out is tried for 23 hours, by itself, and then lies with the dead letters', () => {
  const patient = {
    BisectBatchOnFunctionError: true,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    MaximumRecordAgeInSeconds: 82_800,
    MaximumRetryAttempts: -1,
    DestinationConfig: { OnFailure: { Destination: expect.anything() } },
  }
  const says = (type: string) =>
    `{"eventName":["INSERT","MODIFY"],"dynamodb":{"NewImage":{"lastSeen":{"${type}":[{"exists":true}]}}}}`
  expect(properties('AWS::Lambda::EventSourceMapping')).toEqual([
    expect.objectContaining({
      ...patient,
      FilterCriteria: {
        Filters: [{ Pattern: '{"eventName":["INSERT"],"dynamodb":{"Keys":{"sk":{"S":[{"prefix":"outbox#"}]}}}}' }],
      },
    }),
    expect.objectContaining({
      ...patient,
      EventSourceArn: 'arn:aws:dynamodb:eu-central-1:000000000000:table/demo-accounts/stream/local',
      FilterCriteria: { Filters: [{ Pattern: says('S') }, { Pattern: says('N') }] },
    }),
  ])
})

test('a mail that came in, and a letter that came back, lie with dead letters when they cannot be taken in three tries', () => {
  const kept = properties('AWS::Lambda::EventInvokeConfig').filter(
    ({ DestinationConfig = {}, MaximumRetryAttempts }) =>
      JSON.stringify(DestinationConfig).includes('OnFailure') && MaximumRetryAttempts === 2,
  )
  const named = JSON.stringify(kept.map(({ FunctionName }) => FunctionName))
  for (const one of ['MailboxIngest', 'Feedback']) expect(named).toContain(one)
})

test('a policy without a stream, and one that removes no account, have nothing that follows the company’s table', async () => {
  const { inactivity, ...without } = demo
  if (!inactivity) throw new Error('the demo’s policy removes accounts')
  const { stream: _, ...rest } = inactivity
  for (const policy of [without, { ...demo, inactivity: rest }]) {
    const made = await synthesized({ policy: () => policy })
    const mappings = ofType(made.oblige, 'AWS::Lambda::EventSourceMapping')
    expect(mappings).toHaveLength(1)
    expect(JSON.stringify(made.oblige)).not.toContain('UseStream')
  }
})

test('every alarm reaches a person', () => {
  const alarms = ofType(app.oblige, 'AWS::CloudWatch::Alarm')
  const names = alarms.map(({ id }) => id.replace(/^Alarms/, '').replace(/[0-9A-F]{8}$/, ''))
  for (const wanted of [
    'PromiseAtRisk',
    'Overdue',
    'FailingSystem',
    'HistoryReplaced',
    'MailsUnread',
    'DeadLetters',
    'OutboxBehind',
    'ErasureMachineEnded',
    'WebhooksMachineEnded',
    'RestoreMachineEnded',
    'ExportMachineEnded',
    'ApiFails',
    'NobodyWatches',
    'CanaryFailed',
    'CanaryMissing',
    'Functions1',
  ])
    expect(names).toContain(wanted)
  // Whoever fails behind the API shows as its 5xx.
  expect(names).not.toContain('Functionconfirm')
  // Each function is looked at by one of them.
  const watched = JSON.stringify(alarms.map(({ properties: { AlarmDescription } }) => AlarmDescription))
  const functions = ofType(app.oblige, 'AWS::Lambda::Function').filter(
    // Neither CDK's own providers, nor what stands behind the API.
    ({ id, nestedIn }) =>
      /Function[0-9A-F]{8}$/.test(id) && !id.startsWith('Api') && !nestedIn?.match(/^(Company|Desk)/),
  )
  expect(functions.length).toBeGreaterThan(10)
  const looked = JSON.stringify(alarms.map(({ properties: { Metrics } }) => Metrics))
  for (const { id } of functions) expect([id, looked.includes(`"Ref":"${id}"`)]).toEqual([id, true])
  expect(watched).toContain('files')
  for (const { properties } of alarms)
    expect(properties.AlarmActions).toEqual([{ Ref: expect.stringContaining('AlarmsTopic') }])
  expect(one('AWS::SNS::Subscription')).toMatchObject({ Protocol: 'email', Endpoint: 'alarms@papyra.example.com' })
  expect(JSON.stringify(one('AWS::SNS::TopicPolicy'))).toContain('cloudwatch.amazonaws.com')
})

test('an alarm rings when no synthetic person got what people are promised for more than a day, also when none came', () => {
  const [missing] = ofType(app.oblige, 'AWS::CloudWatch::Alarm').filter(({ id }) => id.includes('CanaryMissing'))
  const [machine] = ofType(app.oblige, 'AWS::StepFunctions::StateMachine').filter(({ id }) => id.startsWith('Canary'))
  expect(missing?.properties).toMatchObject({
    MetricName: 'ExecutionsSucceeded',
    Dimensions: [{ Name: 'StateMachineArn', Value: { Ref: machine?.id } }],
    Statistic: 'Sum',
    Period: 3600,
    EvaluationPeriods: 28,
    Threshold: 1,
    ComparisonOperator: 'LessThanThreshold',
    TreatMissingData: 'breaching',
  })
  const daily = ofType(app.oblige, 'AWS::Events::Rule').filter(({ id }) => id.startsWith('Canary'))
  expect(daily.map(({ properties }) => properties.ScheduleExpression)).toEqual(['cron(40 3 * * ? *)'])
})

test('every stack leaves room below the 500 resources that CloudFormation takes', () => {
  expect(app.sizesOfStacks).toHaveLength(4)
  for (const size of app.sizesOfStacks)
    expect(
      size,
      'it is too full: make what is new a nested stack, as infra/company.ts is (docs/decisions/0022)',
    ).toBeLessThan(480)
})

test('a function that the API calls has one permission for that in a stack, however many routes lead to it', () => {
  const called = ofType(app.oblige, 'AWS::Lambda::Permission').filter(
    ({ properties: { Principal } }) => Principal === 'apigateway.amazonaws.com',
  )
  const functions = called.map(({ nestedIn, properties }) => JSON.stringify([nestedIn, properties.FunctionName]))
  expect(functions.length).toBeGreaterThan(40)
  expect(functions).toEqual([...new Set(functions)])
})

test('an anchor of the histories can be taken back by nobody for as long as a history is kept', () => {
  const [anchors] = buckets()
  expect(anchors).toMatchObject({
    ObjectLockEnabled: true,
    // P3Y, with a leap year among them.
    ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 1096 } } },
    VersioningConfiguration: { Status: 'Enabled' },
  })
  // Nor put aside by a newer version, or by a marker of its deletion, whatever else a role may do.
  const statements = properties('AWS::S3::BucketPolicy')
    .filter(({ Bucket }) => JSON.stringify(Bucket).includes('Anchors'))
    .flatMap(({ PolicyDocument }) => (PolicyDocument as { Statement: object[] }).Statement)
  const ofObjects = { Effect: 'Deny', Principal: { AWS: '*' } }
  expect(statements).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        ...ofObjects,
        Action: 's3:PutObject',
        Condition: { Null: { 's3:if-none-match': 'true' } },
      }),
      expect.objectContaining({ ...ofObjects, Action: 's3:DeleteObject' }),
    ]),
  )
})

test('no bundle is larger than its budget: what is not loaded starts no function slowly', () => {
  // Bytes that a start loads. The outbox and what writes to recipients and to the officer compose MIME; a system carries the
  // clients of its store, of the vault and of copies. What reads a mail also answers it, and loads the lexicons later.
  const large = (name: string) =>
    [
      'outbox',
      'announce',
      'daily-letter',
      'pass-on',
      'package',
      'download',
      'opendsr',
      'show-mail',
      'decide-mail',
      'desk-look',
      'canary',
    ].includes(name) || name.startsWith('system-')
  // Each carries a page or two of the desk, and neither letters nor a request's own page.
  const small = /^desk-(act|disclosures|enter|figures|promises|queue|sign-in|tasks)$/
  // One shows a letter before it goes out, and carries the words of all.
  const light = (name: string) => (small.test(name) ? 530_000 : name === 'desk-write' ? 740_000 : 720_000)
  const budget = (name: string) => (name === 'ingest' ? 1_090_000 : large(name) ? 990_000 : light(name))
  expect(Object.keys(app.sizes)).toHaveLength(77)
  const tooLarge = Object.entries(app.sizes).filter(([name, bytes]) => bytes > budget(name))
  expect(tooLarge).toEqual([])
})

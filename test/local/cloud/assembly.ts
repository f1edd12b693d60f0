import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'

/** Puts items: for the API, as the machine's task, and for the schedule. */
const writer = `
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
const client = new DynamoDBClient({})
let calls = 0
export const handler = async (event) => {
  const now = new Date().toISOString()
  const id = event.routeKey ? JSON.parse(event.body).id : event.task ? 'done-' + event.reference : 'tick-' + now.slice(0, 10)
  console.log(JSON.stringify({ _aws: { CloudWatchMetrics: [{ Metrics: [{ Name: 'Written' }] }] }, Written: 1 }))
  await client.send(new PutItemCommand({ TableName: process.env.TABLE, Item: { pk: { S: id }, at: { S: now } } }))
  return { statusCode: 201, body: JSON.stringify({ id, calls: ++calls }) }
}`

/** Hears of new items: starts the machine for what begins with OB-, fails for poison, and tries what it may not. */
const listener = `
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
const machines = new SFNClient({})
const table = new DynamoDBClient({})
export const handler = async ({ Records }) => {
  for (const { dynamodb } of Records) {
    const id = dynamodb.NewImage.pk.S
    if (id.startsWith('poison')) throw new Error('cannot be carried out')
    if (id.startsWith('OB-'))
      await machines.send(new StartExecutionCommand({ stateMachineArn: process.env.MACHINE, name: id, input: JSON.stringify({ reference: id }) }))
    if (id === 'curious')
      await table.send(new PutItemCommand({ TableName: process.env.TABLE, Item: { pk: { S: 'never' } } })).catch((error) => console.log('refused:', error.name))
  }
}`

const trust = (service: string) => ({
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: service } }],
})
const role = (service: string, ...statements: object[]) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: trust(service),
    Policies: [{ PolicyName: 'own', PolicyDocument: { Statement: statements } }],
  },
})
const allow = (Action: string | string[], ...Resource: object[]) => ({ Effect: 'Allow', Action, Resource })
const arn = (logicalId: string, attribute = 'Arn') => ({ 'Fn::GetAtt': [logicalId, attribute] })
const lambda = (key: string, roleId: string, variables: object) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Code: { S3Bucket: 'assets', S3Key: `${key}.zip` },
    Role: arn(roleId),
    Timeout: 20,
    MemorySize: 256,
    Environment: { Variables: variables },
  },
})
const mayCall = (service: string, SourceArn: object) => ({
  Type: 'AWS::Lambda::Permission',
  Properties: { FunctionName: arn('Writer'), Action: 'lambda:InvokeFunction', Principal: service, SourceArn },
})

const definition = {
  StartAt: 'Wait until the end',
  States: {
    'Wait until the end': { Type: 'Wait', Seconds: 60 * 86_400, Next: 'Finish' },
    Finish: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'WRITER', Payload: { task: 'finish', 'reference.$': '$.reference' } },
      ResultSelector: { 'status.$': '$.Payload.statusCode' },
      End: true,
    },
  },
}
const [before, after] = JSON.stringify(definition).split('WRITER')

const resources = {
  Items: {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      TableName: 'items',
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
    },
  },
  WriterRole: role('lambda.amazonaws.com', allow(['dynamodb:PutItem', 'dynamodb:DeleteItem'], arn('Items'))),
  Writer: lambda('writer', 'WriterRole', { TABLE: { Ref: 'Items' } }),
  ListenerRole: role(
    'lambda.amazonaws.com',
    allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], arn('Items', 'StreamArn')),
    { ...allow('dynamodb:ListStreams'), Resource: '*' },
    allow('states:StartExecution', { Ref: 'Machine' }),
    allow('sqs:SendMessage', arn('DeadLetters')),
  ),
  Listener: lambda('listener', 'ListenerRole', { TABLE: { Ref: 'Items' }, MACHINE: { Ref: 'Machine' } }),
  DeadLetters: { Type: 'AWS::SQS::Queue' },
  Source: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      EventSourceArn: arn('Items', 'StreamArn'),
      FunctionName: { Ref: 'Listener' },
      BatchSize: 10,
      StartingPosition: 'TRIM_HORIZON',
      MaximumRetryAttempts: 2,
      BisectBatchOnFunctionError: true,
      FilterCriteria: { Filters: [{ Pattern: '{"eventName":["INSERT"]}' }] },
      DestinationConfig: { OnFailure: { Destination: arn('DeadLetters') } },
    },
  },
  MachineRole: role('states.amazonaws.com', allow('lambda:InvokeFunction', arn('Writer'))),
  Machine: {
    Type: 'AWS::StepFunctions::StateMachine',
    Properties: {
      RoleArn: arn('MachineRole'),
      DefinitionString: { 'Fn::Join': ['', [before, arn('Writer'), after]] },
    },
  },
  Daily: {
    Type: 'AWS::Events::Rule',
    Properties: { ScheduleExpression: 'rate(5 days)', State: 'ENABLED', Targets: [{ Id: 'it', Arn: arn('Writer') }] },
  },
  RuleMayCall: mayCall('events.amazonaws.com', arn('Daily')),
  Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP' } },
  ApiMayCall: mayCall('apigateway.amazonaws.com', {
    'Fn::Sub': `arn:aws:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${Api}/*/*/items`,
  }),
  ToWriter: { Type: 'AWS::ApiGatewayV2::Integration', Properties: { IntegrationUri: arn('Writer') } },
  Post: {
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: { RouteKey: 'POST /items', Target: { 'Fn::Sub': `integrations/\${ToWriter}` } },
  },
  Forgotten: {
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: { RouteKey: 'POST /forgotten', Target: { 'Fn::Sub': `integrations/\${ToWriter}` } },
  },
}

/** An app as the CDK synthesizes it: an API, two functions, a table with its stream, a machine and a schedule. */
export async function writeAssembly(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'assembly-'))
  const files: Record<string, object> = {}
  for (const [name, contents] of Object.entries({ writer, listener })) {
    const outfile = join(folder, `asset.${name}`, 'index.mjs')
    mkdirSync(join(folder, `asset.${name}`))
    await build({
      stdin: { contents, resolveDir: import.meta.dirname },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      mainFields: ['module', 'main'],
      banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
      logLevel: 'error',
    })
    files[name] = { source: { path: `asset.${name}` }, destinations: { here: { objectKey: `${name}.zip` } } }
  }
  const write = (name: string, content: object) => writeFileSync(join(folder, name), JSON.stringify(content))
  write('Main.template.json', { Resources: resources })
  write('Main.assets.json', { files })
  write('manifest.json', {
    artifacts: {
      Main: {
        type: 'aws:cloudformation:stack',
        environment: 'aws://unknown-account/eu-central-1',
        properties: { templateFile: 'Main.template.json' },
      },
      'Main.assets': { type: 'cdk:asset-manifest', properties: { file: 'Main.assets.json' } },
    },
  })
  return folder
}

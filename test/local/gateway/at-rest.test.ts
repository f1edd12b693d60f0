import { expect, test } from 'vitest'
import { encryptedAtRest } from '../../../local/gateway/at-rest.ts'
import { resolve } from '../../../local/template/template.ts'

const key = { 'Fn::GetAtt': ['Data', 'Arn'] }
const template = resolve({
  stacks: [
    {
      name: 'Main',
      region: 'eu-central-1',
      template: {
        Resources: {
          Data: { Type: 'AWS::KMS::Key' },
          Name: { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/data', TargetKeyId: key } },
          Items: {
            Type: 'AWS::DynamoDB::Table',
            Properties: { TableName: 'items', SSESpecification: { KMSMasterKeyId: key } },
          },
          Plain: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'plain' } },
          Letters: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'letters', KmsMasterKeyId: key } },
          Files: {
            Type: 'AWS::S3::Bucket',
            Properties: {
              BucketName: 'files',
              BucketEncryption: {
                ServerSideEncryptionConfiguration: [
                  { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'alias/data' } },
                ],
              },
            },
          },
        },
      },
    },
  ],
})
const arn = template.ofType('AWS::KMS::Key')[0]?.arn
const table = 'arn:aws:dynamodb:eu-central-1:000000000000:table'
const also = encryptedAtRest(template)

test.each([
  ['an item of an encrypted table', 'dynamodb:GetItem', `${table}/items`, 'kms:Decrypt', 'dynamodb'],
  ['its index', 'dynamodb:Query', `${table}/items/index/byDue`, 'kms:Decrypt', 'dynamodb'],
  ['reading an object of an encrypted bucket', 's3:GetObject', 'arn:aws:s3:::files/a/b', 'kms:Decrypt', 's3'],
  ['writing one', 's3:PutObject', 'arn:aws:s3:::files/a/b', 'kms:GenerateDataKey', 's3'],
])('%s needs the key as well, by way of the service', (_, action, resource, needed, service) => {
  const context = { 'kms:ViaService': [`${service}.eu-central-1.amazonaws.com`] }
  expect(also([{ action, resource }])).toEqual([{ action: needed, resource: arn, context }])
})

test('who sends to an encrypted queue needs both to make a key and to open one', () => {
  const resource = template.ofType('AWS::SQS::Queue')[0]?.arn ?? ''
  const context = { 'kms:ViaService': ['sqs.eu-central-1.amazonaws.com'] }
  expect(also([{ action: 'sqs:SendMessage', resource }])).toEqual([
    { action: 'kms:GenerateDataKey', resource: arn, context },
    { action: 'kms:Decrypt', resource: arn, context },
  ])
})

test.each([
  ['another table', 'dynamodb:GetItem', `${table}/plain`],
  ['the stream of an encrypted table', 'dynamodb:GetRecords', `${table}/items/stream/local`],
  ['listing an encrypted bucket', 's3:ListBucket', 'arn:aws:s3:::files'],
])('%s needs no key', (_, action, resource) => {
  expect(also([{ action, resource }])).toEqual([])
})

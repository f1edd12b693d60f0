import { expect, test } from 'vitest'
import { resolve } from '../../../local/template/template.ts'

type Json = Readonly<Record<string, unknown>>

/** Value of the only output of a stack with these parts. */
function output(value: unknown, parts: Json = {}): unknown {
  const template = { Outputs: { Value: { Value: value } }, ...parts }
  return resolve({ stacks: [{ name: 'Main', region: 'eu-central-1', template }] }).output('Main', 'Value')
}
const bucket = { Resources: { Files: { Type: 'AWS::S3::Bucket' }, Names: { Type: 'AWS::DynamoDB::Table' } } }
const settings = {
  Parameters: { Stage: { Type: 'String', Default: 'test' }, Secret: { Type: 'String' } },
  Mappings: { Sizes: { small: { memory: '128' } } },
  Conditions: {
    IsTest: { 'Fn::Equals': [{ Ref: 'Stage' }, 'test'] },
    IsProduction: { 'Fn::Equals': [{ Ref: 'Stage' }, 'production'] },
    Both: { 'Fn::And': [{ Condition: 'IsTest' }, { Condition: 'IsProduction' }] },
    Either: { 'Fn::Or': [{ Condition: 'IsTest' }, { Condition: 'IsProduction' }] },
    NotProduction: { 'Fn::Not': [{ Condition: 'IsProduction' }] },
  },
}

test.each<[what: string, value: unknown, becomes: unknown, parts?: Json]>([
  ['Ref of a bucket is its name', { Ref: 'Files' }, 'main-files', bucket],
  ['Ref of a parameter is its default', { Ref: 'Stage' }, 'test', settings],
  ['Ref knows the region', { Ref: 'AWS::Region' }, 'eu-central-1'],
  ['Ref knows the account', { Ref: 'AWS::AccountId' }, '000000000000'],
  ['Ref knows the partition', { Ref: 'AWS::Partition' }, 'aws'],
  ['Ref knows the suffix', { Ref: 'AWS::URLSuffix' }, 'amazonaws.com'],
  ['Ref knows the stack', { Ref: 'AWS::StackName' }, 'Main'],
  ['GetAtt in a list', { 'Fn::GetAtt': ['Files', 'Arn'] }, 'arn:aws:s3:::main-files', bucket],
  [
    'GetAtt as text',
    { 'Fn::GetAtt': 'Names.Arn' },
    'arn:aws:dynamodb:eu-central-1:000000000000:table/Main-Names',
    bucket,
  ],
  ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }, 1]] }, 'a-eu-central-1-1'],
  [
    'Sub of names, attributes and literals',
    { 'Fn::Sub': `\${AWS::Region}/\${Files.Arn}/\${!Literal}` },
    `eu-central-1/arn:aws:s3:::main-files/\${Literal}`,
    bucket,
  ],
  [
    'Sub with its own variables',
    { 'Fn::Sub': [`\${What} \${Files}`, { What: { Ref: 'AWS::Partition' } }] },
    'aws main-files',
    bucket,
  ],
  ['Split and Select', { 'Fn::Select': ['1', { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
  ['FindInMap', { 'Fn::FindInMap': ['Sizes', 'small', 'memory'] }, '128', settings],
  ['If of a condition that holds', { 'Fn::If': ['IsTest', 'yes', 'no'] }, 'yes', settings],
  ['If of And', { 'Fn::If': ['Both', 'yes', 'no'] }, 'no', settings],
  ['If of Or', { 'Fn::If': ['Either', 'yes', 'no'] }, 'yes', settings],
  ['If of Not', { 'Fn::If': ['NotProduction', 'yes', 'no'] }, 'yes', settings],
  [
    'NoValue leaves a field out',
    { a: 1, b: { Ref: 'AWS::NoValue' }, c: [{ Ref: 'AWS::NoValue' }, 2] },
    { a: 1, c: [2] },
  ],
  [
    'a reference for later stays text',
    '{{resolve:secretsmanager:x:SecretString}}',
    '{{resolve:secretsmanager:x:SecretString}}',
  ],
])('%s', (_, value, becomes, parts) => {
  expect(output(value, parts)).toEqual(becomes)
})

test.each<[what: string, value: unknown, message: string, parts?: Json]>([
  ['an unknown intrinsic', { 'Fn::Cidr': ['10.0.0.0/16', 2] }, 'does not know the intrinsic Fn::Cidr'],
  [
    'an unknown condition function',
    { 'Fn::If': ['Odd', 1, 2] },
    'condition function Fn::Contains',
    { Conditions: { Odd: { 'Fn::Contains': [] } } },
  ],
  ['an unknown pseudo parameter', { Ref: 'AWS::NotificationARNs' }, 'pseudo parameter AWS::NotificationARNs'],
  ['an unknown attribute', { 'Fn::GetAtt': ['Files', 'Colour'] }, 'Colour of AWS::S3::Bucket', bucket],
  ['a missing resource', { Ref: 'Nothing' }, 'Main has no resource Nothing'],
  ['a parameter without default', { Ref: 'Secret' }, 'the parameter Secret has neither value nor default', settings],
  ['a missing export', { 'Fn::ImportValue': 'elsewhere' }, 'no stack exports elsewhere'],
  ['a place outside of a list', { 'Fn::Select': [3, ['a']] }, 'nothing at 3 of 1'],
])('%s stops the local cloud by its name', (_, value, message, parts) => {
  expect(() => output(value, parts)).toThrow(message)
})

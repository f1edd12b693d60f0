import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readAssembly } from '../../../local/template/assembly.ts'
import { resolve } from '../../../local/template/template.ts'

const stack = (name: string, region: string, template: object) => ({ name, region, template: { ...template } })

test('a resource type that the local cloud does not know stops it with stack, resource and type', () => {
  const template = { Resources: { Quick: { Type: 'AWS::QuickSight::Dashboard' } } }
  expect(() => resolve({ stacks: [stack('Main', 'eu-central-1', template)] })).toThrow(
    'Main/Quick: the local cloud does not know the resource type AWS::QuickSight::Dashboard',
  )
})

test('a resource whose condition does not hold is not there', () => {
  const template = {
    Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
    Resources: {
      Gone: { Type: 'AWS::SQS::Queue', Condition: 'Never' },
      Here: { Type: 'AWS::SQS::Queue' },
    },
  }
  const { resources } = resolve({ stacks: [stack('Main', 'eu-central-1', template)] })
  expect(resources.map(({ name }) => name)).toEqual(['Main-Here'])
})

test('a name that depends on itself is told instead of never ending', () => {
  const template = { Resources: { Loop: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { Ref: 'Loop' } } } } }
  expect(() => resolve({ stacks: [stack('Main', 'eu-central-1', template)] })).toThrow('depends on itself')
})

test('long names are cut to what AWS takes and stay apart', () => {
  const [one, two] = ['A', 'B'].map((end) => `A${'very'.repeat(20)}LongName${end}`)
  const role = { Type: 'AWS::IAM::Role' }
  const template = { Resources: { [one ?? '']: role, [two ?? '']: role } }
  const names = resolve({ stacks: [stack('Main', 'eu-central-1', template)] }).resources.map(({ name }) => name)
  expect(names.map(({ length }) => length)).toEqual([64, 64])
  expect(new Set(names).size).toBe(2)
})

test('stacks see what others export, in the same region and across regions', () => {
  const edge = {
    Resources: {
      Firewall: { Type: 'AWS::WAFv2::WebACL', Properties: { Name: 'front' } },
      Writer: {
        Type: 'Custom::CrossRegionExportWriter',
        Properties: { WriterProps: { exports: { '/cdk/exports/firewall': { 'Fn::GetAtt': ['Firewall', 'Arn'] } } } },
      },
    },
  }
  const store = {
    Resources: { Names: { Type: 'AWS::DynamoDB::Table' } },
    Outputs: { Table: { Value: { Ref: 'Names' }, Export: { Name: { 'Fn::Sub': `\${AWS::StackName}:Table` } } } },
  }
  const main = {
    Resources: { Reader: { Type: 'Custom::CrossRegionExportReader' } },
    Outputs: {
      Firewall: { Value: { 'Fn::GetAtt': ['Reader', '/cdk/exports/firewall'] } },
      Table: { Value: { 'Fn::ImportValue': 'Store:Table' } },
    },
  }
  const resolved = resolve({
    stacks: [
      stack('Main', 'eu-central-1', main),
      stack('Store', 'eu-central-1', store),
      stack('Edge', 'us-east-1', edge),
    ],
  })
  expect(resolved.output('Main', 'Firewall')).toBe('arn:aws:wafv2:us-east-1:000000000000:global/webacl/front/1')
  expect(resolved.output('Main', 'Table')).toBe('Store-Names')
})

test('a nested stack has what the stack around it gives, and gives what it says', () => {
  const inner = {
    Parameters: { table: { Type: 'String' }, kind: { Type: 'String', Default: 'quiet' } },
    Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: { Tags: [{ Ref: 'table' }, { Ref: 'kind' }] } } },
    Outputs: { Name: { Value: { 'Fn::GetAtt': ['Queue', 'QueueName'] } } },
  }
  const main = {
    Resources: {
      Names: { Type: 'AWS::DynamoDB::Table' },
      Inner: {
        Type: 'AWS::CloudFormation::Stack',
        Properties: {
          TemplateURL: { 'Fn::Sub': `https://s3.\${AWS::Region}.\${AWS::URLSuffix}/assets/inner.json` },
          Parameters: { table: { Ref: 'Names' } },
        },
      },
    },
    Outputs: { Queue: { Value: { 'Fn::GetAtt': ['Inner', 'Outputs.Name'] } } },
  }
  const nested = (url: string) => {
    expect(url).toBe('https://s3.eu-central-1.amazonaws.com/assets/inner.json')
    return inner
  }
  const resolved = resolve({ stacks: [stack('Main', 'eu-central-1', main)], nested })
  expect(resolved.output('Main', 'Queue')).toBe('Main-Inner-Queue')
  expect(
    resolved.ofType('AWS::SQS::Queue').map(({ stack, region, properties }) => [stack, region, properties]),
  ).toEqual([['Main-Inner', 'eu-central-1', { Tags: ['Main-Names', 'quiet'] }]])
  expect(() => resolve({ stacks: [stack('Main', 'eu-central-1', main)] })).toThrow('nested stack https://s3.')
})

test('an assembly gives its stacks for the local account, and its assets by their key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'assembly-'))
  mkdirSync(join(folder, 'asset.abc'))
  const artifacts = {
    Main: {
      type: 'aws:cloudformation:stack',
      environment: 'aws://123456789012/eu-central-1',
      properties: { templateFile: 'Main.template.json' },
    },
    'Main.assets': { type: 'cdk:asset-manifest', properties: { file: 'Main.assets.json' } },
  }
  const files = { abc: { source: { path: 'asset.abc' }, destinations: { here: { objectKey: 'abc.zip' } } } }
  const write = (name: string, content: object) => writeFileSync(join(folder, name), JSON.stringify(content))
  write('manifest.json', { artifacts })
  write('Main.assets.json', { files })
  write('Main.template.json', { Outputs: { Role: { Value: 'arn:aws:iam::123456789012:role/x' } } })
  const assembly = readAssembly(folder)
  expect(resolve(assembly).output('Main', 'Role')).toBe('arn:aws:iam::000000000000:role/x')
  expect(assembly.asset('abc.zip')).toBe(join(folder, 'asset.abc'))
  expect(() => assembly.asset('other.zip')).toThrow('no asset other.zip')
  expect(() => assembly.nested('https://s3.amazonaws.com/x/other.json')).toThrow('no asset other.json')

  write('manifest.json', {
    artifacts: { Main: { ...artifacts.Main, environment: 'aws://unknown-account/unknown-region' } },
  })
  expect(() => readAssembly(folder)).toThrow('the stack Main names no region')
  write('manifest.json', { artifacts: { Stage: { type: 'cdk:cloud-assembly' } } })
  expect(() => readAssembly(folder)).toThrow('nested assemblies (Stage)')
})

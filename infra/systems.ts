import { ArnFormat, Duration, Stack } from 'aws-cdk-lib'
import type { CfnFunction } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import type { Policy } from '../policy/schema.ts'
import type { DynamoDbPolicy, PostgresPolicy, S3Policy, SystemPolicy } from '../policy/systems.ts'
import type { Bundles } from './bundles.ts'
import { ObligeFunction } from './function.ts'
import { type Keys, ofLedger } from './keys.ts'
import { accept } from './nag.ts'
import type { Packages } from './packages.ts'
import { leadingKeys, type Store } from './store.ts'

type SystemsProps = {
  readonly policy: Policy
  readonly keys: Keys
  readonly store: Store
  readonly packages: Packages
  readonly bundles: Bundles
}

/** One function for each system of the policy. Each may touch its own system and its own part of the vault, nothing else. */
export class Systems extends Construct {
  readonly functions: Readonly<Record<string, ObligeFunction>>
  readonly #props: SystemsProps

  constructor(scope: Construct, id: string, props: SystemsProps) {
    super(scope, id)
    this.#props = props
    this.functions = Object.fromEntries(
      Object.entries(props.policy.systems).map(([name, system]) => [name, this.#place(name, system)]),
    )
  }

  #place(name: string, system: SystemPolicy): ObligeFunction {
    const { keys, store, packages, bundles } = this.#props
    const one = new ObligeFunction(this, name, {
      does: `Restricts, releases, corrects, erases, checks and copies in the system ${name}`,
      bundle: bundles.ofSystem(system.kind),
      environment: {
        TABLE: store.requests.tableName,
        SYSTEM: name,
        ...(system.kind === 'manual'
          ? {}
          : {
              VAULT_TABLE: store.vault.tableName,
              VAULT_KEYS_TABLE: store.vaultKeys.tableName,
              VAULT_KEY: keys.vault.keyArn,
            }),
        PACKAGES_BUCKET: packages.bucket.bucketName,
      },
      dataKey: keys.data,
      // The longest that Lambda allows: a slice ends by itself before.
      timeout: Duration.minutes(15),
      memory: 1024,
    })
    store.letWork(one, ['R#'], 'GetItem', 'PutItem', 'UpdateItem')
    store.letWriteBeside(one)
    // Whose data a restored backup brought back, or a law need not have any longer.
    store.letWork(one, ['L#'], 'GetItem')
    one.allow(['kms:Decrypt'], [keys.data.keyArn], ofLedger)
    // What somebody gave by hand for a copy.
    store.letWork(one, ['E#'], 'Query')
    packages.letGather(one, name)
    if (system.kind !== 'manual') this.#letUseVault(one, name)
    switch (system.kind) {
      case 'dynamodb':
        this.#letUseTables(one, system)
        break
      case 's3':
        this.#letUsePrefixes(one, system)
        break
      case 'postgresql':
        this.#letConnect(one, system)
        break
      case 'manual':
        break
      default:
        system satisfies never
    }
    return one
  }

  #letUseVault(one: ObligeFunction, name: string): void {
    const { keys, store } = this.#props
    const own = leadingKeys([`${name}#*`])
    one.allow(
      [
        'dynamodb:Query',
        'dynamodb:GetItem',
        'dynamodb:BatchGetItem',
        'dynamodb:PutItem',
        'dynamodb:DeleteItem',
        'dynamodb:BatchWriteItem',
      ],
      [store.vault.tableArn],
      own,
    )
    one.allow(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'], [store.vaultKeys.tableArn], own)
    one.allow(['kms:GenerateDataKey', 'kms:Decrypt'], [keys.vault.keyArn], {
      StringEquals: { 'kms:EncryptionContext:system': name },
    })
  }

  #letUseTables(one: ObligeFunction, system: DynamoDbPolicy): void {
    const stack = Stack.of(this)
    const arn = (table: string) => stack.formatArn({ service: 'dynamodb', resource: 'table', resourceName: table })
    const arns = (tables: DynamoDbPolicy['tables']) => [...new Set(tables.map(({ table }) => table))].map(arn)
    one.allow(
      ['dynamodb:Query', 'dynamodb:BatchGetItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem'],
      arns(system.tables),
    )
    const correctable = system.tables.filter(({ fields, statement }) => fields ?? statement)
    if (correctable.length > 0) one.allow(['dynamodb:UpdateItem'], arns(correctable))
    const indexes = system.tables.flatMap(({ table, index }) => (index ? [`${arn(table)}/index/${index.name}`] : []))
    if (indexes.length > 0) one.allow(['dynamodb:Query'], [...new Set(indexes)])
  }

  #letUsePrefixes(one: ObligeFunction, system: S3Policy): void {
    const bucket = `arn:aws:s3:::${system.bucket}`
    // A prefix is a template of the policy, e.g. accounts/{account}/: what stands before the key is fixed.
    const fixed = system.prefixes.map(({ prefix }) => prefix.slice(0, prefix.indexOf('{')))
    one.allow(['s3:ListBucketVersions'], [bucket], {
      StringLike: { 's3:prefix': fixed.map((prefix) => `${prefix}*`) },
    })
    one.allow(
      [
        's3:GetObjectVersion',
        's3:GetObjectVersionTagging',
        's3:PutObjectVersionTagging',
        's3:DeleteObjectVersionTagging',
        's3:DeleteObjectVersion',
      ],
      fixed.map((prefix) => `${bucket}/${prefix}*`),
    )
    for (const prefix of fixed)
      accept(one.role, {
        [`AwsSolutions-IAM5[Resource::${bucket}/${prefix}*]`]:
          'Whose objects they are is known only when a person asks.',
      })
  }

  #letConnect(one: ObligeFunction, system: PostgresPolicy): void {
    const stack = Stack.of(this)
    // Secrets Manager adds a hyphen and six characters to a secret's name in its ARN.
    const secret = stack.formatArn({
      service: 'secretsmanager',
      resource: 'secret',
      resourceName: `${system.secret}-??????`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    })
    one.allow(['secretsmanager:GetSecretValue'], [secret])
    if (!system.network) return
    const { subnetIds, securityGroupIds } = system.network
    const placed = one.function.node.defaultChild as CfnFunction
    placed.vpcConfig = { subnetIds: [...subnetIds], securityGroupIds: [...securityGroupIds] }
    // Lambda makes its network interfaces with the function's role; EC2 knows no resource for looking.
    const ec2 = (resource: string, resourceName: string) => stack.formatArn({ service: 'ec2', resource, resourceName })
    one.allow(
      ['ec2:CreateNetworkInterface'],
      [
        ec2('network-interface', '*'),
        ...subnetIds.map((id) => ec2('subnet', id)),
        ...securityGroupIds.map((id) => ec2('security-group', id)),
      ],
    )
    one.allow(['ec2:DeleteNetworkInterface'], [ec2('network-interface', '*')])
    one.allow(['ec2:DescribeNetworkInterfaces'], ['*'])
    accept(one.role, {
      'AwsSolutions-IAM5[Resource::*]': 'ec2:DescribeNetworkInterfaces knows no resource.',
      [`AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ec2:${stack.region}:<AWS::AccountId>:network-interface/*]`]:
        'The ids of network interfaces are known only when Lambda has made them.',
    })
    placed.node.addDependency(one.role)
  }
}

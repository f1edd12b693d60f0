import { join } from 'node:path'
import type { Clock } from './clock/clock.ts'
import { DynamoDb } from './dynamodb/dynamodb.ts'
import type { Change } from './dynamodb/needs.ts'
import { part, type Resource, text } from './front/resource.ts'
import { functionsOf } from './functions/placed.ts'
import type { Role } from './gateway/iam/principals.ts'
import type { PolicyDocument, Service } from './gateway/service.ts'
import { Kms } from './kms/kms.ts'
import { Ses } from './mail/ses.ts'
import { S3 } from './s3/s3.ts'
import { Secrets } from './secrets/secrets.ts'
import { publish } from './site/bucket-deployment.ts'
import { type Assembly, account } from './template/assembly.ts'
import { streamLabel } from './template/resource-types.ts'
import type { Resolved } from './template/template.ts'

/** The services that keep data, holding what the template asks for. */
export type Data = {
  readonly dynamodb: DynamoDb
  readonly s3: S3
  readonly kms: Kms
  readonly secrets: Secrets
  readonly ses: Ses
  readonly all: readonly Service[]
}

export type DataSetting = {
  readonly template: Resolved
  readonly assembly: Assembly
  readonly roles: Iterable<Role>
  readonly clock: Clock
  readonly state: string
  readonly inboxPort?: number
  /** Called after so many items of a table were written, and how. */
  written(table: string, items: number, changes?: readonly Change[]): void
}

/** Starts the services and makes the template's keys, secrets, buckets, tables and pages; what is there already stays. */
export async function startData({
  template,
  assembly,
  roles,
  clock,
  state,
  inboxPort,
  written,
}: DataSetting): Promise<Data> {
  // One region is local: that of the tables, else of the functions. Stacks elsewhere hold what has nothing to do here.
  const region = [...template.ofType('AWS::DynamoDB::Table'), ...functionsOf(template)][0]?.region ?? ''
  const kms = new Kms({ state, clock })
  const secrets = new Secrets({ state, clock, region, account })
  const s3 = new S3({ state, clock })
  const mail = mailOf(template, roles, region)
  const [dynamodb, ses] = await Promise.all([
    DynamoDb.start({ state: join(state, 'dynamodb'), region, account, streamLabel, written }),
    Ses.start({ state, clock, account, ...mail, ...(inboxPort === undefined ? {} : { inboxPort }) }),
  ])
  for (const { arn, properties } of template.ofType('AWS::KMS::Key'))
    kms.create({
      arn,
      enabled: properties.Enabled !== false,
      ...(properties.KeySpec ? { spec: text(properties.KeySpec) } : {}),
      ...(properties.KeyPolicy ? { policy: properties.KeyPolicy as PolicyDocument } : {}),
    })
  for (const { name, properties } of template.ofType('AWS::KMS::Alias')) kms.alias(name, keyOf(template, properties))
  for (const { arn, name, properties } of template.ofType('AWS::SecretsManager::Secret'))
    secrets.create({ arn, name, properties })
  for (const { name, properties } of template.ofType('AWS::S3::Bucket'))
    s3.create(
      name,
      text(part(properties, 'VersioningConfiguration').Status) === 'Enabled',
      retentionOf(name, properties),
    )
  for (const { properties } of template.ofType('AWS::S3::BucketPolicy'))
    s3.setPolicy(text(properties.Bucket), properties.PolicyDocument as PolicyDocument)
  for (const one of template.ofType('Custom::CDKBucketDeployment')) await publish(one, s3, assembly.asset, state)
  for (const table of template.ofType('AWS::DynamoDB::Table')) await dynamodb.create(table)
  return { dynamodb, s3, kms, secrets, ses, all: [dynamodb, s3, kms, secrets, ses] }
}

/** Days of a bucket's default retention (Object Lock). @throws for a kind that the local S3 does not do */
function retentionOf(name: string, properties: Resource['properties']): number | undefined {
  if (properties.ObjectLockEnabled !== true) return undefined
  const { Mode, Days } = part(part(part(properties, 'ObjectLockConfiguration').Rule).DefaultRetention)
  if (Mode === 'COMPLIANCE' && Number(Days) > 0) return Number(Days)
  throw new Error(`${name}: the local S3 locks objects by a default retention of days in compliance mode only`)
}

const keyOf = (template: Resolved, { TargetKeyId }: Resource['properties']): string => {
  const id = text(TargetKeyId)
  const key = template.ofType('AWS::KMS::Key').find(({ arn, name }) => arn === id || name === id)
  if (!key) throw new Error(`the template has no key ${id}`)
  return key.arn
}

/**
 * Identities that mail may come from: those of the template, and those that a role may send from, which somebody proves
 * to SES by hand before the deployment.
 */
function mailOf(template: Resolved, roles: Iterable<Role>, home: string) {
  const sending = [...roles]
    .flatMap(({ statements }) => statements)
    .filter(({ actions }) => actions.some((one) => /^ses:/i.test(one)))
  const named = sending
    .flatMap(({ resources }) => resources)
    .map((arn) => /^arn:aws:ses:([^:]+):\d+:identity\/(.+)$/.exec(arn))
    .filter((found) => found !== null)
  const made = template.ofType('AWS::SES::EmailIdentity')
  return {
    region: made[0]?.region ?? named[0]?.[1] ?? home,
    identities: [...new Set([...made.map(({ name }) => name), ...named.map(([, , identity = '']) => identity)])],
    configurationSets: template.ofType('AWS::SES::ConfigurationSet').map(({ name }) => name),
  }
}

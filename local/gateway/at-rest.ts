import { list, part, type Template, text } from '../front/resource.ts'
import type { Need } from './service.ts'

/** Reading needs the key to open what lies there, writing needs a data key (S3 user guide, SSE-KMS). */
const inBuckets: Readonly<Record<string, string>> = {
  's3:GetObject': 'kms:Decrypt',
  's3:GetObjectVersion': 'kms:Decrypt',
  's3:PutObject': 'kms:GenerateDataKey',
}

/**
 * What calls need besides, because their data are encrypted with a key of the template: services use such a key on
 * behalf of who calls them. @returns for `Gateway.also`
 */
export function encryptedAtRest(template: Template): (needs: readonly Need[]) => readonly Need[] {
  const tables = keysBy(template, 'AWS::DynamoDB::Table', (properties) =>
    text(part(properties, 'SSESpecification').KMSMasterKeyId),
  )
  const buckets = keysBy(template, 'AWS::S3::Bucket', (properties) => {
    const [rule] = list(part(properties, 'BucketEncryption').ServerSideEncryptionConfiguration)
    return text(part(rule, 'ServerSideEncryptionByDefault').KMSMasterKeyID)
  })
  const queues = keysBy(template, 'AWS::SQS::Queue', (properties) => text(properties.KmsMasterKeyId))
  const secrets = keysBy(template, 'AWS::SecretsManager::Secret', (properties) => text(properties.KmsKeyId))
  const arns = new Map<string, string | undefined>()
  const via = (service: string, action: string, key: string | undefined): readonly Need[] => {
    if (key && !arns.has(key)) arns.set(key, arnOf(template, key))
    const arn = key && arns.get(key)
    if (!arn) return []
    const region = arn.split(':')[3] ?? ''
    return [{ action, resource: arn, context: { 'kms:ViaService': [`${service}.${region}.amazonaws.com`] } }]
  }
  return (needs) =>
    needs.flatMap(({ action, resource }) => {
      const [service] = action.split(':')
      // Streams are read with what the service itself may do; only items are read and written for the caller.
      if (service === 'dynamodb' && !resource.includes('/stream/'))
        return via(service, 'kms:Decrypt', tables.get(resource.replace(/(:table\/[^/]+).*$/, '$1')))
      const onObject = inBuckets[action]
      if (onObject) return via('s3', onObject, buckets.get(resource.replace(/\/.*$/, '')))
      // Who sends needs both (SQS developer guide, key management).
      if (action === 'sqs:SendMessage')
        return ['kms:GenerateDataKey', 'kms:Decrypt'].flatMap((one) => via('sqs', one, queues.get(resource)))
      if (action === 'secretsmanager:GetSecretValue') return via('secretsmanager', 'kms:Decrypt', secrets.get(resource))
      return []
    })
}

function keysBy(
  template: Template,
  type: string,
  key: (properties: Readonly<Record<string, unknown>>) => string,
): ReadonlyMap<string, string> {
  const all = template.ofType(type).map(({ arn, properties }) => [arn, key(properties)] as const)
  return new Map(all.filter(([, name]) => name !== ''))
}

/** A key's ARN by its id, ARN or alias; undefined for keys that AWS holds itself. */
function arnOf(template: Template, key: string): string | undefined {
  const alias = template.ofType('AWS::KMS::Alias').find(({ name }) => key.endsWith(name))
  const id = alias ? text(alias.properties.TargetKeyId) : key
  return template.ofType('AWS::KMS::Key').find(({ arn, name }) => arn === id || name === id)?.arn
}

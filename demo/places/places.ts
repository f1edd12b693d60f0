import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'

/** Names of what belongs to the demo company alone; the policy's names of systems point here. */
export const names = {
  portals: 'demo-portals',
  accounts: 'demo-accounts',
  sessions: 'demo-sessions',
  signIns: 'demo-sign-ins',
  bucket: 'demo-office-files',
  secret: 'demo/postgresql',
  signIn: 'demo/sign-in',
  analytics: 'demo/analytics',
  processor: 'demo/processor',
  desk: 'demo/desk',
  caseTool: 'demo/case-tool',
} as const

/** Where AWS is, for the company's own application. */
export type Aws = {
  readonly endpoint: string
  readonly region: string
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
}

export type Places = {
  readonly dynamodb: DynamoDBClient
  readonly s3: S3Client
  readonly secrets: SecretsManagerClient
}

/** What the company's own application may do: everything with what is its own, nothing else. */
export const ownStatements: readonly object[] = [
  { Effect: 'Allow', Action: 'dynamodb:*', Resource: 'arn:aws:dynamodb:*:*:table/demo-*' },
  { Effect: 'Allow', Action: 's3:*', Resource: [`arn:aws:s3:::${names.bucket}`, `arn:aws:s3:::${names.bucket}/*`] },
  { Effect: 'Allow', Action: 'secretsmanager:*', Resource: 'arn:aws:secretsmanager:*:*:secret:demo/*' },
]

export function placesOf(aws: Aws): Places {
  return {
    dynamodb: new DynamoDBClient(aws),
    s3: new S3Client({ ...aws, forcePathStyle: true }),
    secrets: new SecretsManagerClient(aws),
  }
}

import { ArnFormat, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import type { ObligeFunction } from './function.ts'

/** The longest that KMS lets a key wait before it is gone: time to notice. */
const pendingWindow = Duration.days(30)
const kept = { removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE, pendingWindow }

/** Condition: what the call encrypts or decrypts is a line of the ledger of erased people (adapters/ledger.ts). */
export const ofLedger = { StringEquals: { 'kms:EncryptionContext:purpose': 'ledger' } }

/** Every key of Oblige. None leaves KMS; all outlive the stack. */
export class Keys extends Construct {
  /** Encrypts tables, logs and the alarms' topic. */
  readonly data: Key
  /** Keyed hashes of addresses: HMAC-SHA-256. */
  readonly mac: Key
  /** Signs certificates: ECDSA on P-256, which every offline tool can check. */
  readonly signing: Key
  /** Wraps the data keys of what is restricted. */
  readonly vault: Key

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.data = new Key(this, 'Data', { ...kept, enableKeyRotation: true, description: 'Oblige: data at rest' })
    this.mac = new Key(this, 'Mac', {
      ...kept,
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      description: 'Oblige: keyed hashes of addresses',
    })
    this.signing = new Key(this, 'Signing', {
      ...kept,
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      description: 'Oblige: signature of certificates',
    })
    this.vault = new Key(this, 'Vault', {
      ...kept,
      enableKeyRotation: true,
      description: 'Oblige: data keys of restricted data',
    })
    this.#serveLogs()
    this.#serveAlarms()
  }

  /** CloudWatch Logs encrypts with the data key, for log groups of this account only. */
  #serveLogs(): void {
    const stack = Stack.of(this)
    this.data.addToResourcePolicy(
      new PolicyStatement({
        sid: 'Logs',
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal(`logs.${stack.region}.amazonaws.com`)],
        actions: [
          'kms:Encrypt',
          'kms:Decrypt',
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
          'kms:GenerateDataKey',
          'kms:GenerateDataKeyWithoutPlaintext',
          'kms:DescribeKey',
        ],
        resources: ['*'],
        conditions: {
          ArnLike: {
            'kms:EncryptionContext:aws:logs:arn': stack.formatArn({
              service: 'logs',
              resource: 'log-group',
              resourceName: '*',
              arnFormat: ArnFormat.COLON_RESOURCE_NAME,
            }),
          },
        },
      }),
    )
  }

  /** What came of a passphrase is encrypted under the data key until it was used (adapters/protections.ts). */
  letProtect(one: ObligeFunction, action: 'kms:Encrypt' | 'kms:Decrypt'): void {
    one.allow([action], [this.data.keyArn], { StringEquals: { 'kms:EncryptionContext:purpose': 'protection' } })
  }

  #serveAlarms(): void {
    this.data.addToResourcePolicy(
      new PolicyStatement({
        sid: 'Alarms',
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    )
  }
}

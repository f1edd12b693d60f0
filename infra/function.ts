import { type Duration, RemovalPolicy } from 'aws-cdk-lib'
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import {
  Architecture,
  type CfnFunction,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
} from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { bundleNote } from './bundles.ts'

export type ObligeFunctionProps = {
  readonly does: string
  /** Folder with `index.mjs`. */
  readonly bundle: string
  /** Only the variables that functions/README.md names. */
  readonly environment: Readonly<Record<string, string>>
  /** Encrypts its log. */
  readonly dataKey: Key
  readonly timeout: Duration
  /** MB. CPU comes with memory (a whole one at 1,769 MB); 512 starts a bundle of ours about twice as fast as 256. */
  readonly memory?: number
}

/**
 * A function with a role and a log of its own, and no permission but to write that log: what it may do stands where it
 * is placed. No reserved concurrency: new accounts have 10 in all and would refuse it; the API's throttle bounds the front.
 */
export class ObligeFunction extends Construct {
  readonly function: LambdaFunction
  readonly role: Role
  /** Inside the role: a stack of CloudFormation has 500 resources at most, and a policy of its own would be one. */
  readonly #may = new PolicyDocument()

  constructor(scope: Construct, id: string, props: ObligeFunctionProps) {
    super(scope, id)
    const logGroup = new LogGroup(this, 'Log', {
      retention: RetentionDays.THREE_MONTHS,
      encryptionKey: props.dataKey,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { Own: this.#may },
    })
    this.allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn])
    this.function = new LambdaFunction(this, 'Function', {
      description: props.does,
      code: Code.fromAsset(props.bundle),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memory ?? 512,
      timeout: props.timeout,
      environment: props.environment,
      role: this.role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
    })
    // An asset's name is a hash: this says which source was deployed.
    const placed = this.function.node.defaultChild as CfnFunction
    placed.addMetadata(...bundleNote(props.bundle))
  }

  get arn(): string {
    return this.function.functionArn
  }

  /** One statement of its role. */
  allow(
    actions: readonly string[],
    resources: readonly string[],
    conditions: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {},
  ): this {
    this.#may.addStatements(new PolicyStatement({ actions: [...actions], resources: [...resources], conditions }))
    return this
  }
}

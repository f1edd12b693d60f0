import { Duration } from 'aws-cdk-lib'
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import { disclosure } from '../workflows/disclosure.ts'
import { erasingAgain } from '../workflows/erasing-again.ts'
import { erasure } from '../workflows/erasure.ts'
import { exporting } from '../workflows/export.ts'
import { identity } from '../workflows/identity.ts'
import { objection } from '../workflows/objection.ts'
import { recipients } from '../workflows/recipients.ts'
import { rectification } from '../workflows/rectification.ts'
import { restore } from '../workflows/restore.ts'
import { restriction } from '../workflows/restriction.ts'
import type { Tasks } from '../workflows/task.ts'
import type { Bundles } from './bundles.ts'
import { ObligeFunction } from './function.ts'
import { type Keys, ofLedger } from './keys.ts'
import { machineOf } from './machine.ts'
import type { Packages } from './packages.ts'
import type { Store } from './store.ts'

type WorkflowsProps = {
  readonly keys: Keys
  readonly store: Store
  readonly packages: Packages
  readonly bundles: Bundles
  /** Calls out to recipients. */
  readonly passOn: ObligeFunction
  /** One function for each system, by the system's name. */
  readonly systems: Readonly<Record<string, ObligeFunction>>
}

/** The state machines, and the tasks that decide, certify and put copies together. */
export class Workflows extends Construct {
  readonly erasure: StateMachine
  readonly restore: StateMachine
  readonly export: StateMachine
  readonly restriction: StateMachine
  readonly objection: StateMachine
  readonly rectification: StateMachine
  readonly recipients: StateMachine
  readonly erasingAgain: StateMachine
  readonly disclosure: StateMachine
  readonly identity: StateMachine
  readonly functions: Readonly<Record<'advance' | 'certify' | 'package', ObligeFunction>>

  constructor(scope: Construct, id: string, { keys, store, packages, bundles, passOn, systems }: WorkflowsProps) {
    super(scope, id)
    const task = (name: 'advance' | 'certify', does: string, more: Record<string, string> = {}) =>
      new ObligeFunction(this, name === 'advance' ? 'Advance' : 'Certify', {
        does,
        bundle: bundles.of(name),
        environment: { TABLE: store.requests.tableName, ...more },
        dataKey: keys.data,
        timeout: Duration.seconds(60),
      })
    const advance = task('advance', 'Decides one step of a request and saves it')
    const certify = task('certify', 'Builds and signs the certificate', {
      SIGNING_KEY: keys.signing.keyArn,
      DATA_KEY: keys.data.keyArn,
    })
    for (const one of [advance, certify]) {
      store.letWork(one, ['R#'], 'Query', 'PutItem')
      store.letWork(one, ['P#'], 'DeleteItem')
    }
    store.letWork(advance, ['P#'], 'PutItem')
    // What is closed gets its end.
    store.letWork(advance, ['R#'], 'UpdateItem')
    // A file that was given as evidence goes with its request.
    for (const one of [advance, certify]) store.letWork(one, ['E#'], 'Query', 'DeleteItem')
    // A restriction of the same person is closed with their erasure, and gets its end.
    store.letWork(certify, ['R#'], 'GetItem', 'UpdateItem')
    store.letWork(certify, ['P#'], 'Query', 'ConditionCheckItem')
    store.letWork(certify, ['L#'], 'PutItem')
    certify.allow(['kms:Encrypt'], [keys.data.keyArn], ofLedger)
    // Who was erased is never mailed again.
    store.letWork(certify, ['M#'], 'UpdateItem')
    certify.allow(['kms:Sign', 'kms:GetPublicKey'], [keys.signing.keyArn])
    const packager = new ObligeFunction(this, 'Package', {
      does: "Puts a copy of a person's data together, encrypts it, and deletes it again",
      bundle: bundles.of('package'),
      environment: {
        TABLE: store.requests.tableName,
        SIGNING_KEY: keys.signing.keyArn,
        PACKAGES_BUCKET: packages.bucket.bucketName,
        DATA_KEY: keys.data.keyArn,
      },
      dataKey: keys.data,
      timeout: Duration.minutes(15),
      memory: 1024,
    })
    store.letWork(packager, ['R#'], 'GetItem', 'Query', 'PutItem', 'UpdateItem')
    // What came of a passphrase is used, and gone.
    store.letWork(packager, ['K#'], 'GetItem', 'DeleteItem')
    keys.letProtect(packager, 'kms:Decrypt')
    store.letWork(packager, ['P#'], 'Query', 'DeleteItem')
    packager.allow(['kms:Sign', 'kms:GetPublicKey'], [keys.signing.keyArn])
    packages.letPutTogether(packager)
    store.letCount(advance, certify, packager)
    this.functions = { advance, certify, package: packager }

    const arns = Object.fromEntries(Object.entries(systems).map(([name, one]) => [name, one.arn]))
    const tasks: Tasks = {
      advance: advance.arn,
      certify: certify.arn,
      package: packager.arn,
      passOn: passOn.arn,
      systems: arns,
    }
    const inSystems = Object.values(arns)
    const callable = {
      erasure: [advance.arn, certify.arn, ...inSystems],
      restore: [advance.arn, certify.arn, ...inSystems],
      restriction: [advance.arn, certify.arn, ...inSystems],
      objection: [advance.arn, certify.arn, ...inSystems],
      rectification: [advance.arn, certify.arn, ...inSystems],
      'erasing-again': [advance.arn, ...inSystems],
      export: [advance.arn, packager.arn, ...inSystems],
      recipients: [passOn.arn],
      disclosure: [advance.arn],
      identity: [advance.arn],
    }
    const machine = (name: keyof typeof callable, story: typeof erasure) =>
      machineOf(this, { name, keys, story: (scope) => story(scope, tasks), calls: callable[name] })
    this.erasure = machine('erasure', erasure)
    this.restore = machine('restore', restore)
    this.export = machine('export', exporting)
    this.restriction = machine('restriction', restriction)
    this.objection = machine('objection', objection)
    this.identity = machine('identity', identity)
    this.rectification = machine('rectification', rectification)
    this.recipients = machine('recipients', recipients)
    this.erasingAgain = machine('erasing-again', erasingAgain)
    this.disclosure = machine('disclosure', disclosure)
  }
}

/** Every machine that requests are carried out by, and the variables that name them (functions/entry/machines.ts). */
export function machinesOf(workflows: Workflows) {
  const { erasure, restore, restriction, objection, rectification, erasingAgain, recipients, disclosure, identity } =
    workflows
  const all = [
    ...[erasure, restore, workflows.export, restriction, objection, rectification, erasingAgain, recipients],
    disclosure,
    identity,
  ]
  const environment = {
    ERASURE_MACHINE: erasure.stateMachineArn,
    RESTORE_MACHINE: restore.stateMachineArn,
    EXPORT_MACHINE: workflows.export.stateMachineArn,
    RESTRICTION_MACHINE: restriction.stateMachineArn,
    OBJECTION_MACHINE: objection.stateMachineArn,
    IDENTITY_MACHINE: identity.stateMachineArn,
    RECTIFICATION_MACHINE: rectification.stateMachineArn,
    RECIPIENTS_MACHINE: recipients.stateMachineArn,
    ERASING_AGAIN_MACHINE: erasingAgain.stateMachineArn,
    DISCLOSURE_MACHINE: disclosure.stateMachineArn,
  }
  return { all, environment }
}

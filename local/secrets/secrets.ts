import { hash, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Clock } from '../clock/clock.ts'
import type { HttpAnswer, HttpRequest } from '../front/http-api.ts'
import { text } from '../front/resource.ts'
import type { Need, PolicyDocument, Service } from '../gateway/service.ts'
import {
  answered,
  type Input,
  inputOf,
  invalid,
  JsonError,
  jsonFailure,
  operationOf,
  required,
  unknown,
} from '../protocol/json.ts'
import { save, saved } from '../state/file.ts'
import { generated } from './generate.ts'

type Version = {
  readonly id: string
  readonly string?: string
  /** Base64. */
  readonly binary?: string
  readonly stages: readonly string[]
  /** ISO instant. */
  readonly created: string
}
type Secret = {
  readonly arn: string
  readonly name: string
  readonly created: string
  readonly versions: readonly Version[]
}

export type SecretsSetting = {
  readonly state: string
  readonly clock: Pick<Clock, 'instant'>
  readonly region: string
  readonly account: string
}

/** AWS Secrets Manager; values are kept in the state folder, in a file for the owner alone. */
export class Secrets implements Service {
  readonly name = 'secretsmanager'
  readonly #setting: SecretsSetting
  readonly #file: string
  readonly #policies = new Map<string, PolicyDocument>()
  #secrets: readonly Secret[]
  readonly #operations: Readonly<Record<string, (input: Input) => unknown>> = {
    CreateSecret: (input) => {
      const name = required(input, 'Name')
      if (this.#find(name))
        throw new JsonError(
          'ResourceExistsException',
          `The operation failed because the secret ${name} already exists.`,
        )
      const value = givenIn(input)
      const arn = this.#newArn(name)
      this.#keep({ arn, name, created: this.#setting.clock.instant(), versions: [] })
      return this.#put(this.#named(arn), value, text(input.ClientRequestToken) || randomUUID())
    },
    PutSecretValue: (input) => {
      const secret = this.#named(required(input, 'SecretId'))
      return this.#put(secret, givenIn(input), text(input.ClientRequestToken) || randomUUID())
    },
    GetSecretValue: (input) => {
      const { arn, name, versions } = this.#named(required(input, 'SecretId'))
      const [id, stage] = [text(input.VersionId), text(input.VersionStage)]
      const wanted = stage || (id ? undefined : 'AWSCURRENT')
      const version = versions.find(
        (one) => (id === '' || one.id === id) && (wanted === undefined || one.stages.includes(wanted)),
      )
      if (!version)
        throw notFound(
          `Secrets Manager can't find the specified secret value for ${wanted ? 'staging label: ' : 'VersionId: '}${wanted ?? id}`,
        )
      return {
        ARN: arn,
        Name: name,
        VersionId: version.id,
        SecretString: version.string,
        SecretBinary: version.binary,
        VersionStages: version.stages,
        CreatedDate: Date.parse(version.created) / 1000,
      }
    },
    DescribeSecret: (input) => {
      const { arn, name, created, versions } = this.#named(required(input, 'SecretId'))
      const stages = Object.fromEntries(versions.filter((one) => one.stages.length).map((one) => [one.id, one.stages]))
      return { ARN: arn, Name: name, CreatedDate: Date.parse(created) / 1000, VersionIdsToStages: stages }
    },
  }

  constructor(setting: SecretsSetting) {
    this.#setting = setting
    this.#file = join(setting.state, 'secrets.json')
    this.#secrets = (saved(this.#file) ?? []) as readonly Secret[]
  }

  /** A secret of the template: its value is generated once and is the same after a restart. */
  create(secret: {
    arn: string
    name: string
    properties?: Readonly<Record<string, unknown>>
    policy?: PolicyDocument
  }): void {
    const { arn, name, properties = {}, policy } = secret
    if (policy) this.#policies.set(arn, policy)
    if (this.#secrets.some((one) => one.arn === arn)) return
    this.#keep({ arn, name, created: this.#setting.clock.instant(), versions: [] })
    const { SecretString, GenerateSecretString } = properties
    if (SecretString === undefined && GenerateSecretString === undefined) return
    const string = text(SecretString) || generated(GenerateSecretString)
    this.#put(this.#named(arn), { string }, randomUUID())
  }

  /** The current SecretString, by name or ARN, without asking IAM. @throws JsonError ResourceNotFoundException */
  value(id: string): string {
    const current = this.#named(id).versions.find(({ stages }) => stages.includes('AWSCURRENT'))
    if (current?.string === undefined) throw notFound(`the secret ${id} has no text`)
    return current.string
  }

  async needs(request: HttpRequest): Promise<readonly Need[]> {
    const operation = operationOf(request)
    if (!(operation in this.#operations)) throw unknown('Secrets Manager', request)
    const input = inputOf(request)
    const action = `secretsmanager:${operation}`
    if (operation === 'CreateSecret') {
      const name = text(input.Name)
      return [{ action, resource: this.#newArn(name), context: { 'secretsmanager:Name': [name] } }]
    }
    const id = text(input.SecretId)
    const stage = text(input.VersionStage)
    const context = { 'secretsmanager:SecretId': [id], ...(stage ? { 'secretsmanager:VersionStage': [stage] } : {}) }
    // IAM answers before anybody learns whether a secret is there.
    return [{ action, resource: this.#find(id)?.arn ?? this.#newArn(id), context }]
  }

  resourcePolicy(resource: string): PolicyDocument | undefined {
    return this.#policies.get(resource)
  }

  handle(request: HttpRequest): Promise<HttpAnswer> {
    return answered('Secrets Manager', this.#operations, request)
  }

  denied(message: string): HttpAnswer {
    return jsonFailure(new JsonError('AccessDeniedException', message))
  }

  async stop(): Promise<void> {
    // Everything is on disk.
  }

  /** An ARN ends in six characters of its own; a name finds it, and an ARN without them. */
  #find(id: string): Secret | undefined {
    return this.#secrets.find(({ arn, name }) => [arn, name, arn.replace(/-[A-Za-z\d]{6}$/, '')].includes(id))
  }

  #named(id: string): Secret {
    const secret = this.#find(id)
    if (!secret) throw notFound("Secrets Manager can't find the specified secret.")
    return secret
  }

  #newArn(name: string): string {
    if (name.startsWith('arn:')) return name
    const { region, account } = this.#setting
    return `arn:aws:secretsmanager:${region}:${account}:secret:${name}-${hash('sha256', name).slice(0, 6)}`
  }

  #put({ arn, name, created, versions }: Secret, value: Pick<Version, 'string' | 'binary'>, id: string) {
    const before = versions.find((one) => one.id === id)
    if (before && (before.string !== value.string || before.binary !== value.binary))
      throw new JsonError('ResourceExistsException', `A resource with the ID ${id} already exists.`)
    if (!before) {
      const older = versions.map((one) => ({
        ...one,
        stages: one.stages.includes('AWSCURRENT') ? ['AWSPREVIOUS'] : [],
      }))
      const newest = { ...value, id, stages: ['AWSCURRENT'], created: this.#setting.clock.instant() }
      // What no stage names any more is gone for callers; it is not kept either.
      this.#keep({ arn, name, created, versions: [newest, ...older.filter(({ stages }) => stages.length > 0)] })
    }
    return { ARN: arn, Name: name, VersionId: id, VersionStages: before?.stages ?? ['AWSCURRENT'] }
  }

  #keep(secret: Secret): void {
    this.#secrets = [...this.#secrets.filter(({ arn }) => arn !== secret.arn), secret]
    save(this.#file, JSON.stringify(this.#secrets))
  }
}

const notFound = (message: string) => new JsonError('ResourceNotFoundException', message)

function givenIn(input: Input): Pick<Version, 'string' | 'binary'> {
  const [string, binary] = [text(input.SecretString), text(input.SecretBinary)]
  if ((string === '') === (binary === '')) throw invalid('You must provide either SecretString or SecretBinary.')
  return string === '' ? { binary } : { string }
}

import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock/clock.ts'
import type { HttpAnswer, HttpRequest } from '../front/http-api.ts'
import { part, text } from '../front/resource.ts'
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
import {
  type Context,
  decrypt,
  encrypt,
  macOf,
  publicKey,
  type Spec,
  sameMac,
  sha256,
  sign,
  usageOf,
  verify,
} from './key.ts'
import { type Key, Keys, type NewKey } from './keys.ts'

/** Longest plaintext of Encrypt and longest message of Sign and GenerateMac, bytes (KMS API reference). */
const longest = 4096
/** Lengths of data keys, bytes. */
const keySpecs: Readonly<Record<string, number>> = { AES_128: 16, AES_256: 32 }
const signing = 'ECDSA_SHA_256'
const hashing = 'HMAC_SHA_256'

/** AWS KMS: real cryptography with keys that stay in the state folder. */
export class Kms implements Service {
  readonly name = 'kms'
  readonly #keys: Keys
  readonly #operations: Readonly<Record<string, (input: Input) => unknown>>

  constructor({ state, clock }: { readonly state: string; readonly clock: Pick<Clock, 'instant'> }) {
    this.#keys = new Keys(state, clock)
    this.#operations = operations(this.#keys)
  }

  /** A key of the template; its material is the same after a restart. */
  create(key: NewKey): void {
    this.#keys.create(key)
  }

  /** A name for a key: `alias/…`. */
  alias(name: string, arn: string): void {
    this.#keys.alias(name, arn)
  }

  async needs(request: HttpRequest): Promise<readonly Need[]> {
    if (!(operationOf(request) in this.#operations)) throw unknown('KMS', request)
    const input = inputOf(request)
    const name = text(input.KeyId)
    const key = name === '' ? this.#keys.of(Buffer.from(text(input.CiphertextBlob), 'base64')) : this.#keys.find(name)
    // A key that is not there needs nothing: `handle` says so.
    return key ? [{ action: `kms:${operationOf(request)}`, resource: key.arn, context: conditions(input) }] : []
  }

  resourcePolicy(resource: string): PolicyDocument | undefined {
    return this.#keys.find(resource)?.policy
  }

  handle(request: HttpRequest): Promise<HttpAnswer> {
    return answered('KMS', this.#operations, request)
  }

  denied(message: string): HttpAnswer {
    return jsonFailure(new JsonError('AccessDeniedException', message))
  }

  async stop(): Promise<void> {
    // Everything is on disk.
  }
}

/** Condition keys of a call (Service Authorization Reference, KMS). */
function conditions(input: Input): Readonly<Record<string, readonly string[]>> {
  const context = Object.entries(contextOf(input))
  const given = {
    'kms:SigningAlgorithm': 'SigningAlgorithm',
    'kms:MessageType': 'MessageType',
    'kms:MacAlgorithm': 'MacAlgorithm',
  }
  return {
    ...Object.fromEntries(context.map(([name, value]) => [`kms:EncryptionContext:${name}`, [value]])),
    ...(context.length ? { 'kms:EncryptionContextKeys': context.map(([name]) => name) } : {}),
    ...Object.fromEntries(
      Object.entries(given).flatMap(([name, field]) => (input[field] ? [[name, [text(input[field])]]] : [])),
    ),
  }
}

const contextOf = (input: Input): Context =>
  Object.fromEntries(Object.entries(part(input, 'EncryptionContext')).map(([name, value]) => [name, text(value)]))

function bytes(input: Input, field: string, most = longest): Buffer {
  const value = Buffer.from(required(input, field), 'base64')
  if (value.length === 0 || value.length > most) throw invalid(`${field} must have between 1 and ${most} bytes`)
  return value
}

function operations(keys: Keys): Readonly<Record<string, (input: Input) => unknown>> {
  const usable = (input: Input, spec: Spec, algorithm?: { field: string; right: string }): Key => {
    const key = keys.named(required(input, 'KeyId'))
    if (!key.enabled) throw new JsonError('DisabledException', `${key.arn} is disabled.`)
    const wrong = algorithm && required(input, algorithm.field) !== algorithm.right
    if (key.spec !== spec || wrong)
      throw new JsonError('InvalidKeyUsageException', `${key.arn} is a key of ${key.spec} for ${usageOf(key.spec)}.`)
    return key
  }
  const signer = (input: Input) => {
    const key = usable(input, 'ECC_NIST_P256', { field: 'SigningAlgorithm', right: signing })
    const message = bytes(input, 'Message')
    if (input.MessageType !== 'DIGEST') return { key, digest: sha256(message) }
    if (message.length !== 32) throw invalid(`Digest is invalid length for algorithm ${signing}.`)
    return { key, digest: message }
  }
  const hasher = (input: Input) => usable(input, 'HMAC_256', { field: 'MacAlgorithm', right: hashing })

  return {
    Encrypt: (input) => {
      const { arn, material } = usable(input, 'SYMMETRIC_DEFAULT')
      const sealed = encrypt(arn, material, bytes(input, 'Plaintext'), contextOf(input))
      return { KeyId: arn, CiphertextBlob: sealed.toString('base64'), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' }
    },
    Decrypt: (input) => {
      const ciphertext = bytes(input, 'CiphertextBlob', 6144)
      const owner = keys.of(ciphertext)
      if (!owner) throw new JsonError('InvalidCiphertextException', '')
      const { arn, material } = usable({ KeyId: owner.arn, ...input }, 'SYMMETRIC_DEFAULT')
      if (arn !== owner.arn)
        throw new JsonError(
          'IncorrectKeyException',
          'The key ID in the request does not identify a CMK that can decrypt.',
        )
      const plaintext = decrypt(material, ciphertext, contextOf(input)).toString('base64')
      return { KeyId: arn, Plaintext: plaintext, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' }
    },
    GenerateDataKey: (input) => {
      const { arn, material } = usable(input, 'SYMMETRIC_DEFAULT')
      const length = keySpecs[text(input.KeySpec)] ?? Number(input.NumberOfBytes)
      if (!Number.isInteger(length) || length < 1 || length > 1024)
        throw invalid('Please specify either number of bytes or key spec.')
      const plaintext = randomBytes(length)
      const sealed = encrypt(arn, material, plaintext, contextOf(input))
      return { KeyId: arn, Plaintext: plaintext.toString('base64'), CiphertextBlob: sealed.toString('base64') }
    },
    GenerateMac: (input) => {
      const { arn, material } = hasher(input)
      return { KeyId: arn, Mac: macOf(material, bytes(input, 'Message')).toString('base64'), MacAlgorithm: hashing }
    },
    VerifyMac: (input) => {
      const { arn, material } = hasher(input)
      if (!sameMac(material, bytes(input, 'Message'), bytes(input, 'Mac')))
        throw new JsonError('KMSInvalidMacException', '')
      return { KeyId: arn, MacValid: true, MacAlgorithm: hashing }
    },
    Sign: (input) => {
      const { key, digest } = signer(input)
      const signature = sign(key.material, digest).toString('base64')
      return { KeyId: key.arn, Signature: signature, SigningAlgorithm: signing }
    },
    Verify: (input) => {
      const { key, digest } = signer(input)
      if (!verify(key.material, digest, bytes(input, 'Signature')))
        throw new JsonError('KMSInvalidSignatureException', '')
      return { KeyId: key.arn, SignatureValid: true, SigningAlgorithm: signing }
    },
    GetPublicKey: (input) => {
      const { arn, spec, material } = usable(input, 'ECC_NIST_P256')
      const key = publicKey(material).toString('base64')
      return { KeyId: arn, PublicKey: key, KeySpec: spec, KeyUsage: usageOf(spec), SigningAlgorithms: [signing] }
    },
    DescribeKey: (input) => {
      const { arn, id, spec, created, enabled } = keys.named(required(input, 'KeyId'))
      return {
        KeyMetadata: {
          AWSAccountId: arn.split(':')[4],
          KeyId: id,
          Arn: arn,
          CreationDate: Date.parse(created) / 1000,
          Enabled: enabled,
          KeyState: enabled ? 'Enabled' : 'Disabled',
          KeyUsage: usageOf(spec),
          KeySpec: spec,
          KeyManager: 'CUSTOMER',
          Origin: 'AWS_KMS',
          MultiRegion: false,
        },
      }
    },
  }
}

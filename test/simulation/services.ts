import { createHash, createHmac } from 'node:crypto'
import { p256 } from '@noble/curves/nist.js'
import { statesCall } from '../../local/stepfunctions/endpoint.ts'
import { type Machines, StatesError } from '../../local/stepfunctions/machines.ts'
import type { DynamoDb } from './dynamodb/operations.ts'
import { Refusal } from './dynamodb/values.ts'
import { bodyOf, json, jsonError, operationOf, textOf } from './protocol.ts'
import type { Answer, Asked, Service } from './wire.ts'

export const dynamodb = (store: DynamoDb): Service => ({
  operationOf,
  throttled: 'ProvisionedThroughputExceededException',
  error: jsonError,
  handle: ({ operation, request }) => {
    try {
      return json(200, store.handle(operation, bodyOf(request)))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return json(400, {
        __type: `com.amazonaws.dynamodb.v20120810#${error.name}`,
        message: error.message,
        ...error.more,
      })
    }
  },
})

/** Starts, and whether one runs: by the local cloud's own endpoint. */
export const states = (machines: () => Machines): Service => ({
  operationOf,
  throttled: 'ThrottlingException',
  error: jsonError,
  handle: ({ operation, request }) => {
    try {
      return json(200, statesCall(machines(), operation, bodyOf(request)))
    } catch (error) {
      if (!(error instanceof StatesError)) throw error
      return jsonError(400, error.name)
    }
  },
})

/** A key of KMS that encrypts: what it gives names the context, and opens only with the same. */
export function kms(): Service {
  const text = (value: unknown) => Buffer.from(String(value), 'base64')
  const signing = createHash('sha256').update('the signing key of a simulation').digest()
  const sealed = (key: unknown, plain: Buffer, context: unknown) =>
    Buffer.from(JSON.stringify({ key, context, plain: plain.toString('base64') })).toString('base64')
  return {
    operationOf,
    throttled: 'ThrottlingException',
    error: jsonError,
    handle: ({ operation, request, by }): Answer => {
      const call = bodyOf(request)
      const context = call.EncryptionContext ?? {}
      switch (operation) {
        case 'GenerateMac': {
          const Mac = createHmac('sha256', String(call.KeyId)).update(text(call.Message)).digest('base64')
          return json(200, { KeyId: call.KeyId, Mac, MacAlgorithm: call.MacAlgorithm })
        }
        case 'Sign': {
          const Signature = Buffer.from(p256.sign(text(call.Message), signing, { prehash: false, format: 'der' }))
          return json(200, { KeyId: call.KeyId, Signature: Signature.toString('base64') })
        }
        case 'GetPublicKey':
          return json(200, { KeyId: call.KeyId, PublicKey: spki(signing).toString('base64') })
        case 'Encrypt':
          return json(200, { KeyId: call.KeyId, CiphertextBlob: sealed(call.KeyId, text(call.Plaintext), context) })
        case 'GenerateDataKey': {
          const plain = Buffer.from(by.dice.bytes(32))
          const CiphertextBlob = sealed(call.KeyId, plain, context)
          return json(200, { KeyId: call.KeyId, CiphertextBlob, Plaintext: plain.toString('base64') })
        }
        case 'Decrypt': {
          const { key, context: bound, plain } = JSON.parse(text(call.CiphertextBlob).toString())
          if (JSON.stringify(bound) !== JSON.stringify(context)) return jsonError(400, 'InvalidCiphertextException')
          return json(200, { KeyId: key, Plaintext: plain })
        }
        default:
          throw new Error(`the simulation’s KMS does not know ${operation}`)
      }
    },
  }
}

/** DER SubjectPublicKeyInfo of a private key of P-256. */
function spki(secret: Uint8Array): Buffer {
  const point = Buffer.from(p256.getPublicKey(secret, false)).toString('hex')
  return Buffer.from(`3059301306072a8648ce3d020106082a8648ce3d030107034200${point}`, 'hex')
}

/** A mail as SES took it. */
export type Sent = {
  readonly to: string
  readonly raw: string
  readonly id: string
  /** In ms. */
  readonly at: number
  readonly asked: Asked
}

/** A header of a mail, unfolded (RFC 5322, 2.2.3); empty: it has none. */
export const headerOf = (raw: string, name: string): string =>
  new RegExp(`^${name}:[ ]?(.*(?:\\r\\n[ \\t].*)*)\\r$`, 'm')
    .exec(raw)?.[1]
    ?.replace(/\r\n(?=[ \t])/g, '')
    .trim() ?? ''

/** Which letter of ours a mail is: its name, the same for every try, and of which effect of which request, if it is of one. */
export function letterIn(raw: string): { readonly name: string; readonly reference: string; readonly id: string } {
  const name = headerOf(raw, 'X-Oblige-Letter')
  const [, reference = '', id = ''] = /^(OB-[0-9A-Z]{4}-[0-9A-Z]{4})\.(.+)$/.exec(name) ?? []
  return { name, reference, id }
}

/** SES: takes what it is given, and says so in XML. */
export function ses(now: () => number, took: (sent: Sent) => void): Service {
  const form = (asked: { body?: unknown }) => new URLSearchParams(textOf(asked.body))
  return {
    operationOf: (request) => form(request).get('Action') ?? '',
    throttled: 'Throttling',
    error: (status, name) => ({
      status,
      headers: { 'content-type': 'text/xml' },
      body: Buffer.from(
        `<ErrorResponse><Error><Type>Sender</Type><Code>${name}</Code><Message>${name}</Message></Error></ErrorResponse>`,
      ),
    }),
    handle: (asked) => {
      if (asked.operation !== 'SendRawEmail') throw new Error(`the simulation’s SES does not know ${asked.operation}`)
      const call = form(asked.request)
      const id = Buffer.from(asked.by.dice.bytes(12)).toString('hex')
      const raw = Buffer.from(call.get('RawMessage.Data') ?? '', 'base64').toString('utf8')
      took({ to: call.get('Destinations.member.1') ?? '', raw, id, at: now(), asked })
      return {
        status: 200,
        headers: { 'content-type': 'text/xml' },
        body: Buffer.from(
          `<SendRawEmailResponse><SendRawEmailResult><MessageId>${id}</MessageId></SendRawEmailResult></SendRawEmailResponse>`,
        ),
      }
    },
  }
}

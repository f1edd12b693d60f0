import { createHash, createPublicKey, verify } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  DecryptCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateMacCommand,
  GetPublicKeyCommand,
  KMSClient,
  ListKeysCommand,
  SignCommand,
  VerifyCommand,
  VerifyMacCommand,
} from '@aws-sdk/client-kms'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Kms } from '../../../local/kms/kms.ts'
import { clientSetting, serveAlone } from './serve-alone.ts'

const state = mkdtempSync(join(tmpdir(), 'oblige-kms-'))
const arn = (id: string) => `arn:aws:kms:eu-central-1:111111111111:key/${id}`
const policy = { Statement: [{ Effect: 'Allow' }] }
let alone: Awaited<ReturnType<typeof serveAlone>>
let kms: KMSClient

function started(): Kms {
  const service = new Kms({ state, clock: { instant: () => '2026-01-31T00:00:00.000Z' } })
  service.create({ arn: arn('vault'), policy })
  service.create({ arn: arn('other') })
  service.create({ arn: arn('mac'), spec: 'HMAC_256' })
  service.create({ arn: arn('sign'), spec: 'ECC_NIST_P256' })
  service.create({ arn: arn('off'), enabled: false })
  service.alias('alias/vault', arn('vault'))
  return service
}

beforeAll(async () => {
  alone = await serveAlone(started())
  kms = new KMSClient(clientSetting(alone.url))
})
afterAll(async () => {
  await alone.stop()
  rmSync(state, { recursive: true })
})

const EncryptionContext = { reference: 'OB-1', system: 'portal' }
const hello = Buffer.from('grüß dich')

test('what is encrypted opens with the same context, and only with it', async () => {
  const { CiphertextBlob } = await kms.send(
    new EncryptCommand({ KeyId: 'alias/vault', Plaintext: hello, EncryptionContext }),
  )
  const open = async (more: object) => {
    const { Plaintext } = await kms.send(new DecryptCommand({ CiphertextBlob, ...more }))
    return Buffer.from(Plaintext ?? []).toString()
  }
  const turned = Object.fromEntries(Object.entries(EncryptionContext).reverse())
  expect(await open({ EncryptionContext: turned })).toBe('grüß dich')
  const refused = { name: 'InvalidCiphertextException' }
  await expect(open({})).rejects.toMatchObject(refused)
  await expect(open({ EncryptionContext: { ...EncryptionContext, system: 'billing' } })).rejects.toMatchObject(refused)
  await expect(open({ EncryptionContext, KeyId: arn('other') })).rejects.toMatchObject({
    name: 'IncorrectKeyException',
  })
  await expect(open({ EncryptionContext, KeyId: arn('mac') })).rejects.toMatchObject({
    name: 'InvalidKeyUsageException',
  })
})

test('no bit of a ciphertext can be changed', async () => {
  const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId: arn('vault'), Plaintext: hello }))
  for (let at = 0; at < (CiphertextBlob?.length ?? 0); at++) {
    const altered = Uint8Array.from(CiphertextBlob ?? [])
    altered[at] = (altered[at] ?? 0) ^ 1
    const opened = kms.send(new DecryptCommand({ CiphertextBlob: altered }))
    await expect(opened, `byte ${at}`).rejects.toMatchObject({ name: 'InvalidCiphertextException' })
  }
})

test('a data key comes open and sealed, and IAM is told the key and the context', async () => {
  alone.asked()
  const made = await kms.send(
    new GenerateDataKeyCommand({ KeyId: 'alias/vault', KeySpec: 'AES_256', EncryptionContext }),
  )
  const context = {
    'kms:EncryptionContext:reference': ['OB-1'],
    'kms:EncryptionContext:system': ['portal'],
    'kms:EncryptionContextKeys': ['reference', 'system'],
  }
  expect(alone.asked()).toEqual([{ action: 'kms:GenerateDataKey', resource: arn('vault'), context }])
  expect(made.Plaintext?.length).toBe(32)
  const opened = await kms.send(new DecryptCommand({ CiphertextBlob: made.CiphertextBlob, EncryptionContext }))
  expect(opened.Plaintext).toEqual(made.Plaintext)
  expect(opened.KeyId).toBe(arn('vault'))
  expect(alone.asked()).toEqual([{ action: 'kms:Decrypt', resource: arn('vault'), context }])
})

test('a MAC is the same for the same message and refused for any other', async () => {
  const mac = { KeyId: arn('mac'), MacAlgorithm: 'HMAC_SHA_256' as const }
  const { Mac } = await kms.send(new GenerateMacCommand({ ...mac, Message: hello }))
  expect((await kms.send(new GenerateMacCommand({ ...mac, Message: hello }))).Mac).toEqual(Mac)
  expect((await kms.send(new VerifyMacCommand({ ...mac, Message: hello, Mac }))).MacValid).toBe(true)
  const other = kms.send(new VerifyMacCommand({ ...mac, Message: Buffer.from('x'), Mac }))
  await expect(other).rejects.toMatchObject({ name: 'KMSInvalidMacException' })
})

test('a signature over a message or its digest verifies with the public key alone', async () => {
  const by = { KeyId: arn('sign'), SigningAlgorithm: 'ECDSA_SHA_256' as const }
  const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: arn('sign') }))
  const key = createPublicKey({ key: Buffer.from(PublicKey ?? []), format: 'der', type: 'spki' })
  const digest = { Message: createHash('sha256').update(hello).digest(), MessageType: 'DIGEST' as const }
  for (const message of [{ Message: hello, MessageType: 'RAW' as const }, digest]) {
    const { Signature } = await kms.send(new SignCommand({ ...by, ...message }))
    expect(verify('sha256', hello, key, Signature ?? Buffer.alloc(0))).toBe(true)
    expect((await kms.send(new VerifyCommand({ ...by, ...digest, Signature }))).SignatureValid).toBe(true)
    const other = kms.send(new VerifyCommand({ ...by, Message: Buffer.from('x'), Signature }))
    await expect(other).rejects.toMatchObject({ name: 'KMSInvalidSignatureException' })
  }
  const short = kms.send(new SignCommand({ ...by, Message: Buffer.alloc(31), MessageType: 'DIGEST' }))
  await expect(short).rejects.toMatchObject({ name: 'ValidationException' })
})

test('a key is described; one that is unknown or disabled is refused, and so is an unknown operation', async () => {
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: 'sign' }))
  expect(KeyMetadata).toMatchObject({ Arn: arn('sign'), KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' })
  expect(KeyMetadata?.CreationDate?.toISOString()).toBe('2026-01-31T00:00:00.000Z')
  const encrypt = (KeyId: string) => kms.send(new EncryptCommand({ KeyId, Plaintext: hello }))
  await expect(encrypt('alias/none')).rejects.toMatchObject({ name: 'NotFoundException' })
  await expect(encrypt(arn('off'))).rejects.toMatchObject({ name: 'DisabledException' })
  const unknown = { name: 'UnknownOperationException', message: expect.stringContaining('ListKeys') }
  await expect(kms.send(new ListKeysCommand({}))).rejects.toMatchObject(unknown)
  expect(() => started().create({ arn: arn('rsa'), spec: 'RSA_2048' })).toThrow('RSA_2048')
})

test('keys and their policies are the same after a restart, in a file for the owner alone', async () => {
  const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId: arn('vault'), Plaintext: hello }))
  const before = await kms.send(new GetPublicKeyCommand({ KeyId: arn('sign') }))
  await alone.stop()
  const again = started()
  expect(again.resourcePolicy(arn('vault'))).toEqual(policy)
  alone = await serveAlone(again)
  kms = new KMSClient(clientSetting(alone.url))
  const { Plaintext } = await kms.send(new DecryptCommand({ CiphertextBlob }))
  expect(Buffer.from(Plaintext ?? [])).toEqual(hello)
  expect((await kms.send(new GetPublicKeyCommand({ KeyId: arn('sign') }))).PublicKey).toEqual(before.PublicKey)
  expect(statSync(join(state, 'kms.json')).mode & 0o777).toBe(0o600)
})

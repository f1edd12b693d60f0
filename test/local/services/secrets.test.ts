import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  CreateSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { generated } from '../../../local/secrets/generate.ts'
import { Secrets } from '../../../local/secrets/secrets.ts'
import { clientSetting, serveAlone } from './serve-alone.ts'

const state = mkdtempSync(join(tmpdir(), 'oblige-secrets-'))
const arn = 'arn:aws:secretsmanager:eu-central-1:111111111111:secret:Origin-AbCdEf'
const clock = { instant: () => '2026-01-31T00:00:00.000Z' }
const started = () => {
  const secrets = new Secrets({ state, clock, region: 'eu-central-1', account: '111111111111' })
  secrets.create({ arn, name: 'Origin', properties: { GenerateSecretString: { ExcludePunctuation: true } } })
  return secrets
}
let service: Secrets
let alone: Awaited<ReturnType<typeof serveAlone>>
let client: SecretsManagerClient

beforeAll(async () => {
  service = started()
  alone = await serveAlone(service)
  client = new SecretsManagerClient(clientSetting(alone.url))
})
afterAll(async () => {
  await alone.stop()
  rmSync(state, { recursive: true })
})
const get = (SecretId: string, more: object = {}) => client.send(new GetSecretValueCommand({ SecretId, ...more }))

test('a value is generated once as the template asks, found by name and ARN, and the same after a restart', async () => {
  const { SecretString, ARN } = await get('Origin')
  expect(SecretString).toMatch(/^[A-Za-z\d]{32}$/)
  expect(ARN).toBe(arn)
  expect((await get(arn)).SecretString).toBe(SecretString)
  expect((await get(arn.replace('-AbCdEf', ''))).SecretString).toBe(SecretString)
  expect(service.value(arn)).toBe(SecretString)
  expect(started().value('Origin')).toBe(SecretString)
  expect(statSync(join(state, 'secrets.json')).mode & 0o777).toBe(0o600)
})

test('generated values hold what was asked for and nothing that was excluded', () => {
  for (let i = 0; i < 50; i++) {
    expect(generated({ PasswordLength: 4, ExcludePunctuation: true, IncludeSpace: false })).toMatch(
      /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d).{4}$/,
    )
    expect(generated({ PasswordLength: 64, ExcludeCharacters: '"@/\\' })).not.toMatch(/["@/\\]/)
  }
  const made: unknown = JSON.parse(
    generated({ SecretStringTemplate: '{"username":"app"}', GenerateStringKey: 'password' }),
  )
  expect(made).toEqual({ username: 'app', password: expect.stringMatching(/^.{32}$/s) })
})

test('a new value becomes the current one and keeps the one before; a secret that is not there is said to be missing', async () => {
  const { ARN } = await client.send(new CreateSecretCommand({ Name: 'app/database', SecretString: 'one' }))
  const { VersionId } = await client.send(new PutSecretValueCommand({ SecretId: 'app/database', SecretString: 'two' }))
  expect((await get('app/database')).SecretString).toBe('two')
  expect((await get('app/database', { VersionStage: 'AWSPREVIOUS' })).SecretString).toBe('one')
  const described = await client.send(new DescribeSecretCommand({ SecretId: ARN }))
  expect(described.VersionIdsToStages?.[VersionId ?? '']).toEqual(['AWSCURRENT'])
  alone.asked()
  await expect(get('none')).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  await get('app/database')
  expect(alone.asked().map(({ action, resource }) => [action, resource])).toEqual([
    ['secretsmanager:GetSecretValue', expect.stringMatching(/:secret:none-.{6}$/)],
    ['secretsmanager:GetSecretValue', ARN],
  ])
  const again = client.send(new CreateSecretCommand({ Name: 'app/database', SecretString: 'x' }))
  await expect(again).rejects.toMatchObject({ name: 'ResourceExistsException' })
})

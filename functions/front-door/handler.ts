import { createHash, timingSafeEqual } from 'node:crypto'
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import middy from '@middy/core'
import { required } from '../../adapters/environment.ts'

const client = new SecretsManagerClient({})
const digest = (text: string) => createHash('sha256').update(text).digest()
let expected: Promise<Buffer> | undefined

/** Authorizer: lets through only what came by the distribution, whose origin header carries a secret. */
export const handler = middy(
  async (event: { headers?: Record<string, string | undefined> }): Promise<{ isAuthorized: boolean }> => {
    expected ??= secret()
    const given = event.headers?.['x-oblige-origin'] ?? ''
    return { isAuthorized: timingSafeEqual(digest(given), await expected) }
  },
)

async function secret(): Promise<Buffer> {
  try {
    const found = await client.send(new GetSecretValueCommand({ SecretId: required('ORIGIN_SECRET') }))
    if (!found.SecretString) throw new Error('the origin secret is empty')
    return digest(found.SecretString)
  } catch (error) {
    expected = undefined
    throw error
  }
}

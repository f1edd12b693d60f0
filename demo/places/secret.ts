import {
  CreateSecretCommand,
  PutSecretValueCommand,
  ResourceExistsException,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import type { Access } from '../database/database.ts'
import { names } from './places.ts'

/**
 * Tells Oblige how to reach the database, by the secret that the policy names. Port and password are new at every
 * start; on 127.0.0.1 there is no TLS.
 */
export async function tellSecret(client: SecretsManagerClient, access: Access): Promise<void> {
  const SecretString = JSON.stringify({ ...access, sslmode: 'disable' })
  try {
    await client.send(new CreateSecretCommand({ Name: names.secret, SecretString }))
  } catch (error) {
    if (!(error instanceof ResourceExistsException)) throw error
    await client.send(new PutSecretValueCommand({ SecretId: names.secret, SecretString }))
  }
}

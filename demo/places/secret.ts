import {
  CreateSecretCommand,
  PutSecretValueCommand,
  ResourceExistsException,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'

/** Tells Oblige how to reach something, by a secret that the policy names: ports and passwords are new at every start. */
export async function tellSecret(client: SecretsManagerClient, name: string, value: object): Promise<void> {
  const SecretString = JSON.stringify(value)
  try {
    await client.send(new CreateSecretCommand({ Name: name, SecretString }))
  } catch (error) {
    if (!(error instanceof ResourceExistsException)) throw error
    await client.send(new PutSecretValueCommand({ SecretId: name, SecretString }))
  }
}

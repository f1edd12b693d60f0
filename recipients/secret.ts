import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import type * as z from 'zod/mini'

/** How to reach a recipient, as a secret says. Read for every call, which are few: what was rotated counts at once. */
export type Connection<Shape> = () => Promise<Shape>

/** @throws when a field is missing: its name, never a value */
export const connectionOf =
  <Shape>(name: string, shape: z.ZodMiniType<Shape>, client: SecretsManagerClient): Connection<Shape> =>
  async () => {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: name }))
    const read = shape.safeParse(JSON.parse(SecretString ?? '{}'))
    if (read.success) return read.data
    const fields = read.error.issues.map(({ path }) => path.join('.'))
    throw new Error(`the secret of a recipient lacks ${fields.join(', ')}`)
  }

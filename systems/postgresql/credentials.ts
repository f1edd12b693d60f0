import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import * as z from 'zod/mini'

/** As Secrets Manager writes it for RDS, with two of ours: `sslmode` and `ca`. */
const Secret = z.object({
  host: z.string(),
  port: z.optional(z.coerce.number()),
  dbname: z.string(),
  username: z.string(),
  password: z.string(),
  /** TLS, its certificate verified, unless it says `disable`: for a database on the same machine. */
  sslmode: z.optional(z.enum(['disable', 'require', 'verify-ca', 'verify-full'])),
  /** Certificates to trust, PEM, when the authority is not a public one. */
  ca: z.optional(z.string()),
})

export type Login = {
  readonly host: string
  readonly port: number
  readonly database: string
  readonly user: string
  readonly password: string
  readonly ssl: false | { readonly rejectUnauthorized: true; readonly ca?: string }
}

/** The login; `anew` when the one known was refused. */
export type Credentials = (anew: boolean) => Promise<Login>

const usualPort = 5432

/** A login of a secret's text. @throws when a field is missing: its name, never a value */
export function loginOf(secret: string): Login {
  const read = Secret.safeParse(JSON.parse(secret))
  if (!read.success) {
    const fields = read.error.issues.map((issue) => issue.path.join('.'))
    throw new Error(`the secret of the database lacks ${fields.join(', ')}`)
  }
  const { host, port = usualPort, dbname, username, password, sslmode, ca } = read.data
  const ssl = sslmode === 'disable' ? (false as const) : { rejectUnauthorized: true as const, ...(ca ? { ca } : {}) }
  return { host, port, database: dbname, user: username, password, ssl }
}

/** The login of a secret in Secrets Manager, read once for each instance and again when it was refused: it may have been rotated. */
export function credentialsOf(name: string, client: SecretsManagerClient): Credentials {
  let known: Promise<Login> | undefined
  const read = async (): Promise<Login> => {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: name }))
    return loginOf(SecretString ?? '{}')
  }
  return (anew) => {
    if (!known || anew) {
      known = read()
      known.catch(() => {
        known = undefined
      })
    }
    return known
  }
}

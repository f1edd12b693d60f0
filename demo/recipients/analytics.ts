import { createVerify, generateKeyPairSync, randomBytes } from 'node:crypto'
import * as z from 'zod/mini'
import { type Authority, certified } from './certificate.ts'
import { type Heard, type Said, type Served, serve } from './serve.ts'

const kind = 'analytics#userDeletionRequest'
const Upsert = z.strictObject({
  kind: z.literal(kind),
  id: z.strictObject({ type: z.enum(['USER_ID', 'CLIENT_ID', 'APP_INSTANCE_ID']), userId: z.string() }),
  propertyId: z.string().check(z.regex(/^\d+$/)),
})
const Claims = z.object({ iss: z.string(), scope: z.string(), aud: z.url(), iat: z.number(), exp: z.number() })
const grant = 'urn:ietf:params:oauth:grant-type:jwt-bearer'
const scope = 'https://www.googleapis.com/auth/analytics.user.deletion'

/** Stands in for Google Analytics' user deletion and its tokens on this machine, and checks the shape of every call. */
export class Analytics {
  /** Ids whose deletion was asked for. */
  readonly deleted = new Set<string>()
  isDown = false
  readonly #keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  readonly #token = randomBytes(24).toString('base64url')
  readonly #authority: Authority
  #served: Served | undefined

  constructor(authority: Authority) {
    this.#authority = authority
  }

  async start(): Promise<void> {
    this.#served = await serve(certified('analytics.example.org', this.#authority), (heard) => this.#answer(heard))
  }

  async stop(): Promise<void> {
    await this.#served?.stop()
  }

  /** The key of a service account, as Google's console gives it, and where this stands. */
  get account() {
    return {
      client_email: 'oblige@papyra.example.com',
      private_key: this.#keys.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
      token_uri: `${this.#served?.url}/token`,
      endpoint: `${this.#served?.url}/analytics/v3`,
      ca: this.#authority.pem,
    }
  }

  #answer({ method, path, headers, body }: Heard): Said {
    if (this.isDown) return said(503, {})
    if (method !== 'POST') return said(405, {})
    if (path === '/token') return this.#tokenFor(new URLSearchParams(body))
    if (path !== '/analytics/v3/userDeletion/userDeletionRequests:upsert') return said(404, {})
    if (headers.authorization !== `Bearer ${this.#token}`) return said(401, {})
    const read = Upsert.safeParse(JSON.parse(body))
    if (!read.success) return said(400, { error: { code: 400 } })
    this.deleted.add(read.data.id.userId)
    return said(200, { ...read.data, deletionRequestTime: new Date().toISOString() })
  }

  #tokenFor(form: URLSearchParams): Said {
    const [head = '', claims = '', signature = ''] = (form.get('assertion') ?? '').split('.')
    const isTheirs = createVerify('RSA-SHA256')
      .update(`${head}.${claims}`)
      .verify(this.#keys.publicKey, Buffer.from(signature, 'base64url'))
    const read = isTheirs ? Claims.safeParse(JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'))) : undefined
    const isRight =
      form.get('grant_type') === grant && read?.data?.scope === scope && read.data.aud === this.account.token_uri
    return isRight
      ? said(200, { access_token: this.#token, token_type: 'Bearer', expires_in: 3600 })
      : said(400, { error: 'invalid_grant' })
  }
}

const said = (status: number, value: object): Said => ({ status, body: JSON.stringify(value) })

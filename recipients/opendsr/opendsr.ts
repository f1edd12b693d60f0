import { hash } from 'node:crypto'
import * as z from 'zod/mini'
import { instant } from '../../domain/time.ts'
import type { OpenDsrTold } from '../../policy/recipients.ts'
import { type Heard, knownBy, type Message, type Processor, type Recipient } from '../contract.ts'
import { type Answered, call, isFinal, jsonOf, NotReached } from '../https.ts'
import type { Connection } from '../secret.ts'
import { isSigned, signedAs, trusted } from './signature.ts'
import { Cancelled, Created, Discovery, Status, typeOf } from './words.ts'

export const OpenDsrSecret = z.object({
  /** Where the processor's paths begin, e.g. https://opendsr.example.org/v2. */
  endpoint: z.url(),
  /** What it asks for in `Authorization`; the protocol leaves that to it. */
  authorization: z.optional(z.string()),
  /** Certificates to trust, PEM, for the connection and for signatures, when the authority is not a public one. */
  ca: z.optional(z.string()),
})
type Secret = z.infer<typeof OpenDsrSecret>

/** Keeps what is known of the processor between calls. */
export type Memory = { read(): Promise<Processor | undefined>; keep(processor: Processor): Promise<void> }

/** How long discovery is believed, in ms. */
const aDay = 86_400_000

/** A processor that speaks OpenDSR 2.0. Every answer that counts is signed by it, and checked. */
export class OpenDsr implements Recipient {
  readonly #told: OpenDsrTold
  readonly #connection: Connection<Secret>
  readonly #memory: Memory
  readonly #callback: string
  readonly #now: () => number

  /** @param callback where it says that something is done @param now ms since 1970 */
  constructor(told: OpenDsrTold, connection: Connection<Secret>, memory: Memory, callback: string, now: () => number) {
    this.#told = told
    this.#connection = connection
    this.#memory = memory
    this.#callback = callback
    this.#now = now
  }

  async tell(message: Message): Promise<Heard> {
    if (message.takesBack && (await this.#cancels(message.takesBack))) return 'confirmed'
    const { types, identities } = await this.#discover()
    const type = typeOf[message.act]
    const known = this.#identitiesIn(message, identities)
    if (!types.includes(type) || known.length === 0) return 'refused'
    const body = JSON.stringify({
      regulation: this.#told.regulation,
      subject_request_id: message.id,
      subject_request_type: type,
      submitted_time: message.askedAt,
      subject_identities: known,
      api_version: '2.0',
      status_callback_urls: [this.#callback],
      ...this.#beyondTheProtocol(message),
    })
    const answer = await this.#asks('POST', '/requests', body)
    // A try that died after it was heard: it is there.
    if (answer.status === 409) return this.ask(message.id)
    if (isFinal(answer.status)) return 'refused'
    const created = await this.#said(answer, 201, Created)
    if (created.subject_request_id !== message.id || created.encoded_request !== Buffer.from(body).toString('base64'))
      throw new NotReached('the processor heard something else')
    return 'told'
  }

  async ask(id: string): Promise<Heard> {
    const answer = await this.#asks('GET', `/requests/${id}`)
    if (isFinal(answer.status)) return 'refused'
    const { subject_request_id: about, request_status: status } = await this.#said(answer, 200, Status)
    if (about !== id) throw new NotReached('the processor speaks of another request')
    return status === 'completed' ? 'confirmed' : status === 'cancelled' ? 'refused' : 'told'
  }

  /** Takes back what has not begun there; what has is undone by a request of its own. */
  async #cancels(id: string): Promise<boolean> {
    const answer = await this.#asks('DELETE', `/requests/${id}`)
    if (answer.status !== 202) return false
    return (await this.#said(answer, 202, Cancelled)).subject_request_id === id
  }

  #identitiesIn({ about }: Message, supported: readonly string[]) {
    return this.#told.identities
      .filter(({ type, format }) => supported.includes(`${type} ${format}`))
      .flatMap(({ type, of, format }) =>
        knownBy(about, of).map((value) => ({
          identity_type: type,
          identity_value: format === 'raw' ? value : hash(format, value.trim().toLowerCase()),
          identity_format: format,
        })),
      )
  }

  /** What the protocol has no words for goes into its extensions, under the processor's domain. */
  #beyondTheProtocol({ act, takesBack, about: { corrections } }: Message) {
    const more = {
      ...(act === 'rectify' ? { corrections } : {}),
      ...(takesBack ? { releases: takesBack } : {}),
    }
    return Object.keys(more).length > 0 ? { extensions: { [this.#told.domain]: more } } : {}
  }

  async #asks(method: 'GET' | 'POST' | 'DELETE', path: string, body?: string): Promise<Answered> {
    const { endpoint, authorization, ca } = await this.#connection()
    return call({
      method,
      url: new URL(`${endpoint}${path}`),
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(authorization ? { authorization } : {}),
      },
      ...(body === undefined ? {} : { body }),
      ca,
      own: true,
    })
  }

  /** What a signed answer says. A key that changed meanwhile is asked for once. @throws NotReached */
  async #said<Shape>(answer: Answered, expected: number, shape: z.ZodMiniType<Shape>): Promise<Shape> {
    if (answer.status !== expected) throw new NotReached(`the processor answered with status ${answer.status}`)
    const { domain, signature } = signedAs(answer.headers)
    const isTheirs = (known: Processor) => isSigned(known.certificates, answer.body, signature)
    if (domain !== this.#told.domain || !(isTheirs(await this.#discover()) || isTheirs(await this.#discover(true))))
      throw new NotReached('the answer is not signed by the processor')
    const read = shape.safeParse(jsonOf(answer))
    if (!read.success) throw new NotReached('the answer lacks what the protocol asks for')
    return read.data
  }

  async #discover(anew = false): Promise<Processor> {
    const before = anew ? undefined : await this.#memory.read()
    if (before && Date.parse(before.until) > this.#now()) return before
    const answer = await this.#asks('GET', '/discovery')
    const read = answer.status === 200 ? Discovery.safeParse(jsonOf(answer)) : undefined
    if (!read?.success) throw new NotReached(`discovery was answered with status ${answer.status}`)
    const certificates = await this.#certificates(new URL(read.data.processor_certificate))
    const { ca } = await this.#connection()
    const own = trusted(certificates, this.#told.domain, ca, this.#now())
    const known = {
      types: read.data.supported_subject_request_types,
      identities: read.data.supported_identities.map((one) => `${one.identity_type} ${one.identity_format}`),
      certificates,
      until: instant(Math.min(this.#now() + aDay, Date.parse(own.validTo))),
    }
    await this.#memory.keep(known)
    return known
  }

  /** Discovery may name any public place for it; one inside only where the company's own address is the same. */
  async #certificates(url: URL): Promise<string> {
    const { endpoint, ca } = await this.#connection()
    const own = url.origin === new URL(endpoint).origin
    const answer = await call({ method: 'GET', url, ca: own ? ca : undefined, own })
    if (answer.status !== 200) throw new NotReached(`the certificate was answered with status ${answer.status}`)
    return answer.body.toString('latin1')
  }
}

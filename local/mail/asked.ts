import { simpleParser } from 'mailparser'
import type { HttpRequest } from '../front/http-api.ts'
import { composed, members } from './message.ts'

/** What a call asks SES to send. */
export type Asked = {
  readonly action: string
  /** The address alone, in lower case. */
  readonly source: string
  /** The name before it. */
  readonly displayName: string
  /** Addresses of the From header. */
  readonly authors: readonly string[]
  readonly recipients: readonly string[]
  readonly configurationSet: string | undefined
  readonly message: Buffer
}

/** Largest message, bytes (SES quotas: 10 MB for the v1 API), and most recipients of one. */
const [largestMessage, mostRecipients] = [10 * 1024 * 1024, 50]

/** An error that SES answers with. */
export class SesError extends Error {
  constructor(code: string, message: string) {
    super(message)
    this.name = code
  }
}
const invalidValue = (message: string) => new SesError('InvalidParameterValue', message)

/** Operations that the local SES does. */
export const actions = ['SendRawEmail', 'SendEmail']

export const formOf = ({ body }: HttpRequest): URLSearchParams => new URLSearchParams(body.toString('utf8'))

/** Reads a call. @throws SesError for a message that SES would not take */
export async function askedOf(form: URLSearchParams): Promise<Asked> {
  const action = form.get('Action') ?? ''
  const raw = action === 'SendRawEmail'
  const message = raw ? Buffer.from(form.get('RawMessage.Data') ?? '', 'base64') : await composed(form)
  if (message.length > largestMessage) throw invalidValue(`Message length is more than ${largestMessage} bytes long`)
  const parsed = await simpleParser(message, { skipTextToHtml: true })
  const from = parsed.from?.value ?? []
  if (from.length === 0) throw invalidValue("Missing required header 'From'.")
  const named = raw ? members(form, 'Destinations') : kinds.flatMap((kind) => members(form, `Destination.${kind}`))
  const inHeaders = [parsed.to, parsed.cc, parsed.bcc].flat().flatMap((list) => list?.value ?? [])
  const recipients = named.length ? named.map(addressIn) : inHeaders.map(({ address = '' }) => address)
  if (recipients.length === 0) throw invalidValue('Missing required header: at least one recipient must be given.')
  if (recipients.length > mostRecipients) throw invalidValue(`Recipient count exceeds ${mostRecipients}.`)
  if (!recipients.every((one) => address.test(one))) throw invalidValue('Illegal address')
  const source = addressIn(form.get('Source') ?? from[0]?.address ?? '').toLowerCase()
  return {
    action,
    source,
    displayName: from[0]?.name ?? '',
    authors: from.map((one) => (one.address ?? '').toLowerCase()),
    recipients,
    configurationSet: form.get('ConfigurationSetName') ?? parsed.headers.get('x-ses-configuration-set')?.toString(),
    message,
  }
}

const kinds = ['ToAddresses', 'CcAddresses', 'BccAddresses']
const address = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+$/
const addressIn = (text: string) => /<([^<>]*)>\s*$/.exec(text)?.[1] ?? text.trim()

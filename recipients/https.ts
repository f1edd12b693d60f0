import { lookup as resolve } from 'node:dns'
import { Agent, request } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** A recipient could not be reached, or what it answered cannot be used. The message is ours: nothing of the person is in it. */
export class NotReached extends Error {
  override readonly name = 'NotReached'
}

export type Call = {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly url: URL
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Certificates to trust, PEM, when the authority is not a public one. */
  readonly ca?: string | undefined
  /** Whether the company itself wrote the address down: then numbers may lead anywhere. Names lead to public places only. */
  readonly own: boolean
  /** How long the call may take as a whole, in ms; absent: 10 seconds. */
  readonly patience?: number
}
export type Answered = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** A call as a whole, in ms: a function has a minute for all of them. */
const usualPatience = 10_000
/** Largest answer, bytes: what any of the protocols says is far smaller. */
const largest = 256 * 1024

/**
 * Addresses that are not of the Internet (IANA's registries of special-purpose addresses, RFC 6890). A list for each
 * family: in one, what maps IPv4 into IPv6 would take in every IPv4 address.
 */
const inside = { ipv4: new BlockList(), ipv6: new BlockList() }
for (const [address, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inside.ipv4.addSubnet(address, prefix, 'ipv4')
for (const [address, prefix] of [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inside.ipv6.addSubnet(address, prefix, 'ipv6')

/** Whether an IP address is one of a private network, of this machine, or of nothing that a recipient can have. */
export function isInside(address: string): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  return inside[family].check(address, family)
}

/** A name is resolved once, and what it resolves to is what is connected to: it cannot change in between. */
const toPublicPlaces: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0)
    const [first] = addresses
    if (!first || addresses.some(({ address }) => isInside(address)))
      return callback(new NotReached('the name leads into a private network'), '', 0)
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family)
  })
}

/** One call by TLS, its certificate verified; a redirect is an answer, and is not followed. @throws NotReached */
export async function call({
  method,
  url,
  headers = {},
  body,
  ca,
  own,
  patience = usualPatience,
}: Call): Promise<Answered> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (url.protocol !== 'https:' || url.username !== '') throw new NotReached('an address of a recipient is not https')
  if (!own && isIP(host) !== 0 && isInside(host)) throw new NotReached('an address leads into a private network')
  // A connection that is kept open outlives the call, and a frozen function finds it dead.
  const agent = new Agent({ keepAlive: false, ...(ca ? { ca } : {}) })
  try {
    return await new Promise<Answered>((resolve, reject) => {
      const options = {
        method,
        agent,
        headers: { ...headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) },
        lookup: toPublicPlaces,
        signal: AbortSignal.timeout(patience),
      }
      const asked = request(url, options, (answer) => {
        const parts: Buffer[] = []
        let bytes = 0
        answer.on('data', (part: Buffer) => {
          bytes += part.length
          if (bytes > largest) answer.destroy(new NotReached('the answer is too large'))
          else parts.push(part)
        })
        answer.once('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
        )
        answer.once('error', reject)
      })
      asked.once('error', reject).end(body)
    })
  } catch (cause) {
    if (cause instanceof NotReached) throw cause
    throw new NotReached('the recipient could not be reached', { cause })
  } finally {
    agent.destroy()
  }
}

/** What an answer says, as JSON. @throws NotReached */
export function jsonOf({ body }: Answered): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw new NotReached('the answer is not JSON')
  }
}

/** An answer that no try will change: what was asked is wrong, or not known there (RFC 9110, section 15.5). */
export const isFinal = (status: number): boolean => [400, 404, 405, 410, 422].includes(status)

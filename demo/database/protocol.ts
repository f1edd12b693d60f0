/** The parts of PostgreSQL's wire protocol (its manual, chapter "Frontend/Backend Protocol") that a front door needs. */

const sslRequest = 80_877_103
const cancelRequest = 80_877_102
const protocolThree = 196_608

export type Message =
  | { readonly kind: 'ssl' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'startup'; readonly user: string; readonly bytes: Buffer }
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'terminate' }
  /** `ends`: a query or a sync, after which the server says whether it is ready for another. */
  | { readonly kind: 'command'; readonly ends: boolean; readonly bytes: Buffer }

/** Cuts the first whole message off; undefined while it is incomplete. @throws for a protocol that is not 3.0 */
export function firstMessage(bytes: Buffer, started: boolean): { message: Message; rest: Buffer } | undefined {
  const head = started ? 1 : 0
  if (bytes.length < head + 4) return undefined
  const length = head + bytes.readInt32BE(head)
  if (bytes.length < length) return undefined
  const whole = bytes.subarray(0, length)
  const rest = bytes.subarray(length)
  return { message: started ? typed(whole) : opening(whole), rest }
}

function opening(bytes: Buffer): Message {
  const code = bytes.readInt32BE(4)
  if (code === sslRequest) return { kind: 'ssl' }
  if (code === cancelRequest) return { kind: 'cancel' }
  if (code !== protocolThree) throw new Error('only version 3.0 of the PostgreSQL protocol is spoken here')
  const words = bytes.subarray(8).toString('utf8').split('\0')
  return { kind: 'startup', user: words[words.indexOf('user') + 1] ?? '', bytes }
}

function typed(bytes: Buffer): Message {
  const type = String.fromCharCode(bytes[0] ?? 0)
  if (type === 'X') return { kind: 'terminate' }
  if (type === 'p') return { kind: 'password', password: bytes.subarray(5, -1).toString('utf8') }
  return { kind: 'command', ends: type === 'Q' || type === 'S', bytes }
}

const framed = (type: string, body: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length + 4)
  return Buffer.concat([Buffer.from(type), length, body])
}

/** AuthenticationCleartextPassword: enough on 127.0.0.1. */
export const askForPassword = framed('R', Buffer.from([0, 0, 0, 3]))
export const noSsl = Buffer.from('N')
export const sync = framed('S', Buffer.alloc(0))

/** FATAL with SQLSTATE 28P01, as a server says that a password is wrong. */
export const wrongPassword = (user: string): Buffer =>
  framed('E', Buffer.from(`SFATAL\0VFATAL\0C28P01\0Mpassword authentication failed for user "${user}"\0\0`))

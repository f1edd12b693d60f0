import { createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'

/** X.509 certificates (RFC 5280) for recipients on this machine, in DER of our own: Node reads them and makes none. */

const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.of(tag, ...size), content])
}
const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts)
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const none = der(0x05)
const yes = der(0x01, Buffer.of(0xff))
const text = (value: string) => der(0x0c, Buffer.from(value))
const bits = (unused: number, value: Uint8Array) => der(0x03, Buffer.of(unused), value)
/** GeneralizedTime, in whole seconds. */
const time = (ms: number) => der(0x18, Buffer.from(`${new Date(ms).toISOString().replace(/\D/g, '').slice(0, 14)}Z`))

const rsaWithSha256 = sequence(oid('2a864886f70d01010b'), none)
const nameOf = (commonName: string) => sequence(der(0x31, sequence(oid('550403'), text(commonName))))
const extension = (id: string, value: Uint8Array) => sequence(oid(id), yes, der(0x04, value))
/** KeyUsage: keyCertSign for an authority; digitalSignature and keyEncipherment for who signs and serves. */
const usage = (ca: boolean) => extension('551d0f', ca ? bits(2, Buffer.of(0x04)) : bits(5, Buffer.of(0xa0)))
const constraints = (ca: boolean) => extension('551d13', ca ? sequence(yes) : sequence())
const alternatives = (domain: string) =>
  extension('551d11', sequence(der(0x82, Buffer.from(domain)), der(0x87, Buffer.of(127, 0, 0, 1))))

export type Authority = { readonly name: string; readonly key: KeyObject; readonly pem: string }
export type Certified = { readonly key: KeyObject; readonly pem: string }

/** Long enough for a clock that travels, in ms. */
const [before, after] = [86_400_000, 40 * 365 * 86_400_000]

function certificate(
  subject: string,
  publicKey: KeyObject,
  issuer: { readonly name: string; readonly key: KeyObject },
  extensions: readonly Uint8Array[],
): string {
  const body = sequence(
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, Buffer.of(1), randomBytes(15)),
    rsaWithSha256,
    nameOf(issuer.name),
    sequence(time(Date.now() - before), time(Date.now() + after)),
    nameOf(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  )
  const signature = createSign('RSA-SHA256').update(body).sign(issuer.key)
  const whole = sequence(body, rsaWithSha256, bits(0, signature)).toString('base64')
  return `-----BEGIN CERTIFICATE-----\n${whole.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`
}

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 })

/** An authority that nobody trusts but who was told to. */
export function newAuthority(name: string): Authority {
  const { publicKey, privateKey: key } = pair()
  return { name, key, pem: certificate(name, publicKey, { name, key }, [constraints(true), usage(true)]) }
}

/** A certificate for a domain that stands on 127.0.0.1. */
export function certified(domain: string, by: Authority): Certified {
  const { publicKey, privateKey: key } = pair()
  return { key, pem: certificate(domain, publicKey, by, [constraints(false), usage(false), alternatives(domain)]) }
}

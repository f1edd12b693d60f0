import { sign, verify, X509Certificate } from 'node:crypto'
import { rootCertificates } from 'node:tls'

/** A certificate that proves nothing. The message says why. */
class Untrusted extends Error {
  override readonly name = 'Untrusted'
}

/** Longest chain that is followed, its end not counted. */
const longest = 5

/**
 * The certificate that signs for a domain: its own name, in force at `now`, and issued through those beside it by an
 * authority that is trusted (OpenDSR, section 4.1: never signed by itself). @param pem its own first
 * @param ca PEM; absent: the public authorities @param now ms since 1970 @throws Untrusted
 */
export function trusted(pem: string, domain: string, ca: string | undefined, now: number): X509Certificate {
  const [own, ...others] = certificatesIn(pem)
  if (!own) throw new Untrusted('there is no certificate')
  if (own.checkHost(domain) === undefined) throw new Untrusted('it is for another domain')
  if (own.publicKey.asymmetricKeyType !== 'rsa') throw new Untrusted('its key is not RSA')
  const authorities = ca === undefined ? rootCertificates.map((one) => new X509Certificate(one)) : certificatesIn(ca)
  let last = own
  for (let steps = 0; steps < longest; steps += 1) {
    if (!isInForce(last, now)) throw new Untrusted('a certificate is not in force')
    const issued = (by: X509Certificate) => by.ca && last.checkIssued(by) && last.verify(by.publicKey)
    const end = authorities.find(issued)
    if (end && isInForce(end, now) && end.fingerprint256 !== own.fingerprint256) return own
    const next = others.find((one) => one !== last && issued(one))
    if (!next) break
    last = next
  }
  throw new Untrusted('no trusted authority issued it')
}

const certificatesIn = (pem: string): readonly X509Certificate[] =>
  (pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map((one) => {
    try {
      return new X509Certificate(one)
    } catch {
      throw new Untrusted('a certificate cannot be read')
    }
  })

const isInForce = ({ validFrom, validTo }: X509Certificate, now: number): boolean =>
  Date.parse(validFrom) <= now && now < Date.parse(validTo)

/** Whether a body was signed, RSA with SHA-256 over its bytes as they came, by the first certificate. @param signature base64 */
export function isSigned(pem: string, body: Buffer, signature: string): boolean {
  const [own] = certificatesIn(pem)
  return own !== undefined && verify('RSA-SHA256', body, own.publicKey, Buffer.from(signature, 'base64'))
}

/** The headers that make an answer one of a processor's, by its names of today. @param key PEM @returns a signature as isSigned checks it */
export const signedFor = (domain: string, key: string, body: string): Readonly<Record<string, string>> => ({
  'x-opendsr-processor-domain': domain,
  'x-opendsr-signature': sign('RSA-SHA256', Buffer.from(body), key).toString('base64'),
})

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

/** What OpenDSR says in headers, by its names of today and of before (section 10.1). */
export function signedAs(headers: Headers): { readonly domain: string; readonly signature: string } {
  const found = (name: string) => {
    const value = headers[`x-opendsr-${name}`] ?? headers[`x-opengdpr-${name}`]
    return typeof value === 'string' ? value.trim() : ''
  }
  return { domain: found('processor-domain').toLowerCase(), signature: found('signature') }
}

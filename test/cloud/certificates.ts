import { certificateIn, readKeys } from '../../bin/verify/read.ts'
import { verify } from '../../bin/verify/verify.ts'
import type { Mail } from '../../local/mail/mail.ts'
import { house } from './one-house.ts'

/** What the certificate in a mail states. @throws when there is none, or the published keys did not sign it */
export async function certificateOf(
  mail: Mail | undefined,
  site = house.cloud.site,
): Promise<Readonly<Record<string, unknown>>> {
  const attached = mail?.attachments.find(({ contentType }) => contentType.startsWith('application/json'))
  if (!attached) throw new Error(`no certificate in '${mail?.subject ?? 'no mail'}'`)
  const document = certificateIn(JSON.parse(attached.content.toString()), 'certificate.json')
  const verdict = verify(document, await readKeys(`${site}/.well-known/jwks.json`))
  if (verdict.kind !== 'valid') throw new Error(`the certificate is ${verdict.kind}`)
  return verdict.certificate
}

/** Lines of a certificate or of a page, without those in which nothing was found. */
export const found = (lines: unknown) =>
  (lines as ReadonlyArray<{ readonly outcome: string; readonly count: number }>).filter(({ count }) => count > 0)

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inWords } from '../../bin/verify/in-words.ts'
import { readCertificate, readKeys } from '../../bin/verify/read.ts'
import { verify } from '../../bin/verify/verify.ts'
import type { RequestView } from '../../functions/contract/request.ts'
import type { Mail } from '../../local/mail/mail.ts'

export type Checked = { readonly valid: boolean; readonly words: string; readonly coverage: RequestView['coverage'] }

/** Takes the certificate out of the mail and checks it against the keys that the privacy centre publishes. */
export async function checkCertificate(mail: Mail, keys: string, folder: string): Promise<Checked> {
  const attached = mail.attachments.find(({ contentType }) => contentType.startsWith('application/json'))
  if (!attached) throw new Error('the last mail carries no certificate')
  const file = join(folder, 'certificate.json')
  writeFileSync(file, attached.content)
  const verdict = verify(await readCertificate(file), await readKeys(keys))
  const { coverage = [] } =
    verdict.kind === 'valid' ? (verdict.certificate as { coverage?: RequestView['coverage'] }) : {}
  return { valid: verdict.kind === 'valid', words: inWords(verdict, 'certificate.json', keys), coverage }
}

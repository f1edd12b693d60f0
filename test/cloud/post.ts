import { generateKeyPairSync } from 'node:crypto'
import nodemailer from 'nodemailer'
import type { Cloud } from '../../local/cloud.ts'
import type { Zone } from '../../local/mail/verdicts.ts'

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
/** Domains whose mail providers sign what their customers send. */
const signed = ['example.org', 'example.com', 'papyra.example.com']

/** The DNS of those domains. */
export const zone: Zone = Object.fromEntries(
  signed.flatMap((domain) => [
    [`test._domainkey.${domain}`, `v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`],
    [`_dmarc.${domain}`, 'v=DMARC1; p=reject'],
  ]),
)

export const mailbox = 'info@papyra.example.com'

export type Written = {
  readonly from: string
  readonly subject?: string
  readonly text: string
  readonly to?: string
  readonly messageId?: string
  /** Message-IDs that it answers, oldest first. */
  readonly answers?: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
  readonly attachments?: { readonly filename: string; readonly content: string }[]
  /** Somebody who only writes this address into From: nothing vouches for it. */
  readonly pretended?: boolean
}

/** Sends a mail as any mail program does; whatever follows from it has happened when this resolves. */
export async function post(cloud: Cloud, { from, to = mailbox, answers = [], pretended, ...mail }: Written) {
  await sends(cloud, {
    ...mail,
    from,
    to,
    ...(answers.length > 0 ? { references: [...answers], inReplyTo: answers.at(-1) } : {}),
    ...(pretended ? {} : { dkim: { domainName: from.split('@')[1] ?? '', keySelector: 'test', privateKey } }),
  })
}

/** Sends many mails at once, over a few connections. */
export async function postAll({ smtp, clock }: Cloud, mails: ReadonlyArray<Pick<Written, 'from' | 'text'>>) {
  const transport = nodemailer.createTransport({ url: smtp, pool: true, maxConnections: 4, maxMessages: 1000 })
  try {
    await Promise.all(mails.map((mail) => transport.sendMail({ ...mail, to: mailbox, subject: 'Hello' })))
  } finally {
    transport.close()
  }
  await clock.quiet()
}

/** Sends a raw mail, as it stands. */
export const postRaw = (cloud: Cloud, raw: Buffer, from: string, to = mailbox): Promise<void> =>
  sends(cloud, { raw, envelope: { from, to } })

async function sends(
  { smtp, clock }: Cloud,
  mail: Parameters<ReturnType<typeof nodemailer.createTransport>['sendMail']>[0],
) {
  const transport = nodemailer.createTransport(smtp)
  try {
    await transport.sendMail(mail)
  } finally {
    transport.close()
  }
  await clock.quiet()
}

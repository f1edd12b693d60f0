import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import type { Mail } from './mail.ts'

// CommonJS whose default export is a field: loaders disagree on how to import that, `require` does not.
const require = createRequire(import.meta.url)
const inbox = require('aws-ses-v2-local') as typeof import('aws-ses-v2-local')
const { clearStore, saveEmail } = require('aws-ses-v2-local/dist/store.js') as Store
type Store = typeof import('aws-ses-v2-local/dist/store.js')

/** The page on which people read the mails: that of aws-ses-v2-local, filled by us at the time of the local clock. */
export async function openInbox(port: number): Promise<{ url: string; show(mail: Mail): void; stop(): Promise<void> }> {
  clearStore()
  const server = await inbox.default({ host: '127.0.0.1', port })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    show: (mail) => saveEmail(shown(mail)),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const shown = (mail: Mail): Parameters<Store['saveEmail']>[0] => ({
  messageId: mail.id,
  from: mail.headers.from ?? mail.from,
  replyTo: mail.headers['reply-to'] ? [mail.headers['reply-to']] : [],
  destination: { to: [...mail.to], cc: [], bcc: [] },
  subject: mail.subject,
  body: { text: mail.text, ...(mail.html ? { html: mail.html } : {}) },
  attachments: mail.attachments.map(({ filename, contentType, content }) => ({
    filename,
    contentType,
    content: Buffer.from(content).toString('base64'),
    size: content.length,
  })),
  headers: Object.entries(mail.headers).map(([name, value]) => ({ name, value })),
  at: Math.floor(Date.parse(mail.at) / 1000),
})

import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { MailAbout } from '../../adapters/items.ts'
import { Mailbox } from '../../adapters/mailbox.ts'
import { Mails } from '../../adapters/mails.ts'
import { type Attached, attachedFile } from '../../intake/attached.ts'
import type { Verdicts } from '../../intake/trust.ts'
import type { DeskMail } from '../contract/desk/request.ts'
import { read } from '../ingest/reading.ts'
import { saidIn } from '../ingest/said.ts'

/** So many mails of the newest are read for one look, and so many bytes of them: an answer has 20 seconds. */
const mostMails = 20
const mostBytes = 60 * 1024 * 1024

/** Mails that came in about a request, as they lie in the bucket: shown as text, their files handed on unopened. */
export class CameIn {
  readonly #mails: Mails
  readonly #mailbox: Mailbox

  constructor(table: string, bucket: string, client: DynamoDBClient) {
    this.#mails = new Mails(table, client)
    this.#mailbox = new Mailbox(bucket)
  }

  /** What each says, by SES's name of it; one that is not kept any more is not among them. */
  async shown(mails: readonly MailAbout[]): Promise<Readonly<Record<string, DeskMail>>> {
    const shown: Record<string, DeskMail> = {}
    let left = mostBytes
    for (const one of mails.slice(-mostMails).toReversed()) {
      const raw = await this.#raw(one, left)
      if (!raw) continue
      left -= raw.bytes.byteLength
      const found = await read(raw.bytes, raw.verdicts)
      const files = found.mail.refused === undefined ? found.mail.attachments : []
      shown[one.ses] = {
        ...saidIn(found),
        trust: found.mail.trust.level,
        files: files.map(({ name, size, leftOut }) => ({ name, bytes: size, ...(leftOut ? { tooLarge: true } : {}) })),
      }
    }
    return shown
  }

  /** A file that came with it; undefined when there is none of that number, or it is too large to be handed on. */
  async file(mail: MailAbout, n: number): Promise<Attached | undefined> {
    const raw = await this.#raw(mail, mostBytes)
    return raw && attachedFile(raw.bytes, n)
  }

  async #raw({ ses, mail }: MailAbout, atMost: number) {
    const kept = mail === undefined ? undefined : await this.#mails.get(mail)
    const bytes = kept && (await this.#mailbox.raw(ses, atMost))
    return bytes && { bytes, verdicts: kept.verdicts as Verdicts }
  }
}

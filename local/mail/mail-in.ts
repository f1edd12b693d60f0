import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import type { Clock } from '../clock/clock.ts'
import type { Gateway } from '../gateway/gateway.ts'
import { service } from '../gateway/iam/principals.ts'
import type { Need } from '../gateway/service.ts'
import type { S3 } from '../s3/s3.ts'
import { account } from '../template/assembly.ts'
import { isFor, type ReceiptRule } from './receipt-rules.ts'
import { type Verdicts, verdictsOn, type Zone } from './verdicts.ts'

/** The largest mail that SES takes and puts into a bucket, bytes (quotas, "Email receiving"). */
export const largestMail = 40 * 1024 * 1024

export type MailInSetting = {
  readonly clock: Clock
  readonly rules: readonly ReceiptRule[]
  readonly gateway: Pick<Gateway, 'check'>
  readonly s3: Pick<S3, 'put'>
  /** What a call needs besides, where the bucket is encrypted. */
  also(needs: readonly Need[]): readonly Need[]
  /** Absent: a zone of nothing. */
  readonly zone?: Zone
  /** 0 takes a free one. */
  readonly port: number
  /** Calls a function as SES, later and again if need be. */
  send(functionArn: string, payload: unknown, sourceArn: string): void
  progress(line: string): void
}

/** An answer of SMTP (RFC 5321, 4.2) to a client that cannot be served. */
const answer = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })

/**
 * SES's end of mail in: takes mail by SMTP on 127.0.0.1 for the addresses of the template's receipt rules, and does what
 * the rules say. Whoever sent it hears `250` when it is stored, and not before.
 */
export async function takeMail(setting: MailInSetting): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const { clock, rules, progress } = setting
  for (const rule of rules) setUp(setting, rule)
  const server = new SMTPServer({
    banner: 'Oblige local cloud',
    size: largestMail,
    // A certificate that nobody knows would turn mail programs away.
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _, done) =>
      rules.some((rule) => isFor(rule, address))
        ? done()
        : done(answer(550, '5.1.1 no receipt rule is for this address')),
    onData: (stream, session, done) => {
      clock
        .during('mail coming in', async () => {
          const message = await read(stream)
          if (stream.sizeExceeded) throw answer(552, `5.3.4 a mail has ${largestMail} bytes at most`)
          const { mailFrom, rcptTo } = session.envelope
          await receive(setting, message, {
            sender: mailFrom ? mailFrom.address : '',
            recipients: rcptTo.map(({ address }) => address),
            ip: session.remoteAddress,
            helo: session.hostNameAppearsAs || session.remoteAddress,
          })
        })
        .then(
          () => done(null, 'stored'),
          (error: unknown) => {
            const known = error instanceof Error ? error : new Error(String(error))
            progress(`a mail could not be stored: ${known.message}`)
            done('responseCode' in known ? known : answer(451, '4.3.0 it could not be stored; try again later'))
          },
        )
    },
  })
  server.on('error', (error) => progress(`mail in: ${error.message}`))
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(setting.port, '127.0.0.1', resolve)
  })
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** By this SES tries whether it may write where a rule stores mails, when that is made or changed; where it may not, it takes no such rule. */
function setUp(setting: MailInSetting, rule: ReceiptRule): void {
  const note = Buffer.from(
    'Subject: Amazon SES Setup Notification\r\n\r\nYou have set up a rule that stores mails here.\r\n',
  )
  for (const action of rule.actions)
    if (action.kind === 's3') store(setting, rule, `${action.prefix}AMAZON_SES_SETUP_NOTIFICATION`, action.bucket, note)
}

/** All of it, or as much as is allowed: what is too large is read to its end, so that the client hears why. */
async function read(stream: SMTPServerDataStream): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of stream as AsyncIterable<Buffer>) if (!stream.sizeExceeded) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** What SMTP knows of a mail besides its bytes. */
export type Envelope = {
  readonly sender: string
  readonly recipients: readonly string[]
  readonly ip: string
  readonly helo: string
}

/** Does what the rules say, each for those of the recipients whom it is for. */
export async function receive(setting: MailInSetting, message: Buffer, envelope: Envelope): Promise<void> {
  const { clock, rules, zone = {} } = setting
  const { sender, ip, helo } = envelope
  const { verdicts, headers } = await verdictsOn(message, { sender, ip, helo }, zone)
  const at = clock.instant()
  for (const rule of rules) {
    const recipients = envelope.recipients.filter((address) => isFor(rule, address))
    if (recipients.length === 0) continue
    const messageId = randomBytes(20).toString('hex')
    const stored = Buffer.concat([
      Buffer.from(
        `Return-Path: <${sender}>\r\nReceived: from ${helo} ([${ip}]) by inbound-smtp.local with SMTP id ${messageId}; ${new Date(at).toUTCString()}\r\nX-SES-Spam-Verdict: ${verdicts.spam}\r\nX-SES-Virus-Verdict: ${verdicts.virus}\r\n${headers}`,
      ),
      message,
    ])
    for (const action of rule.actions) {
      if (action.kind === 's3') store(setting, rule, `${action.prefix}${messageId}`, action.bucket, stored)
      else
        setting.send(
          action.functionArn,
          eventOf({ messageId, sender, recipients, at, verdicts, message: stored, ...action }),
          rule.arn,
        )
    }
  }
}

/** @throws when the bucket's policy or its key does not let SES */
function store({ gateway, s3, also }: MailInSetting, rule: ReceiptRule, key: string, bucket: string, body: Buffer) {
  const context = { 'aws:SourceAccount': [account], 'aws:SourceArn': [rule.arn] }
  const put: Need = { action: 's3:PutObject', resource: `arn:aws:s3:::${bucket}/${key}`, context }
  for (const need of [put, ...also([put])]) {
    const both = { ...need, context: { ...context, ...need.context } }
    const verdict = gateway.check(service('ses.amazonaws.com'), both, rule.region)
    if (!verdict.allowed) throw new Error(`SES may not ${need.action}: ${verdict.why}`)
  }
  s3.put(bucket, key, body, 'message/rfc822')
}

type Came = {
  readonly messageId: string
  readonly sender: string
  readonly recipients: readonly string[]
  readonly at: string
  readonly verdicts: Verdicts
  readonly message: Buffer
  readonly functionArn: string
}

/** What SES tells a function of a mail: its headers, and never its body (developer guide, "Contents of notifications"). */
function eventOf({ messageId, sender, recipients, at, verdicts, message, functionArn }: Came) {
  const { headers, headersTruncated } = headersOf(message)
  const all = (wanted: string) => headers.filter(({ name }) => name.toLowerCase() === wanted).map(({ value }) => value)
  return {
    Records: [
      {
        eventSource: 'aws:ses',
        eventVersion: '1.0',
        ses: {
          mail: {
            timestamp: at,
            source: sender,
            messageId,
            destination: recipients,
            headersTruncated,
            headers,
            commonHeaders: {
              ...{ returnPath: sender, from: all('from'), date: all('date')[0], to: all('to') },
              ...{ messageId: all('message-id')[0], subject: all('subject')[0] },
            },
          },
          receipt: {
            timestamp: at,
            processingTimeMillis: 1,
            recipients,
            ...Object.fromEntries(Object.entries(verdicts).map(([name, status]) => [`${name}Verdict`, { status }])),
            action: { type: 'Lambda', functionArn, invocationType: 'Event' },
          },
        },
      },
    ],
  }
}

/** Bytes of headers that SES hands on. */
const mostOfHeaders = 10 * 1024

function headersOf(message: Buffer) {
  const [head = ''] = message.toString('utf8', 0, mostOfHeaders).split(/\r?\n\r?\n/, 1)
  const lines = head.replace(/\r?\n(?=[ \t])/g, '').split(/\r?\n/)
  const headers = lines.flatMap((line) => {
    const [, name, value] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? []
    return name === undefined || value === undefined ? [] : [{ name, value }]
  })
  return { headers, headersTruncated: Buffer.byteLength(head) >= mostOfHeaders }
}

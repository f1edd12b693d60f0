import { createRequire } from 'node:module'

/** A verdict of SES on a mail that it received (developer guide, "Contents of notifications for email receiving"). */
type Verdict = 'PASS' | 'FAIL' | 'GRAY' | 'PROCESSING_FAILED'
export type Verdicts = Readonly<Record<'spam' | 'virus' | 'spf' | 'dkim' | 'dmarc', Verdict>>

/** Text records by name: all of the DNS that the local cloud asks. */
export type Zone = Readonly<Record<string, string>>

/** How a mail came in. */
export type Hop = {
  /** Address of the envelope; empty for a bounce. */
  readonly sender: string
  readonly ip: string
  readonly helo: string
}

// It has no types of its own: what we use of it.
const require = createRequire(import.meta.url)
const { authenticate } = require('mailauth/lib/mailauth.js') as {
  authenticate(message: Buffer, options: object): Promise<Authentication>
}
type Outcome = { readonly status: { readonly result: string } }
type Authentication = {
  readonly spf: Outcome | false
  readonly dkim: { readonly results?: readonly Outcome[] }
  readonly dmarc: Outcome | false
  /** Header fields that say so, for the top of the message. */
  readonly headers: string
}

/** What SES's filters answer to on purpose, so that they can be tried: the GTUBE and EICAR test strings. */
const gtube = 'XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X'
const eicar = `X5O!P%@AP[4\\PZX54(P^)7CC)7}${'$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!'}`

/** Authenticates a mail against a zone: a name that is not in it does not exist. `headers` go above the message. */
export async function verdictsOn(
  message: Buffer,
  { sender, ip, helo }: Hop,
  zone: Zone,
): Promise<{ readonly verdicts: Verdicts; readonly headers: string }> {
  const { spf, dkim, dmarc, headers } = await authenticate(message, {
    ...{ sender, ip, helo, mta: 'inbound-smtp.local', disableArc: true, disableBimi: true },
    resolver: async (name: string, type: string) => {
      const found = type === 'TXT' ? zone[name.toLowerCase()] : undefined
      if (found === undefined) throw Object.assign(new Error(`no ${type} of ${name}`), { code: 'ENOTFOUND' })
      return [[found]]
    },
  })
  // A signature whose text was changed is neutral to RFC 8601, and a failure to SES.
  const signatures = (dkim.results ?? []).map(({ status }) =>
    verdictOf(status.result === 'neutral' ? 'fail' : status.result),
  )
  const verdicts = {
    spam: message.includes(gtube) ? 'FAIL' : 'PASS',
    virus: message.includes(eicar) ? 'FAIL' : 'PASS',
    spf: spf ? verdictOf(spf.status.result) : 'GRAY',
    // One good signature is enough.
    dkim: signatures.find((one) => one === 'PASS') ?? signatures[0] ?? 'GRAY',
    dmarc: dmarc ? verdictOf(dmarc.status.result) : 'GRAY',
  } as const
  return { verdicts, headers }
}

/** Results as RFC 8601 names them; what is not published or not signed is gray to SES. */
function verdictOf(result: string): Verdict {
  switch (result) {
    case 'pass':
      return 'PASS'
    case 'fail':
    case 'hardfail':
    case 'policy':
      return 'FAIL'
    case 'temperror':
    case 'permerror':
      return 'PROCESSING_FAILED'
    default:
      return 'GRAY'
  }
}

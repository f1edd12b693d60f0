/**
 * The shape of a policy: what a company promised, which personal data it keeps and where.
 * Everything here is data; a company adopts Oblige by writing one such file.
 * Periods are ISO 8601 durations (P60D), regions AWS region names.
 */
import * as z from 'zod/mini'
import { Language } from './languages.ts'
import { address, name, period, region, type Text, text } from './shapes.ts'
import { statuses } from './statuses.ts'
import { byHand, SystemPolicy } from './systems.ts'

/** What a recipient is told of (GDPR Art. 19): release takes a restriction back. */
export const acts = ['restrict', 'release', 'rectify', 'erase'] as const
/** How long after it was to be told a recipient that has not confirmed is given up, and the officer told. */
const patience = { giveUp: period }
/** Value of the person that a recipient knows them by: `address`, the proven one, or a key of the subject. */
const known = name
/** Name of the Secrets Manager secret with `endpoint`, and what the kind of recipient needs besides (docs/recipients.md). */
const secret = z.string()
/** What a certificate names, and OpenDSR's headers say. */
const domain = z.string().check(z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be a domain in lower case'))

const toldByMail = z.strictObject({
  kind: z.literal('mail'),
  address,
  /** Absent: the policy's first. */
  language: z.optional(Language),
  /** Absent: all. */
  acts: z.optional(z.array(z.enum(acts))),
  /** How long after it was told, and after each reminder, it is reminded. */
  reminder: period,
  ...patience,
})

const toldByOpenDsr = z.strictObject({
  kind: z.literal('opendsr'),
  secret,
  /** What its certificate names and its answers say. */
  domain,
  regulation: z.enum(['gdpr', 'ccpa']),
  /** Absent: erasures alone, the only one of them that the protocol knows by itself. */
  acts: z.optional(z.array(z.enum(acts))),
  identities: z
    .array(z.strictObject({ type: z.string(), of: known, format: z.enum(['raw', 'sha1', 'md5', 'sha256']) }))
    .check(z.minLength(1)),
  ...patience,
})

/** It knows erasures alone. */
const toldByGoogleAnalytics = z.strictObject({
  kind: z.literal('google-analytics'),
  secret,
  propertyId: z.string(),
  user: z.strictObject({ type: z.enum(['USER_ID', 'CLIENT_ID', 'APP_INSTANCE_ID']), of: known }),
  ...patience,
})

const Told = z.discriminatedUnion('kind', [toldByMail, toldByOpenDsr, toldByGoogleAnalytics])

const timeZone = z.string().check(
  z.refine((zone) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
    } catch {
      return false
    }
  }, 'must be a time zone such as Europe/Berlin'),
)

export const Policy = z.strictObject({
  company: z.strictObject({
    name: z.string(),
    country: z.string(),
    /** The part of the country whose public holidays count too (ISO 3166-2 without the country): BE for Berlin. */
    state: z.optional(z.string().check(z.regex(/^[A-Z0-9]{1,3}$/, 'must be a part of a country such as BE'))),
    /**
     * Days on which no deadline ends (Regulation 1182/71, Art. 3(4)), besides Saturdays and Sundays. Absent: the public
     * holidays there in ten years, looked up by each deployment (infra/holidays.ts).
     */
    holidays: z.optional(z.array(z.iso.date())),
    timeZone,
    address: z.string(),
    /** Where the data protection officer, or who answers for privacy, reads mail. */
    officer: address,
    /** The supervisory authority that takes complaints (GDPR Art. 77). */
    authority: z.strictObject({ name: z.string(), url: z.url() }),
  }),
  /**
   * In which time zone people of a country read dates, where it has several (by ISO 3166-1); absent: in the company's. A
   * country whose clocks all agree needs none.
   */
  timeZones: z.optional(z.record(z.string().check(z.regex(/^[A-Z]{2}$/, 'must be a country such as US')), timeZone)),
  /** Where people use their rights: the public address of the privacy centre. */
  site: z.url(),
  /** N10. `home`: where everything lies that Oblige keeps, and every system; `mail`: where SES sends, and keeps nothing. */
  regions: z.strictObject({ home: region, mail: region }),
  mail: z.strictObject({ from: address, replyTo: address, alarms: address }),
  /** Requests by e-mail (docs/mailbox.md); absent: they are not taken, and people write in vain. */
  mailbox: z.optional(
    z.strictObject({
      /** Addresses whose mail SES receives for us, in a domain of their own or by an MX record of the company's. */
      addresses: z.array(address).check(z.minLength(1)),
      /** Mailboxes of the company's that pass their mail on to them by a rule, e.g. info@. */
      forwardedFrom: z.array(address),
      /** What is accepted as authority from who writes for somebody else and cannot name their address; absent: nothing. */
      authority: z.optional(text),
      /** The account's active set of receipt rules, which ours joins; absent: a set `oblige` is made. */
      ruleSet: z.optional(z.string().check(z.regex(/^[\w.-]{1,64}$/, 'must be the name of a receipt rule set'))),
    }),
  ),
  /**
   * A synthetic person who tries every day what people are promised (docs/canary.md): an account like any other, made by the
   * company, with records in every system. Absent: nobody does.
   */
  canary: z.optional(z.strictObject({ address })),
  /** The first is the default. */
  languages: z.array(Language).check(z.minLength(1)),
  periods: z.strictObject({
    /** N4: from receipt of the request to complete deletion. */
    erasure: period,
    /** How long before the promised instant the erasure starts. */
    erasureLead: period,
    /** How long before the erasure the person is reminded; longest first. */
    reminders: z.array(period),
    /** Lifetime of a confirmation link. */
    confirmLink: period,
    /** How long an expired, unconfirmed request can be taken up again. */
    unverified: period,
    /** Lifetime of the link to a request's page. */
    manageLink: period,
    /** How long the history and the certificate of a closed request are kept, without personal data. */
    evidence: period,
    /** How long backups may still hold a copy of what was erased. */
    backups: period,
    /** From receipt to a copy that can be fetched, or to data that are unavailable (GDPR Art. 12(3): a month). */
    answer: period,
    /** How long a copy can be fetched before it is deleted. */
    package: period,
    /** How long before that the person is reminded. */
    packageReminder: period,
    /** How long after that the person can ask for another with one click; then the address leaves the request. */
    askAgain: period,
    /** How long a code, mailed to prove the address again, is good for. */
    downloadCode: period,
    /** How long the address of a download is good for: the download has to begin by then. */
    downloadLink: period,
    /** How long before the company ends a restriction the person is told (GDPR Art. 18(3)). */
    liftNotice: period,
    /** How long a person has to say what is right, and to prove a new address. */
    statement: period,
    /** How long before the end of a wait for somebody, the person or the company, they are reminded. */
    statementReminder: period,
    /** How long before what was promised has to be done the officer reads of it every day. */
    dueSoon: period,
    /** How long a mail that came in is kept as it came, in days. */
    rawMail: z.string().check(z.regex(/^P[1-9]\d*D$/, 'must be days, such as P90D')),
  }),
  limits: z.strictObject({
    mailsPerAddressAndDay: z.int(),
    /** Letters a day (UTC) that each tell the company's officer of one mail to decide on; of what else came one letter tells the next day. */
    mailsToDecideADay: z.int().check(z.minimum(1)),
    /** How often a copy can be fetched, and how often a code can be mistyped. */
    downloads: z.int(),
    codeTries: z.int(),
    /** Longest text that a person can say about their records, and the company about its decision, in characters. */
    statement: z.int(),
  }),
  /** Whether a person may waive the rest of the grace period. */
  eraseNow: z.boolean(),
  categories: z.record(
    name,
    z.strictObject({
      label: text,
      source: text,
      purpose: text,
      recipients: z.array(name),
      /** Provided by the person, or seen of what the person does: belongs into a portable copy (GDPR Art. 20(1)). */
      provided: z.boolean(),
    }),
  ),
  /** Why staff may hold up an erasure (GDPR Art. 17(3)(e) and the like), and whether the law lets the person be told. */
  holds: z.record(name, z.strictObject({ reason: text, told: z.boolean() })),
  /** N9: what the company mails to who wants it, by the names that its own software uses; every mail has a link that ends it. */
  lists: z.record(name, z.strictObject({ label: text })),
  /** N8: children under this age need a guardian's consent (GDPR Art. 8(1)); absent: nobody is asked. */
  minors: z.optional(
    z.strictObject({
      /** Years, where a country is not named; the law of member states allows 13 to 16. */
      age: z.int().check(z.gte(13), z.lte(16)),
      ages: z.record(z.string(), z.int().check(z.gte(13), z.lte(16))),
      /** How long a guardian has to consent, and how long after that everything is unavailable before it is erased. */
      consent: period,
      grace: period,
      /** Attributes of the directory's rows: date of birth (ISO 8601), a flag that is true for a child's account, the country. */
      birthDate: z.optional(z.string()),
      flag: z.optional(z.string()),
      country: z.optional(z.string()),
    }),
  ),
  /** N12: people are asked before their data go to a third party; absent: nobody can be asked, and nothing may go. */
  disclosures: z.optional(
    z.strictObject({
      /** How long a person has to answer: silence is a no. */
      answer: period,
      /** For how long an approval can be asked at the most, counted from the question. */
      holds: period,
    }),
  ),
  /** N2: the fields that a person can have corrected by name; everything else is said in words, and decided by a person. */
  correctable: z.record(
    name,
    z.strictObject({
      label: text,
      /** Which data it is part of; others in which a system keeps the same value are corrected too. */
      category: name,
      /** What a value has to look like. A new e-mail address is proven before it counts. */
      kind: z.enum(['text', 'phone', 'email']),
      /** In characters. */
      maxLength: z.int(),
      /** A regular expression that the whole value has to match, with the `u` flag; absent: any text of its kind. */
      pattern: z.optional(z.string()),
      decided: z.enum(['itself', 'person']),
    }),
  ),
  /** What may be asked of a person about whose identity there are reasonable doubts (GDPR Art. 12(6)); absent: nothing. */
  identity: z.optional(
    z.strictObject({
      /** Why the company doubts, in words for the person. */
      doubts: z.record(name, text),
      /** No more than tells one person from another; `account`: the answer is the e-mail address of the account. */
      questions: z.record(
        name,
        z.strictObject({ text: text, hint: z.optional(text), account: z.optional(z.literal(true)) }),
      ),
      /** Who proves an address that nobody has data under, and named an account in a mail: which doubt, and what is asked. */
      unknownAddress: z.strictObject({ doubt: name, questions: z.array(name).check(z.minLength(1)) }),
      /** How long the person has to answer; the time of Art. 12(3) stands still meanwhile. */
      answer: period,
      /** How long before the end the person is reminded; longest first. */
      reminders: z.array(period),
    }),
  ),
  /** Why a correction may be declined, in words for the person. */
  reasonsToDecline: z.record(name, text),
  /** Why data may go on being used although a person objects (GDPR Art. 21(1)), in words for the person. */
  reasonsToRefuse: z.record(name, text),
  /** GDPR Art. 15(1)(h): what is decided about people by machine alone, and by which logic; absent: nothing. */
  automatedDecisions: z.optional(text),
  /** N7: what is kept longer, why, and until when, counted from the erasure. */
  retention: z.array(z.strictObject({ id: name, category: name, basis: text, period })),
  /** N11: third parties that hold a copy; `told`: how they hear of what becomes of it. */
  recipients: z.record(
    name,
    z.strictObject({
      name: z.string(),
      role: text,
      country: z.string(),
      told: z.optional(Told),
      /** GDPR Art. 15(2): what protects the data where they leave the EU, e.g. standard contractual clauses. */
      safeguard: z.optional(text),
    }),
  ),
  /** Those on whose behalf the company holds accounts, and who ask by OpenDSR (docs/controllers.md); absent: nobody does. */
  processor: z.optional(
    z.strictObject({
      /** The domain of `site`, for which the certificate is that signs every answer. */
      domain,
      secret,
      /** The attribute of the directory's rows that says on whose behalf an account is held. */
      attribute: z.string(),
      controllers: z.record(
        name,
        z.strictObject({
          name: z.string(),
          /** Values of the attribute: the accounts that it may ask about, and no others. */
          holds: z.array(z.string()).check(z.minLength(1)),
          /** From receipt to complete deletion, as it was agreed with it; absent: as for a person who asks. */
          erasure: z.optional(period),
        }),
      ),
    }),
  ),
  /** Which system answers whose an address is. */
  directory: z.strictObject({
    table: z.string(),
    index: z.string(),
    attribute: z.string(),
    /** Subject key by attribute of the row found, e.g. { account: 'id' }. */
    keys: z.record(name, z.string()),
    /**
     * What else people name their account by in a mail: the attribute of its row, with an index whose partition key that is,
     * or without one where it is the table's own; `pattern`: a regular expression for the whole value, which tells such a
     * value from another (flags `i` and `u`).
     */
    lookUps: z.optional(
      z.partialRecord(
        z.enum(['username', 'customerNumber', 'portal']),
        z.strictObject({ attribute: z.string(), index: z.optional(z.string()), pattern: z.string() }),
      ),
    ),
    /** The attribute that says in which language to write to a person whom nobody asked yet; absent: the policy's first. */
    language: z.optional(z.string()),
    /** The attribute that says in which country an account is (ISO 3166-1, two letters), for figures; absent: not known. */
    country: z.optional(z.string()),
  }),
  /** N6: accounts that nobody uses (docs/inactivity.md); absent: none is removed for that. */
  inactivity: z.optional(
    z.strictObject({
      /** Unused for so long, counted from the end of the last day of use, an account is scheduled for removal. */
      after: period.check(z.regex(/^[^T]+$/, 'must be whole days, such as P180D')),
      /** From then to complete deletion; `periods.erasureLead` and `periods.reminders` count here as well. */
      grace: period,
      /** Whether the data become unavailable when the removal is scheduled; else only erasure changes anything. */
      unavailable: z.boolean(),
      /** Which key of the subject names an account; in `directory.keys` it points at the table's partition key. */
      account: name,
      /** The company's own table that says when accounts are used; absent: its software does (docs/inactivity.md). */
      stream: z.optional(
        z.strictObject({
          /** ARN of the table's stream, in the home region, with new images or with both. */
          arn: z
            .string()
            .check(
              z.regex(
                /^arn:aws[\w-]*:dynamodb:[\w-]+:\d{12}:table\/[\w.-]+\/stream\/\S+$/,
                'must be the ARN of a stream',
              ),
            ),
          /** Attributes of its rows: the account's key; when it was last used (ISO 8601, or a number since 1970). */
          key: z.string(),
          lastUsed: z.string(),
        }),
      ),
      limits: z.strictObject({
        /** Accounts scheduled in one day (UTC), and letters about that in one second: below what SES lets the account send. */
        aDay: z.int().check(z.minimum(1)),
        aSecond: z.int().check(z.minimum(1)),
      }),
    }),
  ),
  /** Where the company's people see what is to be done (docs/desk.md); absent: they work by the links in their mails alone. */
  desk: z.optional(
    z.strictObject({
      signIn: z.discriminatedUnion('kind', [
        /** A Cognito user pool of our own: a second factor (TOTP) is required, and nobody signs up by themselves. */
        z.strictObject({
          kind: z.literal('cognito'),
          /** Beginning of its domain's name, unique in the region. */
          prefix: z
            .string()
            .check(z.regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, 'must be a lower-case name such as papyra-desk')),
        }),
        /** Any OpenID Connect provider: a secret with `issuer`, `clientId` and `clientSecret`. */
        z.strictObject({
          kind: z.literal('oidc'),
          secret,
          /** The claim of the ID token that holds a person's groups. */
          groups: z.string(),
          /** What `amr` (RFC 8176) has to hold one of: how a second factor shows. */
          secondFactor: z.array(z.string()).check(z.minLength(1)),
        }),
      ]),
      /** Whose addresses may sign in, as the provider has verified them. */
      domains: z.array(domain).check(z.minLength(1)),
      /** Which group of the provider has which role. */
      roles: z.strictObject({ officer: z.string(), agent: z.string(), auditor: z.string() }),
      /** How long a session lasts without a click, and in all. */
      sessions: z.strictObject({ idle: period, whole: period }),
      /** Who does by hand what a system that keeps failing does not, for one request at a time; absent: nobody does. */
      byHand: z.optional(z.strictObject(byHand)),
      /** What cannot be undone, and takes two people of the desk: one proposes, another confirms within the time; absent: nothing. */
      twoPeople: z.optional(
        z.strictObject({
          acts: z
            .array(
              z.enum(
                ['unhold', 'lift', 'turn-down', 'refuse-objection', 'decline-correction'],
                'must be unhold, lift, turn-down, refuse-objection or decline-correction',
              ),
            )
            .check(z.minLength(1)),
          within: period,
        }),
      ),
    }),
  ),
  /**
   * Who gives tokens to the company's own programs (OAuth 2.0 client credentials, docs/api.md); absent: they sign as AWS does.
   */
  clients: z.optional(
    z.discriminatedUnion('kind', [
      /** A Cognito user pool without people, and in it one client for each program. It costs by client and token. */
      z.strictObject({
        kind: z.literal('cognito'),
        /** Beginning of its domain's name, unique in the region. */
        prefix: z.string().check(z.regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, 'must be a lower-case name')),
        /** What each may do. */
        programs: z.record(name, z.array(z.enum(['read', 'act'])).check(z.minLength(1))),
      }),
      /** Any provider of OpenID Connect whose tokens are JWTs, signed with RSA. */
      z.strictObject({
        kind: z.literal('oidc'),
        issuer: z.url({ protocol: /^https$/ }),
        /** What `aud` of a token has to hold one of. */
        audience: z.array(z.string()).check(z.minLength(1)),
      }),
    ]),
  ),
  /**
   * Programs of the company that hear by a call what becomes of requests (docs/api.md): a secret with `url` and `key`. They hear of
   * the statuses that are named, or of all once a request's address is proven, and of nothing personal.
   */
  webhooks: z.optional(
    z.record(name, z.strictObject({ secret, statuses: z.optional(z.array(z.enum(statuses)).check(z.minLength(1))) })),
  ),
  /** N13: account holders are told by mail when the privacy notice changes (docs/announcements.md); absent: the company tells them. */
  announcements: z.optional(
    z.strictObject({
      limits: z.strictObject({
        /** Letters in one day (UTC) and in one second: with those of `inactivity` below what SES lets the account send. */
        aDay: z.int().check(z.minimum(1)),
        aSecond: z.int().check(z.minimum(1)),
      }),
    }),
  ),
  systems: z.record(name, SystemPolicy),
})

/** What programs of the company may do with a token (RFC 6749, section 3.3). */
export const scopes = { read: 'oblige/read', act: 'oblige/act' } as const
export type Scope = keyof typeof scopes

/** The name under which a system is told that a person no longer wants the mails of a list; no field can have it. */
export const subscribedTo = (list: string): string => `list:${list}`

export type Policy = z.infer<typeof Policy>
export type Act = (typeof acts)[number]
export type ClientsPolicy = NonNullable<Policy['clients']>
export type DeskPolicy = NonNullable<Policy['desk']>
export type MailTold = z.infer<typeof toldByMail>
export type OpenDsrTold = z.infer<typeof toldByOpenDsr>
export type GoogleAnalyticsTold = z.infer<typeof toldByGoogleAnalytics>
export type { Language }

/** What a person says in words, among fields: no field of a policy is named so. */
export const statement = 'statement'

/** Bytes of a file as evidence: with what base64 adds it fits into a call of a function (6 MB; Lambda quotas). */
export const largestEvidence = 4_000_000

/** The text in the language asked for, else in English. */
export const inLanguage = (text: Text, language: Language): string => text[language] ?? text.en

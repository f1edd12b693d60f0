/**
 * The shape of a policy: what a company promised, which personal data it keeps and where.
 * Everything here is data; a company adopts Oblige by writing one such file.
 * Periods are ISO 8601 durations (P60D), regions AWS region names.
 */
import * as z from 'zod/mini'
import { Company, timeZone } from './company.ts'
import { DeskPolicy } from './desk.ts'
import { Directory } from './directory.ts'
import { Inactivity } from './inactivity.ts'
import { Language } from './languages.ts'
import { Limits, Periods } from './periods.ts'
import { Processor } from './processor.ts'
import { ClientsPolicy, Webhook } from './programs.ts'
import { Recipient } from './recipients.ts'
import { address, name, period, region, type Text, text } from './shapes.ts'
import { SystemPolicy } from './systems.ts'

export const Policy = z.strictObject({
  company: Company,
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
  periods: Periods,
  limits: Limits,
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
  recipients: z.record(name, Recipient),
  /** Those on whose behalf the company holds accounts, and who ask by OpenDSR (docs/controllers.md); absent: nobody does. */
  processor: z.optional(Processor),
  /** Which system answers whose an address is. */
  directory: Directory,
  /** N6: accounts that nobody uses (docs/inactivity.md); absent: none is removed for that. */
  inactivity: z.optional(Inactivity),
  /** Where the company's people see what is to be done (docs/desk.md); absent: they work by the links in their mails alone. */
  desk: z.optional(DeskPolicy),
  /**
   * Who gives tokens to the company's own programs (OAuth 2.0 client credentials, docs/api.md); absent: they sign as AWS does.
   */
  clients: z.optional(ClientsPolicy),
  /**
   * Programs of the company that hear by a call what becomes of requests (docs/api.md): a secret with `url` and `key`. They hear of
   * the statuses that are named, or of all once a request's address is proven, and of nothing personal.
   */
  webhooks: z.optional(z.record(name, Webhook)),
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

/** The name under which a system is told that a person no longer wants the mails of a list; no field can have it. */
export const subscribedTo = (list: string): string => `list:${list}`

export type Policy = z.infer<typeof Policy>
export type { Language }

/** What a person says in words, among fields: no field of a policy is named so. */
export const statement = 'statement'

/** Bytes of a file as evidence: with what base64 adds it fits into a call of a function (6 MB; Lambda quotas). */
export const largestEvidence = 4_000_000

/** The text in the language asked for, else in English. */
export const inLanguage = (text: Text, language: Language): string => text[language] ?? text.en

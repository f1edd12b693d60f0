/**
 * What letters about personal data speak of, whatever the language. Each language names the phrases by which it says
 * so; the decision is made over concepts, so that a language that was never trained on is understood as well.
 */
export const concepts = [
  // What is wanted: the act alone, in every form that a request uses (infinitive, imperative, noun).
  'erase', // delete, erase, remove, destroy, be forgotten
  'copy', // a copy of, access to, information about, which data, what do you store
  'port', // transfer to another provider, machine-readable format, portability
  'rectify', // correct, rectify, update, complete, is wrong, misspelt
  'restrict', // restrict, block, freeze, do not use for now, keep but do not process
  'object', // object to, oppose, do not agree to the processing, opt out of profiling
  'withdraw-consent', // withdraw, revoke consent
  'unsubscribe', // unsubscribe, no more mails, newsletter, advertising, take me off the list
  'do-not-sell', // do not sell or share my data (CCPA)
  // What it is about.
  'data', // personal data, information about me, my data, what you know of me
  'account', // account, profile, user, registration, membership
  'marketing', // advertising, newsletter, marketing, promotional mails
  // How it is said.
  'request', // I request, I ask, please, hereby, I demand, I would like, would you
  'right', // right to …, my rights, data subject, under article
  'law', // GDPR, DSGVO, RGPD, CCPA, LGPD, KVKK, data protection act, privacy law
  'deadline', // within one month, within 30 days, without undue delay
  'identity', // customer number, user name, my address, date of birth, to identify me
  // About something earlier.
  'earlier', // my request of, my letter of, reference, ticket, you wrote
  'reminder', // still no answer, remind, have not received, deadline has passed, again
  'complaint', // complaint, supervisory authority, legal steps, violation
  'thanks', // thank you, received, all settled
  'never-mind', // I withdraw my request, changed my mind, please ignore, cancel the request
  'question', // a question about privacy: do you, how long, where do you store, who is your data protection officer
  // On behalf of somebody.
  'on-behalf', // on behalf of, my client, power of attorney, our member, we represent
  'minor', // my child, my son, my daughter, under age, legal guardian, parent
  // What looks alike and is something else.
  'purchase', // order, purchase, contract, subscription fee, return, refund, right of withdrawal from a sale
  'invoice', // invoice, payment, dunning, overdue, bank transfer
  'disclaimer', // if you are not the intended recipient, confidential, delete this mail, notify the sender
  'footer', // you receive this mail because, manage your preferences, view in browser
  'privacy-line', // privacy policy link, "information on data processing" in a signature, we take privacy seriously
  'job', // application, curriculum vitae, vacancy
  'support', // password, log in, error, does not work, restore a file, how do I
  'meeting', // appointment, meeting, agenda, call, calendar
  'offer', // offer, quote, cooperation, partnership, SEO, promotion
  'file-delete', // delete the file, delete this draft, remove the message: things, not personal data
  // Words that say little alone, and much beside each other: people who know no law put what they want in their own words.
  'removing', // delete, erase, remove, wipe, shred, throw away, get rid of, forget, vanish, close, leave
  'correcting', // correct, fix, change, update, replace, put right, enter, add
  'wrong', // wrong, mistake, misspelt, out of date, not true, old, no longer, instead of, since the wedding, moved
  'stopping', // stop, cease, no more, no longer, any more, enough, leave me alone, from now on
  'keeping', // keep, leave as it is, preserve, store, do not delete, still need, must not be lost
  'freezing', // freeze, lock, block, suspend, pause, put aside, hands off, nobody may touch, for the time being, until
  'giving', // send me, give me, show me, tell me, hand over, let me have, a copy, a printout, an overview
  'knowing', // know about me, have on me, hold, store, collected, on file, recorded, where from, what for
  'moving', // transfer, take along, switch, export, import, another provider, file format, download, machine-readable
  'using', // use, process, analyse, evaluate, profile, score, track, train, look at
  'passing-on', // share, sell, pass on, publish, third parties, partners, advertisers, brokers, publicly visible
  'consenting', // consent, agree, permission, allow, authorise, opt in, tick, signed
  'taking-back', // withdraw, revoke, take back, cancel, changed my mind, no longer valid, void
  'opposing', // object, against, do not want, refuse, disagree, protest, without me, not okay
  'me', // me, my, mine, myself, about me, my name, my person
  'holder', // your system, your database, your files, your records, your computers, your list, your archive
  'details', // what is personal: name, birthday, address, phone, photo, number, file, history, messages, recordings, location
  'dispute', // court, lawsuit, lawyer, evidence, proof, dispute, until it is clarified, verify, investigation
  'organisation', // our company, our team, our customers, we offer, dear partners, as your supplier, our products
  'thing', // what is no personal data: chair, door, key, room, garage, booking, table, slide, draft, meter, machine
  'relative', // my mother, my husband, his account: whoever writes for them, and whoever only mentions them
  'software', // settings, button, dashboard, plug-in, API, spreadsheet, workspace: what those name who need help with a program
  'alert', // verify your identity, within 24 hours, click here, your mailbox is full: phishing, and automatic alarms
  'which', // what, which: whoever wants to know asks so
] as const
export type Concept = (typeof concepts)[number]

/**
 * The phrases of one language, for each concept that it names. Written in lower case, with accents as the language has
 * them, set apart by commas. A phrase is words one after the other; `*` at a word's end stands for any ending (`lösch*`), ` ~ ` between two
 * for up to four other words. Languages written without spaces: the phrase anywhere in the text.
 */
export type Lexicon = {
  /** ISO 639-1. */
  readonly language: string
  /** Frequent function words that tell the language, lower case, at least 20; for scripts of one language may be empty. */
  readonly words: string
  /** Words that turn a phrase into its opposite within the three words before it: not, no, never. */
  readonly negations: string
  /** Words that join what is said of different things: and, then, but, before. */
  readonly joins: string
  readonly phrases: Readonly<Partial<Record<Concept, string>>>
}

/** What a lexicon lists. */
export const listed = (text: string): readonly string[] => text.split(',').flatMap((one) => one.trim() || [])

import type { Construct } from 'constructs'
import type { Policy } from '../policy/schema.ts'
import type { Bundles, FunctionName } from './bundles.ts'
import type { ObligeFunction } from './function.ts'
import type { Keys } from './keys.ts'
import { letOpenRequests, type Mailbox } from './mailbox.ts'
import type { Packages } from './packages.ts'
import { secretArn } from './recipients.ts'
import type { Store } from './store.ts'

export type ApiProps = {
  readonly policy: Policy
  readonly keys: Keys
  readonly store: Store
  readonly packages: Packages
  readonly bundles: Bundles
  readonly directory: Directory
  /** Where mails come in; absent: nobody decides on any. */
  readonly mailbox?: Mailbox
}
/** Places a function that the API calls. */
export type Place = (name: FunctionName, does: string, environment: Record<string, string>) => ObligeFunction
/** ARNs of the index that answers whose an address is, and of its table. */
export type Directory = { readonly indexArn: string; readonly tableArn: string }

/** What is behind the links of people and of recipients, and behind the form: each may do what its page needs. */
export function behindLinks({ keys, store, packages, directory, policy }: ApiProps, place: Place) {
  const table = { TABLE: store.requests.tableName }
  const submit = place('submit', 'Receives a request', { ...table, MAC_KEY: keys.mac.keyArn })
  const status = place('status', 'Shows a request to the holder of its link', table)
  const confirm = place('confirm', 'Takes the proof of an address and asks whose it is', table)
  const restore = place('restore', 'Claims a request for restoring', table)
  const eraseNow = place('erase-now', 'Waives the rest of the grace period', table)
  const certificate = place('certificate', 'Hands out the signed certificate', table)
  const copy = place('copy', 'Begins a copy from the page of another request', table)
  const suspend = place('suspend', 'Makes data unavailable while an objection is weighed', table)
  const sendCode = place('send-code', 'Has a code mailed before a copy is fetched', table)
  const download = place('download', 'Takes the code and hands out the address of a copy', {
    ...table,
    PACKAGES_BUCKET: packages.bucket.bucketName,
  })
  const protect = place('protect', 'Takes a code and a passphrase, and has a copy encrypted', {
    ...table,
    DATA_KEY: keys.data.keyArn,
  })
  const withdraw = place('withdraw', 'Takes back a request that its person no longer wants', table)
  const state = place('state', 'Takes what a person says is right', table)
  const prove = place('prove', 'Takes the proof of a new address', table)
  const consent = place('consent', "Takes a guardian's answer", table)
  const approve = place('approve', 'Takes whether a person approves that data are passed on', table)
  const history = place('history', 'Hands out the history of a request, signed', {
    ...table,
    SIGNING_KEY: keys.signing.keyArn,
  })
  const evidence = place('evidence', "Hands a person's evidence to the company's officer", table)
  const decide = place('decide', 'Takes what the company decides', { ...table, MAC_KEY: keys.mac.keyArn })
  const linked = {
    status,
    confirm,
    restore,
    'erase-now': eraseNow,
    certificate,
    copy,
    suspend,
    'send-code': sendCode,
    download,
    protect,
    withdraw,
    state,
    prove,
    decide,
    consent,
    approve,
    evidence,
    history,
  }

  for (const one of Object.values(linked)) {
    store.letWork(one, ['T#'], 'GetItem')
    store.letWork(one, ['R#'], 'Query')
  }
  for (const one of [
    submit,
    confirm,
    restore,
    eraseNow,
    copy,
    suspend,
    sendCode,
    download,
    protect,
    withdraw,
    state,
    prove,
    decide,
    consent,
    approve,
  ])
    store.letWork(one, ['R#'], 'PutItem')
  // What was written before the proof loses its end.
  for (const one of [confirm, copy, suspend]) {
    store.letWork(one, ['R#'], 'GetItem', 'UpdateItem')
    store.letWork(one, ['P#'], 'Query', 'PutItem')
  }
  // What rests on another request of the same person rests on what is open still.
  for (const one of [confirm, decide, copy, suspend]) store.letWork(one, ['P#'], 'ConditionCheckItem')
  history.allow(['kms:Sign', 'kms:GetPublicKey'], [keys.signing.keyArn])
  store.letWork(restore, ['P#'], 'Query')
  for (const one of [copy, suspend]) store.letWork(one, ['T#'], 'PutItem')
  store.letWork(state, ['E#'], 'PutItem')
  store.letWork(evidence, ['E#'], 'Query')
  if (policy.desk) {
    // What was opened on the desk is over with the session; who fetches a file over it is in the history.
    for (const one of [status, decide, evidence]) store.letWork(one, ['Z#'], 'GetItem')
    store.letWork(evidence, ['R#'], 'PutItem')
  }
  store.letCount(confirm, copy, suspend, restore, withdraw, decide, consent)
  // What is closed at once frees the person for another.
  for (const one of [withdraw, decide, consent, approve, eraseNow]) store.letWork(one, ['P#'], 'DeleteItem')
  // A child's account that is to be erased is an erasure like any other from then on.
  for (const one of [consent, eraseNow]) store.letWork(one, ['P#'], 'PutItem')
  store.letSearch(confirm, 'bySubject')
  // A code is used up, or a wrong one counted.
  for (const one of [download, protect]) store.letWork(one, ['R#'], 'GetItem', 'UpdateItem', 'DeleteItem')
  store.letWork(protect, ['K#'], 'PutItem')
  keys.letProtect(protect, 'kms:Encrypt')
  packages.letHandOut(download)
  // Who withdrew may ask again at once.
  store.letWork(withdraw, ['P#'], 'DeleteItem')
  // Whom the company believes to be somebody else's person becomes that one.
  store.letWork(decide, ['P#'], 'Query', 'PutItem')
  store.letWork(decide, ['R#'], 'GetItem')
  decide.allow(['dynamodb:Query'], [directory.indexArn]).allow(['kms:GenerateMac'], [keys.mac.keyArn])
  confirm.allow(['dynamodb:Query'], [directory.indexArn])
  submit.allow(['kms:GenerateMac'], [keys.mac.keyArn])

  const mailing = place('mailing', 'Shows whose mails a link ends', { ...table, MAC_KEY: keys.mac.keyArn })
  const unsubscribe = place('unsubscribe', 'Ends mails with one click', { ...table, MAC_KEY: keys.mac.keyArn })
  for (const one of [mailing, unsubscribe]) {
    one.allow(['kms:GenerateMac'], [keys.mac.keyArn])
    store.letWork(one, ['M#'], 'BatchGetItem')
  }
  store.letWork(unsubscribe, ['M#'], 'UpdateItem')
  store.letWork(unsubscribe, ['R#'], 'GetItem', 'PutItem', 'UpdateItem')
  store.letWork(unsubscribe, ['P#'], 'Query')
  store.letCount(unsubscribe)
  unsubscribe.allow(['dynamodb:Query'], [directory.indexArn])

  const publicKeys = place('keys', 'Publishes the key that certificates are checked with', {
    SIGNING_KEY: keys.signing.keyArn,
  }).allow(['kms:GetPublicKey'], [keys.signing.keyArn])
  return { submit, ...linked, mailing, unsubscribe, keys: publicKeys, ...forRecipients(store, place) }
}

/** Where recipients confirm: by the link in their mail, or by a callback that they sign. */
function forRecipients(store: Store, place: Place) {
  const table = { TABLE: store.requests.tableName }
  const show = place('show-notice', 'Shows a recipient what it is to confirm', table)
  const confirm = place('confirm-notice', 'Takes the confirmation of a recipient', table)
  const callback = place('opendsr-callback', 'Takes what a processor says by OpenDSR', table)
  for (const one of [show, confirm]) store.letWork(one, ['T#', 'R#'], 'GetItem')
  store.letWork(callback, ['N#', 'R#'], 'GetItem')
  for (const one of [confirm, callback]) store.letWork(one, ['R#'], 'UpdateItem')
  return { 'show-notice': show, 'confirm-notice': confirm, 'opendsr-callback': callback }
}

/** Where those on whose behalf the company holds data ask for their people, by OpenDSR. */
export function forControllers(
  scope: Construct,
  secret: string,
  { keys, store, packages, directory }: ApiProps,
  place: Place,
): ObligeFunction {
  const one = place('opendsr', 'Takes what controllers ask for by OpenDSR', {
    TABLE: store.requests.tableName,
    MAC_KEY: keys.mac.keyArn,
    PACKAGES_BUCKET: packages.bucket.bucketName,
  })
  one
    .allow(['secretsmanager:GetSecretValue'], [secretArn(scope, secret)])
    .allow(['kms:GenerateMac'], [keys.mac.keyArn])
    .allow(['dynamodb:Query'], [directory.indexArn])
    .allow(['dynamodb:GetItem'], [directory.tableArn])
  store.letWork(one, ['D#'], 'GetItem', 'PutItem')
  store.letWork(one, ['R#'], 'GetItem', 'Query', 'PutItem', 'UpdateItem')
  store.letWork(one, ['P#'], 'Query', 'PutItem', 'DeleteItem')
  store.letCount(one)
  store.letSearch(one, 'byDue')
  packages.letHandOut(one)
  return one
}

/** Where somebody of the company reads a mail that nobody else can decide on, and decides. */
export function decidingOnMails(mailbox: Mailbox, { keys, store }: ApiProps, place: Place) {
  const both = { TABLE: store.requests.tableName, MAILS_BUCKET: mailbox.bucket.bucketName }
  const show = place('show-mail', 'Shows a mail to whom it was given to decide on', both)
  const decide = place('decide-mail', 'Takes what was decided on a mail', { ...both, MAC_KEY: keys.mac.keyArn })
  for (const one of [show, decide]) {
    store.letWork(one, ['T#', 'I#'], 'GetItem')
    mailbox.letRead(one)
  }
  store.letWork(decide, ['I#'], 'UpdateItem')
  letOpenRequests(decide, keys, store)
  return { show, decide }
}

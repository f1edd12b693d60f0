import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { required } from '../../adapters/environment.ts'
import { EvidenceStore } from '../../adapters/evidence.ts'
import type { Whole } from '../../adapters/items.ts'
import { newToken } from '../../adapters/keys.ts'
import { Requests } from '../../adapters/requests.ts'
import { Sessions } from '../../adapters/sessions.ts'
import { fetched, looked } from '../../domain/desk.ts'
import type { Decision } from '../../domain/step.ts'
import { policy } from '../../policy/in-force.ts'
import { request as requestPage } from '../../web/desk/request.ts'
import type { DeskAnswer } from '../desk/answer.ts'
import { noSuchFile, noSuchRequest } from '../desk/refused.ts'
import { personalOf, seenAtTheDesk } from '../desk/seen.ts'
import { atTheDesk, type DeskCall } from '../desk/signed-in.ts'
import { whileOvertaken } from '../entry/while-overtaken.ts'
import { CameIn } from './came-in.ts'
import { Pressed } from './shape.ts'

type Call = DeskCall<Pressed>

const client = new DynamoDBClient({})
const requests = new Requests(required('TABLE'), client)
const sessions = new Sessions(required('TABLE'), client)
const evidence = new EvidenceStore(required('TABLE'), client)
const mails = policy.mailbox && new CameIn(required('TABLE'), required('MAILS_BUCKET'), client)

/** What is personal in a request, with the letters and mails about it, and the files that came along: its history says who looked. */
export const handler = atTheDesk(
  'desk-look',
  Pressed,
  ({ route }) => (route.endsWith('/look') ? 'look' : 'fetch'),
  client,
  { request: requestPage },
  (call) => {
    if (call.route.endsWith('/look')) return look(call)
    return call.route.endsWith('/evidence') ? fetchEvidence(call) : fetchFile(call)
  },
)

/** First the entry, then the look: what nobody wrote down nobody saw. Nothing: there is nothing personal any more. */
const noted = (call: Call, decide: (whole: Whole) => Decision): Promise<Noted> =>
  whileOvertaken(() => notedOnce(call, decide))

type Noted = { readonly whole: Whole; readonly isGone?: true }

async function notedOnce(call: Call, decide: (whole: Whole) => Decision): Promise<Noted> {
  const whole = await requests.load(call.reference)
  if (!whole) throw noSuchRequest(call.colleague)
  const decision = decide(whole)
  if (decision.kind === 'refused') return { whole, isGone: true }
  const request = await requests.save(decision)
  return { whole: { ...whole, request, history: [...whole.history, decision.entry] } }
}

async function look(call: Call): Promise<DeskAnswer<'request'>> {
  const { colleague, now } = call
  const { whole, isGone } = await noted(call, ({ request }) => looked(request, colleague.staff, policy, now))
  const seen = await seenAtTheDesk(whole, colleague.role, now, (staff) => sessions.nameOf(staff))
  const personal = isGone ? undefined : personalOf(whole)
  const came = personal && mails ? await mails.shown(whole.mails) : {}
  const shown = { ...seen, ...(personal ? { personal: { ...personal, mails: came } } : {}) }
  return { status: 200, json: shown, page: { kind: 'request', seen: shown, colleague, once: newToken() } }
}

/** A file that the person gave as evidence. */
async function fetchEvidence(call: Call): Promise<DeskAnswer> {
  const { colleague, now } = call
  const { whole, isGone } = await noted(call, (one) =>
    fetched(one.request, given(one) ? 'evidence' : undefined, colleague.staff, policy, now),
  )
  const file = given(whole)
  if (isGone || !file) throw noSuchFile(colleague)
  const name = `evidence-${whole.request.reference}${file.extension === '' ? '' : `.${file.extension}`}`
  return asFile(name, await evidence.read(whole.request.reference, file.id))
}

const given = ({ request }: Whole) => ('evidence' in request ? request.evidence : undefined)

/** A file that came with a mail about this request, and with no other. */
async function fetchFile(call: Call): Promise<DeskAnswer> {
  const { colleague, now, path } = call
  const n = /^\d{1,3}$/.test(path.file ?? '') ? Number(path.file) : undefined
  const named = (one: Whole) => one.mails.find(({ ses }) => ses === path.mail)
  const what = n === undefined ? undefined : `mail ${path.mail?.slice(0, 8)}, file ${n + 1}`
  const { whole, isGone } = await noted(call, (one) =>
    fetched(one.request, named(one)?.mail && what, colleague.staff, policy, now),
  )
  const mail = named(whole)
  const file = isGone || !mail || n === undefined ? undefined : await mails?.file(mail, n)
  if (!file) throw noSuchFile(colleague)
  return asFile(file.name, file.bytes)
}

/** Kept by whoever fetches it, opened by nobody here. */
const asFile = (name: string, bytes: Buffer): DeskAnswer => ({
  status: 200,
  json: {},
  file: { name, type: 'application/octet-stream', body: bytes },
})

import { randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { required } from '../../adapters/environment.ts'
import { EvidenceStore } from '../../adapters/evidence.ts'
import type { Evidence } from '../../domain/correction.ts'
import type { Person } from '../../domain/person.ts'
import { Personal } from '../../domain/personal.ts'
import type { Request } from '../../domain/request.ts'
import { isPlainText, itemsOf, type Typed, typed } from '../../domain/statement.ts'
import { moved } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { largestEvidence } from '../../policy/schema.ts'
import type { RequestView } from '../contract/request.ts'
import { act } from '../entry/act.ts'
import { wordsAtMost } from '../entry/body.ts'
import { type Answer, type Call, endpoint } from '../entry/http.ts'
import { Links, shown, shownAfter } from '../entry/link.ts'
import { Address, type Pressed } from '../entry/shapes.ts'
import { Said } from './shape.ts'

const client = new DynamoDBClient({})
const links = new Links(required('TABLE'), client)
const files = new EvidenceStore(required('TABLE'), client)

/** Takes what is right, the grounds of an objection, or the address of a guardian, from the person who proved the address. What is wrong with it is said at its field; nothing is saved. */
export const handler = endpoint(
  'state',
  Said,
  async (call): Promise<Answer> => {
    const { whole, seen } = await links.ofPerson(call.token, call.now)
    const pressed = { ...call, body: { language: call.language } }
    if (!seen.actions.includes('state'))
      return {
        ...shownAfter(seen, pressed, call.language),
        status: 409,
        json: { error: 'not-possible-now', request: seen },
      }
    if (whole.request.status === 'identifying') return identify(pressed, call.body, seen)
    if (whole.request.status === 'consenting') return nameGuardian(pressed, call.body, seen, whole.request.person)
    if (whole.request.status === 'objecting') return object(pressed, call.body, seen)
    const { values, wrong, file } = saidIn(call.body)
    const categories = Object.keys(policy.categories)
    const about = categories.find((category) => category === call.body.about) ?? categories[0] ?? ''
    const isEmpty = Object.keys(values).length === 0
    if (isEmpty || Object.keys(wrong).length > 0)
      return {
        ...shown(seen, call.token, call.body.language ? call.language : whole.request.language),
        status: 400,
        json: { error: 'malformed', fields: isEmpty ? ['statement'] : Object.keys(wrong) },
        page: { kind: 'request', request: seen, token: call.token, typed: { values, wrong, about, isEmpty } },
      }
    const items = itemsOf(values, about, policy)
    // Only who decides looks at evidence: nothing else is kept.
    const isDecided = items.some(({ state }) => state === 'deciding')
    const evidence = file && isDecided ? { evidence: await kept(whole.request, file) } : {}
    return act(pressed, { type: 'stated', items, stated: new Personal(values), ...evidence }, links)
  },
  wordsAtMost + largestEvidence,
)

/** Which uses a person objects to, and why. */
async function object(pressed: Call<Pressed>, body: Said, seen: RequestView): Promise<Answer> {
  const uses = Object.keys(policy.categories).filter((category) => body[`use-${category}`] === 'on')
  const typedIn = typeof body.grounds === 'string' ? body.grounds : ''
  const grounds = typedIn.normalize('NFC').replaceAll('\r\n', '\n').trim()
  const isWrong = [...grounds].length > policy.limits.statement || !isPlainText(grounds)
  const problem = uses.length === 0 ? 'noUse' : grounds === '' ? 'noGrounds' : isWrong ? 'wrong' : undefined
  if (!problem) return act(pressed, { type: 'objected', uses, grounds: new Personal(grounds) }, links)
  return {
    ...shown(seen, pressed.token, pressed.language),
    status: 400,
    json: { error: 'malformed', fields: [problem === 'noUse' ? 'uses' : 'grounds'] },
    page: { kind: 'request', request: seen, token: pressed.token, objected: { uses, grounds, problem } },
  }
}

/** What a person answers to who they are: as far as they can, and of nothing that was not asked. */
async function identify(pressed: Call<Pressed>, body: Said, seen: RequestView): Promise<Answer> {
  const questions = seen.doubt?.questions ?? []
  const answers = Object.fromEntries(
    questions.flatMap((id) => {
      const said = body[`answer-${id}`]
      const plain = typeof said === 'string' ? said.normalize('NFC').replaceAll('\r\n', '\n').trim() : ''
      return plain === '' ? [] : [[id, plain]]
    }),
  )
  const isAddress = (id: string) => policy.identity?.questions[id]?.account === true
  const isBad = (answer: string) => [...answer].length > policy.limits.statement || !isPlainText(answer)
  const wrong = Object.keys(answers).find((id) => isBad(answers[id] ?? ''))
  const noAddress = Object.keys(answers).find((id) => isAddress(id) && !Address.safeParse(answers[id]).success)
  const problem =
    Object.keys(answers).length === 0
      ? ({ what: 'empty', question: questions[0] ?? '' } as const)
      : wrong !== undefined
        ? ({ what: 'wrong', question: wrong } as const)
        : noAddress !== undefined
          ? ({ what: 'wrongAddress', question: noAddress } as const)
          : undefined
  if (!problem) return act(pressed, { type: 'identity-answered', answers: new Personal(answers) }, links)
  return {
    ...shown(seen, pressed.token, pressed.language),
    status: 400,
    json: { error: 'malformed', fields: [problem.question] },
    page: { kind: 'request', request: seen, token: pressed.token, answered: { answers, problem } },
  }
}

/** Another address than the account's own: both are proven, each by its link. */
async function nameGuardian(
  pressed: Call<Pressed>,
  body: Said,
  seen: RequestView,
  { address }: Person,
): Promise<Answer> {
  const named = typeof body.guardian === 'string' ? body.guardian.trim().toLowerCase() : ''
  const isOwn = named === address.reveal().trim().toLowerCase()
  if (Address.safeParse(named).success && !isOwn)
    return act(pressed, { type: 'guardian-named', guardian: new Personal(named) }, links)
  return {
    ...shown(seen, pressed.token, pressed.language),
    status: 400,
    json: { error: 'malformed', fields: ['guardian'] },
    page: { kind: 'request', request: seen, token: pressed.token, guardian: named.slice(0, 254) },
  }
}

/** What was typed, and the file, if there is one: a form sends an empty one when none was chosen. */
function saidIn(body: Said): Typed & { readonly file?: File } {
  const texts = Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
  const { values, wrong } = typed(Object.fromEntries(texts), policy)
  const { evidence } = body
  const file = evidence instanceof File && evidence.size > 0 ? evidence : undefined
  if (!file) return { values, wrong }
  return file.size > largestEvidence ? { values, wrong: { ...wrong, evidence: 'too-long' } } : { values, wrong, file }
}

/** The file set aside until the answer is due; the end of its name is all that is known of it. */
async function kept({ reference, promisedBy }: Request, file: File): Promise<Evidence> {
  const id = randomUUID()
  const until = moved(promisedBy, policy.periods.confirmLink, policy.company.timeZone)
  await files.keep(reference, id, new Uint8Array(await file.arrayBuffer()), until)
  return { id, bytes: file.size, extension: /\.([a-z0-9]{1,5})$/i.exec(file.name)?.[1]?.toLowerCase() ?? '' }
}

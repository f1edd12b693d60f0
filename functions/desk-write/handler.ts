import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { required } from '../../adapters/environment.ts'
import type { Whole } from '../../adapters/items.ts'
import { newToken } from '../../adapters/keys.ts'
import { Requests } from '../../adapters/requests.ts'
import { decide, next } from '../../domain/decide.ts'
import type { Decided, Event } from '../../domain/event.ts'
import { Personal } from '../../domain/personal.ts'
import type { Request } from '../../domain/request.ts'
import { typed } from '../../domain/statement.ts'
import { whyTurnedDown } from '../../domain/turned-down.ts'
import { openProposal, takesTwo } from '../../domain/two-people.ts'
import { view } from '../../domain/view.ts'
import { noted, type Template, templates, templatesFor, type Written, wrote } from '../../domain/written.ts'
import { compose } from '../../letters/compose.ts'
import type { Letter } from '../../letters/contract.ts'
import { policy } from '../../policy/in-force.ts'
import { readIn } from '../../policy/reader.ts'
import { preview } from '../../web/desk/write.ts'
import type { DeskAnswer } from '../desk/answer.ts'
import { formOf, onceOf } from '../desk/once.ts'
import { noSuchRequest } from '../desk/refused.ts'
import { lineOf } from '../desk/seen.ts'
import { atTheDesk, type DeskCall } from '../desk/signed-in.ts'
import { wordsAtMost } from '../entry/body.ts'
import { whileOvertaken } from '../entry/while-overtaken.ts'
import { Said } from './shape.ts'

type Call = DeskCall<Said>

/** These say nothing without words of one's own. */
const needWords: readonly Template[] = ['your-mail', 'own-words']

const client = new DynamoDBClient({})
const requests = new Requests(required('TABLE'), client)

/** Somebody of the company writes to the person, or turns a request down, after a look at the letter; or leaves a note for colleagues. */
export const handler = atTheDesk(
  'desk-write',
  Said,
  ({ route }) => (route.endsWith('/turn-down') ? 'turn-down' : 'write'),
  client,
  { preview },
  (call) =>
    whileOvertaken(async () => {
      const whole = await requests.load(call.reference)
      if (!whole) throw noSuchRequest(call.colleague)
      if (call.route.endsWith('/turn-down')) return turnDown(call, whole)
      return call.route.endsWith('/note') ? note(call, whole) : write(call, whole)
    }),
  wordsAtMost,
)

const isTemplate = (text: string): text is Template => templates.some((one) => one === text)

/** What was typed, as plain text; undefined: it cannot be sent so. */
function wordsIn({ words }: Said): string | undefined {
  const { values, wrong } = typed({ statement: words }, policy)
  return wrong.statement ? undefined : (values.statement ?? '')
}

async function note(call: Call, whole: Whole): Promise<DeskAnswer> {
  const words = wordsIn(call.body)
  if (!words) return back(call, whole, 'no-words')
  return saved(call, whole, { words })
}

type Wanted = { readonly words: string; readonly template?: Template }

/** What is written or noted, as its form is known. */
const formIn = ({ body, colleague }: Call, { words, template }: Wanted): string =>
  formOf(onceOf(body.once), [colleague.staff, template, words]).toString('base64url')

const isWritten = ({ written }: Whole, form: string): boolean => written.some((one) => one.form === form)

/** The link of a letter itself is made when it is sent, and is for the person alone. */
const noLink = `${policy.site}/requests/…`

async function write(call: Call, whole: Whole): Promise<DeskAnswer<'preview'>> {
  const { body, now } = call
  const words = wordsIn(body)
  const { template } = body
  const isSent = isTemplate(template) && words !== undefined && body.step === 'send'
  // Pressed twice, it is sent already, whatever can be written by now.
  if (isSent && isWritten(whole, formIn(call, { words, template }))) return back(call, whole, 'wrote')
  if (!isTemplate(template) || !templatesFor(whole.request, now).includes(template))
    return back(call, whole, 'no-template')
  if (words === undefined || (words === '' && needWords.includes(template))) return back(call, whole, 'no-words')
  if (body.step === 'send') return saved(call, whole, { words, template })
  const { request, answers } = whole
  const seen = view(request, answers, policy, now, false)
  if (seen.right === 'disclosure') return back(call, whole, 'no-template')
  const letter = { kind: 'from-the-desk', request: seen, template, words, link: noLink } as const
  return previewed(call, request, letter, { template, words, once: newToken() })
}

/** GDPR Art. 12(4), (5): the decision and its letter are one; the letter is shown as it will be once that is decided. */
async function turnDown(call: Call, whole: Whole): Promise<DeskAnswer<'preview'>> {
  const { body, colleague, now } = call
  const { request, answers } = whole
  const words = wordsIn(body)
  // Pressed twice, it is decided already.
  if (body.step === 'send' && 'turnedDown' in request && request.turnedDown?.why === body.why)
    return back(call, whole, 'turned-down')
  if (words && isProposed(call, whole, words)) return back(call, whole, 'proposed')
  const why = whyTurnedDown(request, policy, now).find((one) => one === body.why)
  if (!why) return back(call, whole, 'no-why')
  if (!words) return back(call, whole, 'no-words')
  const { staff: by } = colleague
  const event: Decided = { type: 'turned-down', why, answer: new Personal(words) }
  const isForTwo = takesTwo(event, policy) !== undefined
  if (body.step === 'preview') {
    const outcome = next(request, event, policy, now)
    if ('kind' in outcome) return back(call, whole, outcome.reason)
    const seen = view(outcome.request, answers, policy, now, false)
    if (seen.right === 'disclosure') return back(call, whole, 'no-why')
    const letter = { kind: 'turned-down', request: seen, link: noLink, answer: words } as const
    return previewed(call, request, letter, { why, words }, isForTwo)
  }
  const wanted: Event = isForTwo ? { type: 'act-proposed', decision: event } : event
  const decision = decide(request, { ...wanted, by }, policy, now)
  if (decision.kind === 'refused') return back(call, whole, decision.reason)
  const said = { at: now, by, words: new Personal(words) }
  const written: Written = { n: decision.entry.n, proposes: 'turn-down', ...said }
  const saved = await requests.save(decision, isForTwo ? { written } : {})
  return back(call, { ...whole, request: saved }, isForTwo ? 'proposed' : 'turned-down')
}

/** Pressed twice, it is proposed already. */
function isProposed({ body, colleague, now }: Call, { request, written }: Whole, words: string): boolean {
  const proposal = openProposal(request, now)
  if (body.step !== 'send' || proposal?.act !== 'turn-down' || proposal.by !== colleague.staff) return false
  return proposal.why === body.why && written.some((one) => one.n === proposal.written && one.words?.reveal() === words)
}

/** A letter as it will be. @param sends what its form sends along */
function previewed(
  { colleague }: Call,
  { reference, language }: Request,
  letter: Extract<Letter, { kind: 'from-the-desk' | 'turned-down' }>,
  sends: Readonly<Record<string, string>>,
  isForTwo = false,
): DeskAnswer<'preview'> {
  const { subject, text } = compose(letter, language, readIn(letter.request.country, letter.request.at, policy))
  return {
    status: 200,
    json: { subject, text, ...(sends.once ? { once: sends.once } : {}) },
    page: {
      kind: 'preview',
      of: letter.kind === 'turned-down' ? 'turn-down' : 'write',
      reference,
      letter: { subject, text, language },
      ...{ sends, colleague },
      ...(isForTwo ? { isForTwo } : {}),
    },
  }
}

/** The step, and with it what was written, or nothing: a note has no template. */
async function saved(call: Call, whole: Whole, wanted: Wanted): Promise<DeskAnswer> {
  const { colleague, now } = call
  const { request } = whole
  const { words, template } = wanted
  const form = formIn(call, wanted)
  const said = template ? 'wrote' : 'noted'
  if (isWritten(whole, form)) return back(call, whole, said)
  const decision = template
    ? wrote(request, template, colleague.staff, policy, now)
    : noted(request, colleague.staff, newToken(), policy, now)
  if (decision.kind === 'refused') return back(call, whole, template ? 'no-template' : decision.reason)
  const written: Written = {
    ...{ n: decision.entry.n, at: now, by: colleague.staff, words: new Personal(words), form },
    ...(template ? { template } : {}),
  }
  return back(call, { ...whole, request: await requests.save(decision, { written }) }, said)
}

function back({ body, now }: Call, { request }: Whole, said: string): DeskAnswer {
  const isDone = ['wrote', 'noted', 'turned-down', 'proposed'].includes(said)
  const query = new URLSearchParams({
    ...(body.language ? { lang: body.language } : {}),
    [isDone ? 'done' : 'refused']: said,
  })
  return {
    status: isDone ? 200 : 409,
    json: isDone ? lineOf(request, now) : { error: said, request: lineOf(request, now) },
    seeOther: `/desk/requests/${request.reference}?${query}`,
  }
}

import type { Whole } from '../../adapters/items.ts'
import type { KeptMail } from '../../adapters/mails.ts'
import { canBeExtended, pressing, waitsFor } from '../../domain/deadline.ts'
import { actsOn, type DeskAct, may, type Role } from '../../domain/desk.ts'
import { isOfDisclosure, type OfDisclosure } from '../../domain/disclosure.ts'
import type { Effect } from '../../domain/effect.ts'
import { channelOf } from '../../domain/figures.ts'
import { brokenAt, type Entry, opened, unfitting } from '../../domain/history.ts'
import { nextMomentOf } from '../../domain/notices.ts'
import type { Person } from '../../domain/person.ts'
import type { Request } from '../../domain/request.ts'
import { canBeAnswered, isOverdue } from '../../domain/stated.ts'
import { failingIn, type Task } from '../../domain/tasks.ts'
import { extended, type Instant } from '../../domain/time.ts'
import { whyTurnedDown } from '../../domain/turned-down.ts'
import { asksForTwo, openProposal } from '../../domain/two-people.ts'
import { view } from '../../domain/view.ts'
import { canBeNoted, templatesFor } from '../../domain/written.ts'
import { policy } from '../../policy/in-force.ts'
import type { DeskDisclosure } from '../contract/desk/disclosures.ts'
import type { MailLine, QueueLine } from '../contract/desk/queue.ts'
import type { DeskPersonal, DeskRequest } from '../contract/desk/request.ts'
import type { TaskLine } from '../contract/desk/tasks.ts'

/** A request as a line: nothing personal. */
export function lineOf(request: Request, now: Instant): QueueLine {
  const country = personIn(request)?.country
  const presses = pressing(request, policy, now)
  return {
    reference: request.reference,
    right: request.right,
    status: request.status,
    receivedAt: request.receivedAt,
    promisedBy: request.promisedBy,
    language: request.language,
    waitsFor: waitsFor(request),
    channel: channelOf(request),
    ...(country ? { country } : {}),
    ...(presses ? { pressing: presses } : {}),
  }
}

/** A request as somebody of the company sees it, without what is personal in it. @param nameOf address of who did what */
export async function seenAtTheDesk(
  whole: Whole,
  role: Role,
  now: Instant,
  nameOf: (staff: string) => Promise<string | undefined>,
): Promise<DeskRequest> {
  const { request, waiting, mails, untold } = whole
  const history = opened(whole.history, untold)
  const names = await namesIn(history, nameOf)
  const proposal = openProposal(request, now)
  const proposer = proposal && names.get(proposal.by)
  // What was proposed is answered first.
  const isProposed = proposal !== undefined && asksForTwo('turn-down', policy)
  return {
    line: lineOf(request, now),
    ...(isOfDisclosure(request)
      ? { disclosure: disclosureSeen(request, role) }
      : { request: view(request, whole.answers, policy, now, whole.certificate !== undefined, whole.notices) }),
    told: whole.notices.map((notice) => {
      const { recipient, act, state, since, toldAt, triedAt, confirmedAt } = notice
      const next = nextMomentOf(notice, request, policy, now)
      return {
        ...{ recipient, act, state, since },
        ...(toldAt ? { toldAt } : {}),
        ...(triedAt ? { triedAt } : {}),
        ...(confirmedAt ? { confirmedAt } : {}),
        ...(next ? { next } : {}),
      }
    }),
    acts: actsOn(request, role, now).filter((act) => isOfThePolicy(act)),
    certified: whole.certificate !== undefined,
    mayLook: personIn(request) !== undefined && may(role, 'look'),
    ...(canBeExtended(request, now) ? { longerUntil: extended(request.receivedAt, policy, request.stops) } : {}),
    ...('hold' in request && request.hold ? { hold: request.hold } : {}),
    ...(proposal ? { proposal: { ...proposal, ...(proposer ? { who: proposer } : {}) } } : {}),
    takesTwo: policy.desk?.twoPeople?.acts ?? [],
    byHand: {
      failing: failingIn(request, policy),
      tasks: whole.tasks.map((task) => taskLineOf(task, request, now)),
      mayRetry: may(role, 'retry'),
      mayHandOver: may(role, 'hand-over') && policy.desk?.byHand !== undefined,
    },
    letters: waiting.flatMap(({ id, effect, at, doneAt, messageId, bouncedAt, complainedAt }) => {
      const what = letterOf(effect)
      return what
        ? [
            {
              ...{ id, what, at },
              // What SES took has a name: all else that is done was overtaken, or withheld.
              ...(doneAt ? (messageId ? { sentAt: doneAt } : { notSent: true as const }) : {}),
              ...(bouncedAt ? { bouncedAt } : {}),
              ...(complainedAt ? { complainedAt } : {}),
            },
          ]
        : []
    }),
    mails: mails.map(({ ses, at, mail }) => ({ id: ses, at, ...(mail === undefined ? { gone: true as const } : {}) })),
    history: history.map(({ n, at, event, to, detail, digest }) => {
      const who = names.get(staffIn(detail))
      const said = { ...(detail ? { detail } : {}), ...(who ? { who } : {}) }
      return { n, at, event, to, ...said, ...(digest ? { untold: true as const } : {}) }
    }),
    whole: brokenAt(whole.history, request) === undefined && unfitting(whole.history, untold) === undefined,
    written: whole.written.map(({ n, at, by, template, proposes, words }) => {
      const who = names.get(by)
      return {
        ...{ n, at },
        ...(who ? { who } : {}),
        ...(template ? { template } : {}),
        ...(proposes ? { proposes } : {}),
        ...(words ? {} : { gone: true as const }),
      }
    }),
    canWrite: may(role, 'write') ? templatesFor(request, now) : [],
    canTurnDown: may(role, 'turn-down') && !isProposed ? whyTurnedDown(request, policy, now) : [],
    canNote: may(role, 'write') && canBeNoted(request),
  }
}

/** N12: what a person is asked to approve; who gets what and why is not for who sees nothing personal. */
export function disclosureSeen(request: OfDisclosure, role: Role): DeskDisclosure {
  const { reference, status, file, categories, receivedAt, holdsUntil, checks, checkedAt, disclosed } = request
  const isReminded = 'remindedAt' in request && request.remindedAt > receivedAt
  return {
    ...{ reference, status, file, categories, askedAt: receivedAt, holdsUntil, checks, disclosed },
    ...('answerBy' in request ? { answerBy: request.answerBy } : {}),
    ...(isReminded ? { remindedAt: request.remindedAt } : {}),
    ...('approvedAt' in request ? { approvedAt: request.approvedAt } : {}),
    ...('closedAt' in request ? { closedAt: request.closedAt, why: request.why } : {}),
    ...(checkedAt ? { checkedAt } : {}),
    ...(may(role, 'look') ? { terms: request.terms.reveal() } : {}),
  }
}

/** What somebody is asked to do by hand, as a line; what its request does not need any more is over. */
export function taskLineOf(task: Task, request: Request, now: Instant): TaskLine {
  const { id, reference, system, verb, asked, since, due, state } = task
  const isLeft = canBeAnswered(task, request)
  return {
    ...{ id, reference, system, verb, asked, since, due },
    state: isLeft || state === 'answered' ? state : 'over',
    ...(isLeft && isOverdue(task, now) ? { overdue: true as const } : {}),
  }
}

/** Which letter an effect becomes, to the person or to somebody of the company; nothing: none. */
function letterOf(effect: Effect): string | undefined {
  if (effect.kind === 'letter') return effect.letter
  if (effect.kind === 'task') return `task-${effect.news}`
  if (effect.kind === 'hold-news') return `hold-${effect.news}`
  return effect.kind === 'proposal' || effect.kind === 'undelivered' ? effect.kind : undefined
}

/** What the company's policy knows of. */
const isOfThePolicy = (act: DeskAct): boolean =>
  act === 'doubt' ? policy.identity !== undefined : act !== 'child' || policy.minors !== undefined

/** What is personal in a request; nothing, when it is gone from it. */
export function personalOf({ request, written, waiting }: Whole): DeskPersonal | undefined {
  const person = personIn(request)
  const words = written.flatMap((one) => (one.words ? [[String(one.n), one.words.reveal()] as const] : []))
  const letters = waiting.flatMap(({ id, said }) => (said ? [[id, said.reveal()] as const] : []))
  if (!person) return undefined
  const { subject, mail, stated, formerAddress, account } = person
  const keys =
    subject &&
    Object.entries(subject.reveal().keys)
      .filter(([, values]) => values.length > 0)
      .map(([key, values]) => [key, values.join(', ')] as const)
  const writer = mail?.reveal().writer?.address
  return {
    address: person.address.reveal(),
    ...(formerAddress ? { formerAddress: formerAddress.reveal() } : {}),
    ...(account ? { account: account.reveal() } : {}),
    ...(keys ? { keys: Object.fromEntries(keys) } : {}),
    ...(writer ? { writer } : {}),
    ...(stated ? { stated: stated.reveal() } : {}),
    ...(words.length > 0 ? { written: Object.fromEntries(words) } : {}),
    ...(letters.length > 0 ? { letters: Object.fromEntries(letters) } : {}),
  }
}

const personIn = (request: Request): Person | undefined => ('person' in request ? request.person : undefined)

/** Who of the company an entry names; empty: nobody. */
const staffIn = (detail = ''): string => /\bby ((?:officer|agent|auditor) [0-9a-f]{8})$/.exec(detail)?.[1] ?? ''

async function namesIn(
  history: readonly Entry[],
  nameOf: (staff: string) => Promise<string | undefined>,
): Promise<ReadonlyMap<string, string>> {
  const staff = [...new Set(history.map(({ detail }) => staffIn(detail)))].filter((one) => one !== '')
  const found = await Promise.all(staff.map(async (one) => [one, await nameOf(one)] as const))
  return new Map(found.flatMap(([one, name]) => (name ? [[one, name] as const] : [])))
}

/** A mail that waits for a decision: when it came, until when it has to be answered, and what it was taken for. */
export function mailLineOf({ id, receivedAt, due, plan, language }: KeptMail & { readonly due: string }): MailLine {
  const { why, guess } = plan as unknown as Pick<MailLine, 'why' | 'guess'>
  return { id, receivedAt, answerBy: due, why, guess, ...(language ? { language } : {}) }
}

import type { Effects } from '../../adapters/effects.ts'
import { calledFirst, type Waiting, type Whole } from '../../adapters/items.ts'
import type { Effect } from '../../domain/effect.ts'
import type { Request } from '../../domain/request.ts'
import { isAsked } from '../../domain/tasks.ts'
import type { Instant } from '../../domain/time.ts'
import { openProposal } from '../../domain/two-people.ts'
import { view } from '../../domain/view.ts'
import { compose } from '../../letters/compose.ts'
import type { Letter } from '../../letters/contract.ts'
import { policy } from '../../policy/in-force.ts'
import { holdKeptUntil } from './other-requests.ts'
import type { Done } from './outbox.ts'
import { leftOf, type Post } from './post.ts'

/** Sends letters about requests to people of the company. */
export class ToColleagues {
  readonly #effects: Effects
  readonly #post: Post

  constructor(effects: Effects, post: Post) {
    this.#effects = effects
    this.#post = post
  }

  async tellOfficer(
    { request, answers }: Whole,
    { what }: Extract<Effect, { kind: 'undelivered' }>,
    waiting: Waiting,
    now: Instant,
  ): Promise<Done> {
    const letter = { kind: 'undelivered', request: view(request, answers, policy, now, false), what } as const
    return this.#send(request, waiting, now, { to: policy.company.officer, letter, thread: 'undelivered' })
  }

  /** What takes two people is proposed: others hear of it, as long as it can be confirmed. */
  async tellOfProposal({ request, answers }: Whole, waiting: Waiting, now: Instant): Promise<Done> {
    const proposal = openProposal(request, now)
    if (!proposal) return { outcome: 'overtaken' }
    const letter = {
      kind: 'proposal',
      request: view(request, answers, policy, now, false),
      ...{ act: proposal.act, until: proposal.until },
      link: `${policy.site}/desk/requests/${request.reference}`,
    } as const
    return this.#send(request, waiting, now, { to: policy.company.officer, letter, thread: 'proposal' })
  }

  /** A held request ended, or a new one is held up by what was kept of it: others hear of it. */
  async tellOfHold(
    { request, answers }: Whole,
    { news, reason }: Extract<Effect, { kind: 'hold-news' }>,
    waiting: Waiting,
    now: Instant,
  ): Promise<Done> {
    const letter = {
      kind: 'hold-news',
      request: view(request, answers, policy, now, false),
      ...{ news, reason, until: holdKeptUntil(waiting) },
      ...(policy.desk ? { link: `${policy.site}/desk/requests/${request.reference}` } : {}),
    } as const
    return this.#send(request, waiting, now, { to: policy.company.officer, letter, thread: 'hold' })
  }

  /** Somebody of the company is asked to do by hand what no program does; what was done meanwhile is asked of nobody. */
  async askByHand(
    { request, answers, tasks }: Whole,
    { task: id, news, to }: Extract<Effect, { kind: 'task' }>,
    waiting: Waiting,
    now: Instant,
  ): Promise<Done> {
    const task = tasks.find((one) => one.id === id)
    if (task?.state !== 'open' || !isAsked(task, request)) return { outcome: 'overtaken' }
    const letter = {
      kind: 'task',
      request: view(request, answers, policy, now, false),
      task: { system: task.system, verb: task.verb, due: task.due, asked: task.asked },
      news,
      link: `${policy.site}/desk/tasks/${task.reference}/${task.id}`,
    } as const
    return this.#send(request, waiting, now, {
      to: to === 'officer' ? policy.company.officer : task.asked,
      letter,
      thread: `${task.id}${to ? `.${to}` : ''}`,
    })
  }

  /** A letter to somebody of the company, in a thread of its own; its link asks them to sign in, and opens nothing by itself. */
  async #send(
    request: Request,
    waiting: Waiting,
    now: Instant,
    { to, letter, thread }: { readonly to: string; readonly letter: Letter; readonly thread: string },
  ): Promise<Done> {
    const { subject, text, html } = compose(letter, policy.languages[0] ?? 'en', policy)
    const mail = {
      ...{ to, subject, text, html },
      letter: `${waiting.reference}.${calledFirst(waiting.id)}`,
      thread: `${waiting.reference}.${thread}`,
    }
    const messageId = await this.#post.send(mail, leftOf(waiting, this.#effects, now))
    // What letters said goes with the person: of a request that has none any more nothing is kept.
    const isKept = 'person' in request && request.person
    return { outcome: 'done', messageId, ...(isKept ? { said: { to, subject, text } } : {}) }
  }
}

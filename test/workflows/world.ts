import { correctionsFor, heldIn, notYetCorrected } from '../../domain/correction.ts'
import { decide } from '../../domain/decide.ts'
import type { Effect } from '../../domain/effect.ts'
import { exceptionsIn, notYetErasedAgain } from '../../domain/erased.ts'
import type { Event } from '../../domain/event.ts'
import type { Doubt } from '../../domain/identity.ts'
import { nextForMachine } from '../../domain/machine.ts'
import { type Answer, categoriesOf, outstanding, type Verb } from '../../domain/receipts.ts'
import type { Request } from '../../domain/request.ts'
import { isClosed } from '../../domain/request.ts'
import { dayOf, instant, moved } from '../../domain/time.ts'
import type { AdvanceInput, PackageInput, SystemInput } from '../../functions/contract/tasks.ts'
import { Clock } from '../../local/clock/clock.ts'
import { statesCall } from '../../local/stepfunctions/endpoint.ts'
import { Machines } from '../../local/stepfunctions/machines.ts'
import type { Right } from '../../policy/rights.ts'
import type { Receipt } from '../../systems/contract.ts'
import { askedToDisclose, begun, confirmed, stepped } from '../domain/sample.ts'
import { policy } from '../sample-policy.ts'
import { arnOf, definitionOf, named, type Story } from './definitions.ts'

const region = 'arn:aws:states:eu-central-1:000000000000:stateMachine'
export const systems = Object.keys(policy.systems)

export type Work = { readonly system: string; readonly verb: Verb; readonly at: string; readonly failed: boolean }

/**
 * The synthesized machines on a clock that moves, over a request that the real domain decides; only the systems and
 * the store's table are the test's own.
 */
export class World {
  readonly clock = new Clock()
  readonly letters: Array<{ readonly letter: string; readonly at: string }> = []
  readonly work: Work[] = []
  /** Everything that a machine was given or gave. */
  readonly payloads: unknown[] = []
  request: Request
  /** Whether a system answers now; the test changes it. */
  isDown: (system: string, now: number) => boolean = () => false
  readonly #answers = new Map<string, Answer>()
  readonly #machines: Machines
  #started = 0
  #slices = 0

  constructor({
    twice = false,
    right = 'erasure',
    ...more
  }: { readonly twice?: boolean; readonly right?: Right | 'disclosure'; readonly doubt?: Doubt } = {}) {
    const tasks = named(systems, arnOf)
    const definition = (story: Story) => [`${region}:${story}`, definitionOf(story, tasks)] as const
    this.#machines = new Machines({
      clock: this.clock,
      twice,
      definitions: new Map([
        definition('erasure'),
        definition('restore'),
        definition('restriction'),
        definition('rectification'),
        definition('identity'),
        definition('export'),
        definition('disclosure'),
      ]),
      invoke: async (functionArn, payload) => {
        const result = await this.#call(functionArn.split(':').at(-1) ?? '', payload)
        this.payloads.push(payload, result)
        return result
      },
    })
    if (right === 'disclosure') {
      const asked = askedToDisclose(this.#now(), policy, dayOf(moved(this.#now(), 'P90D', 'UTC'), 'UTC'))
      this.request = asked.request
      this.#save(asked)
      return
    }
    this.request = begun(this.#now(), policy, right, more).request
    this.happens({ ...confirmed, firstReceivedAt: this.#now() } as Event)
  }

  executions() {
    return this.#machines.views()
  }

  /** An event from outside the machines, such as a person's wish; carried out as the outbox would. */
  happens(event: Event): void {
    this.#save(stepped(this.request, event, this.#now(), policy))
  }

  leave(): void {
    this.#machines.pause()
    this.clock.stop()
  }

  #now() {
    return instant(this.clock.now())
  }

  async #call(name: string, payload: unknown): Promise<unknown> {
    await new Promise((resolve) => setTimeout(resolve, 1))
    if (name === 'advance') return this.#advance(payload as AdvanceInput)
    if (name === 'certify')
      return this.#decided({ type: 'certified', kept: exceptionsIn([...this.#answers.values()]) }, 'look')
    if (name === 'package') return this.#package(payload as PackageInput)
    return this.#system(name.replace('system-', ''), (payload as SystemInput).verb)
  }

  /** Two slices for each package; deleting is one. */
  #package({ act }: PackageInput) {
    if (act === 'protect') return { ...this.#decided({ type: 'protected', bytes: 1100 }, 'gathered'), done: true }
    if (act === 'discard') return { ...this.#decided({ type: 'discarded' }, 'gathered'), done: true }
    this.#slices += 1
    const { request } = this
    if (this.#slices % 2 === 1) return { ...nextForMachine(request, 'gathered', policy, this.#now()), done: false }
    const round = request.status === 'ready' ? request.round + 1 : 1
    const event: Event = { type: 'packaged', package: { round, bytes: 1000, files: 10 } }
    return { ...this.#decided(event, 'gathered'), done: true }
  }

  /** As functions/advance does it, over one request in memory. */
  #advance({ event }: AdvanceInput) {
    if (event === 'look') return nextForMachine(this.request, event, policy, this.#now())
    const answers = [...this.#answers.values()]
    if (event === 'rectification-settled') {
      const outstanding = this.request.status === 'correcting' ? notYetCorrected(this.request, answers, policy) : []
      return this.#decided({ type: event, outstanding, held: heldIn(answers) }, event)
    }
    if (event === 'erased-again') {
      const outstanding =
        this.request.status === 'erasing-again' ? notYetErasedAgain(this.request, answers, policy) : []
      return this.#decided({ type: 'erasure-settled', outstanding }, event)
    }
    const verbs = {
      'restriction-settled': 'restrict',
      'erasure-settled': 'erase',
      'release-settled': 'release',
      gathered: 'export',
      'mailing-settled': 'unsubscribe',
    } as const
    const decided: Event =
      event === 'told' || event === 'moment-reached'
        ? { type: event }
        : { type: event, outstanding: outstanding(verbs[event], answers, policy) }
    return this.#decided(decided, event)
  }

  #decided(event: Event, after: AdvanceInput['event']) {
    const decision = decide(this.request, event, policy, this.#now())
    if (decision.kind === 'step') this.#save(decision)
    return nextForMachine(this.request, after, policy, this.#now())
  }

  #save({ request, effects }: { readonly request: Request; readonly effects: readonly Effect[] }): void {
    this.request = request
    for (const effect of effects) {
      // What recipients are told is not of this world.
      if (effect.kind === 'start' && effect.machine !== 'recipients') this.#start(effect.machine)
      else if (effect.kind === 'letter') this.letters.push({ letter: effect.letter, at: this.#now() })
    }
  }

  #start(machine: Story): void {
    this.#started += 1
    statesCall(this.#machines, 'StartExecution', {
      stateMachineArn: `${region}:${machine}`,
      name: `${machine}-${this.#started}`,
      input: JSON.stringify({ v: 1, reference: this.request.reference }),
    })
  }

  /** Two slices for each verb that changes something; a system that is down throws as an unreachable database would. */
  #system(system: string, verb: Verb) {
    const failed = this.isDown(system, this.clock.now())
    this.work.push({ system, verb, at: this.#now(), failed })
    if (failed) throw Object.assign(new Error('see the log'), { name: 'ConnectionRefused' })
    if (verb === 'erase-again') return this.#eraseAgain(system)
    if (isClosed(this.request)) return { v: 1, done: true }
    if (verb === 'rectify') return this.#correct(system)
    const key = `${verb}#${system}`
    const done = verb === 'check' || this.#answers.has(key)
    const receipts = verb === 'erase' ? keptIn(system) : []
    this.#answers.set(key, { system, verb, done, at: this.#now(), receipts })
    return { v: 1, done }
  }

  #eraseAgain(system: string) {
    if (this.request.status !== 'erasing-again') return { v: 1, done: true }
    const { round } = this.request
    const key = `erase-again#${system}`
    const done = this.#answers.get(key)?.round === round
    this.#answers.set(key, { system, verb: 'erase-again', done, round, at: this.#now(), receipts: [] })
    return { v: 1, done }
  }

  #correct(system: string) {
    if (this.request.status !== 'correcting') return { v: 1, done: true }
    const { round } = this.request
    const key = `rectify#${system}`
    const done = this.#answers.get(key)?.round === round
    const receipts = correctionsFor(this.request, system, policy).map(
      ({ category, field }): Receipt => ({ category, field, outcome: 'done', count: 1 }),
    )
    this.#answers.set(key, { system, verb: 'rectify', done, round, at: this.#now(), receipts })
    return { v: 1, done }
  }
}

/** What a system keeps for a law: a record of each category that the policy's exceptions name. */
const keptIn = (system: string): readonly Receipt[] =>
  policy.retention
    .filter(({ category }) => categoriesOf(system, policy).includes(category))
    .map(({ id, category }) => ({ category, outcome: 'kept', count: 1, exception: id }))

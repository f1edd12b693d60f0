import type { Clock } from '../clock/clock.ts'
import { list, part, type Resource, type Template, text } from '../front/resource.ts'
import { account } from '../template/assembly.ts'
import { type Next, nextOf } from './expression.ts'

/** What a schedule wakes. */
export type Target = { readonly arn: string; readonly roleArn: string; readonly input: (at: number) => unknown }
export type Schedule = {
  readonly name: string
  readonly arn: string
  readonly kind: 'rule' | 'schedule'
  readonly next: Next
  readonly targets: readonly Target[]
}

/** The template's schedules that are on: rules of EventBridge with an expression, and schedules of its Scheduler. */
export function schedulesOf(template: Template): readonly Schedule[] {
  const on = ({ properties }: Resource) => text(properties.State ?? 'ENABLED') === 'ENABLED'
  return [
    ...template
      .ofType('AWS::Events::Rule')
      .filter((rule) => on(rule) && rule.properties.ScheduleExpression)
      .map(ruleOf),
    ...template.ofType('AWS::Scheduler::Schedule').filter(on).map(scheduleOf),
  ]
}

function ruleOf({ name, arn, region, properties }: Resource): Schedule {
  const event = (at: number) => ({
    version: '0',
    id: `${name}-${at}`,
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account,
    time: new Date(at).toISOString().replace(/\.\d+/, ''),
    region,
    resources: [arn],
    detail: {},
  })
  const targets = list(properties.Targets).map((one): Target => {
    const { Arn, RoleArn, Input, InputPath, InputTransformer } = part(one)
    if (InputPath || InputTransformer)
      throw new Error(`the local cloud does not know InputPath or InputTransformer (${name})`)
    return {
      arn: text(Arn),
      roleArn: text(RoleArn),
      input: Input === undefined ? event : () => JSON.parse(text(Input)),
    }
  })
  return { name, arn, kind: 'rule', next: nextOf(text(properties.ScheduleExpression)), targets }
}

function scheduleOf({ name, arn, properties }: Resource): Schedule {
  const { Arn, RoleArn, Input } = part(properties, 'Target')
  const zone = text(properties.ScheduleExpressionTimezone) || 'UTC'
  const input = () => (Input === undefined ? {} : JSON.parse(text(Input)))
  const target: Target = { arn: text(Arn), roleArn: text(RoleArn), input }
  return { name, arn, kind: 'schedule', next: nextOf(text(properties.ScheduleExpression), zone), targets: [target] }
}

/** Schedules that ring. */
export type Ringing = {
  /** From now on each rests for so long after a ring, ms of the clock; one that has rested longer rings when it is next due. */
  rest(ms: number): void
  stop(): void
}

/**
 * Rings every schedule on the clock from now on; after a ring it rests for `restMs` of the clock, whatever the template
 * says.
 */
export function runSchedules(
  clock: Clock,
  schedules: readonly Schedule[],
  restMs: number,
  wake: (schedule: Schedule, target: Target, at: number) => void,
): Ringing {
  const callOffs = new Map<string, () => void>()
  const rang = new Map<string, number>()
  let pause = restMs
  const set = (schedule: Schedule) => {
    const last = rang.get(schedule.arn)
    const at = schedule.next(Math.max(clock.now(), last === undefined ? 0 : last + pause - 1))
    if (at === undefined) return
    const callOff = clock.at(at, `schedule ${schedule.name}`, () => {
      rang.set(schedule.arn, at)
      for (const target of schedule.targets) wake(schedule, target, at)
      set(schedule)
    })
    callOffs.set(schedule.arn, callOff)
  }
  const stop = () => {
    for (const callOff of callOffs.values()) callOff()
    callOffs.clear()
  }
  const begin = () => {
    for (const schedule of schedules) set(schedule)
  }
  begin()
  return {
    stop,
    rest(ms) {
      stop()
      pause = ms
      begin()
    },
  }
}

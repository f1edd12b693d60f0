import { join } from 'node:path'
import type { Clock } from './clock/clock.ts'
import type { Data } from './data.ts'
import type { Change } from './dynamodb/needs.ts'
import { eventRulesOf } from './events/rules.ts'
import type { Template } from './front/resource.ts'
import { Asynchronous } from './functions/asynchronous.ts'
import type { Functions } from './functions/functions.ts'
import { FunctionFailed } from './functions/instance.ts'
import { mayBeCalled } from './functions/permissions.ts'
import { encryptedAtRest } from './gateway/at-rest.ts'
import type { Callers } from './gateway/callers.ts'
import type { Gateway } from './gateway/gateway.ts'
import { fatesOf, feedbackOn, isTold } from './mail/feedback.ts'
import { receive, takeMail } from './mail/mail-in.ts'
import { isFor, receiptRulesOf } from './mail/receipt-rules.ts'
import type { Zone } from './mail/verdicts.ts'
import { type Ringing, runSchedules, type Schedule, schedulesOf, type Target } from './schedules/schedules.ts'
import { statesCall } from './stepfunctions/endpoint.ts'
import type { Machines } from './stepfunctions/machines.ts'
import type { DeadLetter, DeadLetters } from './streams/dead-letters.ts'
import { mappingsOf } from './streams/mappings.ts'
import { type Send, streamsBy } from './streams/shards.ts'
import { StreamSource } from './streams/source.ts'

/** What is up already when calls begin to flow. */
export type Parts = {
  readonly template: Template
  readonly clock: Clock
  readonly gateway: Gateway
  readonly callers: Callers
  readonly functions: Functions
  readonly machines: Machines
  readonly deadLetters: DeadLetters
  readonly state: string
  readonly twice: boolean
  readonly progress: (line: string) => void
}

const regionOf = (arn: string): string => arn.split(':')[3] ?? ''

/** Calls a function as its machine: the machine's role has to allow it. Throws as Step Functions names it. */
export function asMachine(parts: () => Pick<Parts, 'gateway' | 'callers' | 'functions'>) {
  return async (functionArn: string, payload: unknown, machineArn: string, begins?: () => void): Promise<unknown> => {
    const { gateway, callers, functions } = parts()
    const need = { action: 'lambda:InvokeFunction', resource: functionArn }
    const verdict = gateway.check(callers.at(machineArn), need, regionOf(functionArn))
    if (!verdict.allowed) throw Object.assign(new Error(verdict.why), { name: 'Lambda.AWSLambdaException' })
    return await functions.invoke(functionArn, payload, begins)
  }
}

/** Whether a service of AWS may call a function by the function's own policy; a refusal is kept. */
function serviceMayCall(
  { template, gateway }: Parts,
  service: string,
  functionArn: string,
  sourceArn: string,
): boolean {
  if (mayBeCalled(template, functionArn, service, sourceArn)) return true
  const why = `no AWS::Lambda::Permission lets ${service} call ${functionArn} for ${sourceArn}`
  gateway.refuse(service, { action: 'lambda:InvokeFunction', resource: functionArn }, why)
  return false
}

/** Calls a function as a service of AWS. @throws FunctionFailed */
export function asService(parts: Parts, service: string) {
  return async (functionArn: string, payload: unknown, sourceArn: string): Promise<unknown> => {
    if (serviceMayCall(parts, service, functionArn, sourceArn))
      return await parts.functions.invoke(functionArn, payload)
    throw new FunctionFailed({ errorType: 'AccessDeniedException', errorMessage: `${service} may not call`, trace: [] })
  }
}

/** What is given up goes where the template says, if the function's role may send it there. */
function giveUpTo({ template, gateway, callers, deadLetters, progress }: Parts) {
  const also = encryptedAtRest(template)
  return (functionArn: string, queueArn: string | undefined, letter: DeadLetter): void => {
    if (!queueArn) {
      progress(`${letter.function} gave up (${letter.source}, ${letter.error}); the template names no queue for it`)
      return
    }
    const action = queueArn.split(':')[2] === 'sns' ? 'sns:Publish' : 'sqs:SendMessage'
    const send = { action, resource: queueArn }
    const allowed = [send, ...also([send])].every(
      (need) => gateway.check(callers.at(functionArn), need, regionOf(queueArn)).allowed,
    )
    if (allowed) deadLetters.add({ ...letter, queue: queueArn })
    progress(
      `${letter.function} gave up (${letter.source}, ${letter.error})${allowed ? '' : ' and may not send it away'}`,
    )
  }
}

/** Hears of items of a table that were written, and how, if that is known. */
export type Written = (table: string, items: number, changes?: readonly Change[]) => void

/** Carries changes of tables to functions. Each source calls the streams as its function's role. Answers how to end it. */
export function connectStreams(parts: Parts, writes: Set<Written>): () => void {
  const { template, clock, gateway, callers, functions, state, twice, progress } = parts
  const giveUp = giveUpTo(parts)
  const throughGateway: Send = (headers, body) =>
    gateway.handle({ method: 'POST', path: '/', query: '', headers, body, sourceIp: '127.0.0.1' })
  const sources = mappingsOf(template).map(({ id, queueArn, ...mapping }) => {
    const { functionArn } = mapping
    const region = regionOf(functionArn)
    return new StreamSource({
      clock,
      mapping,
      region,
      twice,
      call: streamsBy(throughGateway, gateway.keyOf(callers.at(functionArn)).accessKeyId, region),
      deadLetters: { add: (letter) => giveUp(functionArn, queueArn, letter) },
      file: join(state, 'streams', `${id}.json`),
      invoke: (arn, payload) => functions.invoke(arn, payload),
      unread: (error) => {
        // A table that the template does not make is somebody else's, and comes when they make it: each write looks again.
        const isOurs = template.ofType('AWS::DynamoDB::Table').some(({ name }) => name === mapping.table)
        if (isOurs || !error.message.endsWith('has no stream'))
          progress(`the stream of ${mapping.table} cannot be read: ${error.message}`)
      },
    })
  })
  const wake: Written = (table, items, changes) => {
    for (const source of sources) if (source.table === table) source.wake(items, changes)
  }
  writes.add(wake)
  // What the last run left unread.
  for (const source of sources) source.wake()
  return () => {
    writes.delete(wake)
    for (const source of sources) source.stop()
  }
}

/** Events that nobody waits for, of schedules or of mail; what the last run left is taken up. */
function eventsOf(what: string, parts: Parts): Asynchronous {
  const { template, clock, functions, state, twice } = parts
  const asynchronous = new Asynchronous({
    clock,
    template,
    folder: join(state, 'events', what),
    giveUp: giveUpTo(parts),
    invoke: async (arn, payload) => {
      if (twice) await functions.invoke(arn, payload)
      return await functions.invoke(arn, payload)
    },
  })
  asynchronous.recover()
  return asynchronous
}

/** Takes mail for the template's receipt rules. Answers where, and how to end it. */
export async function connectMail(
  parts: Parts,
  { s3, ses }: Pick<Data, 's3' | 'ses'>,
  { port, zone }: { readonly port: number; readonly zone: Zone },
): Promise<{ readonly url: string; stop(): unknown }> {
  const { template, clock, gateway, functions, progress } = parts
  const rules = receiptRulesOf(template)
  if (rules.length === 0) return { url: '', stop: () => undefined }
  const unknown = rules
    .flatMap(({ actions }) => actions)
    .find((action) => action.kind === 'lambda' && !functions.knows(action.functionArn))
  if (unknown) throw new Error(`the local cloud does not know what a receipt rule calls: ${JSON.stringify(unknown)}`)
  const events = eventsOf('mail', parts)
  const setting = {
    ...{ clock, rules, gateway, s3, zone, port, progress },
    also: encryptedAtRest(template),
    send: (functionArn: string, payload: unknown, ruleArn: string) => {
      if (serviceMayCall(parts, 'ses.amazonaws.com', functionArn, ruleArn))
        events.send(functionArn, payload, `receipt rule ${ruleArn.split('/').at(-1)}`)
    },
  }
  // What SES sends to an address of its own receiving comes back in, as by the domain's MX record.
  ses.onItsWay((mail, message) => {
    const recipients = mail.to.filter((address) => rules.some((rule) => isFor(rule, address)))
    if (recipients.length === 0) return
    const envelope = { sender: mail.from, recipients, ip: '127.0.0.1', helo: 'a0-1.smtp-out.amazonses.com' }
    clock.at(clock.now() + untilFeedback, 'a mail comes back in', () => {
      clock
        .during('mail coming back in', () => receive(setting, message, envelope))
        .catch((error: unknown) => progress(`a mail of our own could not be stored: ${String(error)}`))
    })
  })
  const { url, stop } = await takeMail(setting)
  return {
    url,
    stop: async () => {
      events.stop()
      await stop()
    },
  }
}

/** Runs the template's schedules but those `asleep`, by name. */
export function connectSchedules(parts: Parts, scheduleRestMs: number, asleep?: RegExp): Ringing {
  const { template, clock, gateway, callers, functions, machines } = parts
  const asynchronous = eventsOf('schedules', parts)
  const permitted = (schedule: Schedule, target: Target, action: string): boolean => {
    const service = schedule.kind === 'rule' ? 'events.amazonaws.com' : 'scheduler.amazonaws.com'
    const principal = callers.as(target.roleArn, schedule.name, service)
    return gateway.check(principal, { action, resource: target.arn }, regionOf(target.arn)).allowed
  }
  const schedules = schedulesOf(template).filter(({ name }) => !asleep?.test(name))
  const unknown = schedules
    .flatMap(({ targets }) => targets)
    .find(({ arn }) => !machines.knows(arn) && !functions.knows(arn))
  if (unknown) throw new Error(`the local cloud does not know the target ${unknown.arn}`)
  const ringing = runSchedules(clock, schedules, scheduleRestMs, (schedule, target, at) => {
    const input = target.input(at)
    if (machines.knows(target.arn)) {
      if (!permitted(schedule, target, 'states:StartExecution')) return
      const name = `${schedule.name}-${at}`.slice(-80)
      statesCall(machines, 'StartExecution', { stateMachineArn: target.arn, name, input: JSON.stringify(input) })
      return
    }
    const allowed =
      schedule.kind === 'rule' && !target.roleArn
        ? serviceMayCall(parts, 'events.amazonaws.com', target.arn, schedule.arn)
        : permitted(schedule, target, 'lambda:InvokeFunction')
    if (allowed) asynchronous.send(target.arn, input, `schedule ${schedule.name}`)
  })
  return {
    ...ringing,
    stop() {
      asynchronous.stop()
      ringing.stop()
    },
  }
}

/** How long after a mail SES hears what became of it, ms: the real one takes seconds, and some providers days. */
const untilFeedback = 2_000

/** Tells the template's rules what became of mails that went out. Answers how to end it. */
export function connectFeedback(parts: Parts, { ses }: Pick<Data, 'ses'>): () => void {
  const { template, clock, functions } = parts
  const rules = eventRulesOf(template)
  const unknown = rules.flatMap(({ targets }) => targets).find(({ arn }) => !functions.knows(arn))
  if (unknown) throw new Error(`the local cloud does not know the target ${unknown.arn}`)
  const events = eventsOf('bus', parts)
  ses.onSent((mail, configurationSet) => {
    for (const to of mail.to)
      for (const fate of fatesOf(to).filter((one) => isTold(template, configurationSet, one)))
        clock.at(clock.now() + untilFeedback, `a mail ${fate}`, () => {
          const event = feedbackOn(mail, to, configurationSet, fate, clock.instant())
          for (const { name, arn, targets } of rules.filter((rule) => rule.matches(event)))
            for (const target of targets)
              if (serviceMayCall(parts, 'events.amazonaws.com', target.arn, arn))
                events.send(target.arn, target.input(event), `rule ${name}`)
        })
  })
  return () => events.stop()
}

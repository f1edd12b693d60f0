import { expect, test } from 'vitest'
import { letterKinds } from '../../domain/letter-kinds.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import { eachInItsOrder, oneByOne, type Told } from '../../functions/outbox/order.ts'
import { readerOf } from '../../functions/outbox/reader.ts'
import { policy } from '../../policy/in-force.ts'

const told = (...names: readonly string[]): readonly Told[] =>
  names.map((name, n) => ({ number: String(n), reference: name.slice(0, 1), id: name }))
const names = (some: readonly Told[]) => some.map(({ id }) => id)

test('of a batch each request has its effects in their order, and none waits for those of another', async () => {
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const begun: string[] = []
  // A waits for what comes last in the batch, and B for A: one after the other would never end.
  const failed = await eachInItsOrder(told('A1', 'A2', 'B1', 'B2', 'C1'), async ({ id }) => {
    begun.push(id)
    if (id === 'C1') first.resolve()
    if (id === 'A1') await first.promise
    if (id === 'A2') second.resolve()
    if (id === 'B1') await second.promise
    return true
  })
  expect(failed).toEqual([])
  expect(begun.filter((id) => id.startsWith('A'))).toEqual(['A1', 'A2'])
  expect(begun.filter((id) => id.startsWith('B'))).toEqual(['B1', 'B2'])
})

test('after an effect that fails nothing more is done for its request, and everything for the others', async () => {
  const done: string[] = []
  const failed = await eachInItsOrder(told('A1', 'B1', 'A2', 'B2'), async ({ id }) => {
    if (id === 'A1') return false
    done.push(id)
    return true
  })
  expect(names(failed)).toEqual(['A1'])
  expect(done).toEqual(['B1', 'B2'])
})

test('a batch of more requests than go side by side is done to its end', async () => {
  const all = Array.from({ length: 50 }, (_, n) => ({ number: String(n), reference: `R${n}`, id: `${n}` }))
  let [running, most] = [0, 0]
  const failed = await eachInItsOrder(all, async () => {
    running += 1
    most = Math.max(most, running)
    await new Promise((resolve) => setImmediate(resolve))
    running -= 1
    return true
  })
  expect([failed, most]).toEqual([[], 10])
})

test('a letter is sent when the one before is, also where that one was refused', async () => {
  const inTurn = oneByOne()
  const said: string[] = []
  const send = (name: string, isTaken: boolean) =>
    inTurn(async () => {
      said.push(`${name} begins`)
      await new Promise((resolve) => setImmediate(resolve))
      said.push(`${name} ends`)
      if (!isTaken) throw new Error(name)
      return name
    })
  const outcomes = await Promise.allSettled([send('one', true), send('two', false), send('three', true)])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(said).toEqual(['one begins', 'one ends', 'two begins', 'two ends', 'three begins', 'three ends'])
})

test('each letter goes to the address of whoever reads it, and what is not the person’s is in no thread of theirs', () => {
  const request = { reference: reference(new Uint8Array(5)), language: 'de' } as const
  const person = {
    address: new Personal('ada@example.org'),
    hash: 'ada',
    account: new Personal('account@example.org'),
    formerAddress: new Personal('former@example.org'),
    stated: new Personal({ email: 'new@example.org', guardian: 'guardian@example.org' }),
    mail: new Personal({ messageId: '<1@example.org>', writer: { address: 'writer@example.org', hash: 'writer' } }),
  }
  const toOthers = letterKinds.flatMap((kind) => {
    const { to, hash, language, thread } = readerOf(kind, request, person)
    expect([kind, thread]).toEqual([
      kind,
      to === 'ada@example.org' ? request.reference : `${request.reference}.${kind}`,
    ])
    expect([kind, hash]).toEqual([kind, to === 'writer@example.org' ? 'writer' : 'ada'])
    expect([kind, language]).toEqual([kind, to === policy.company.officer ? 'en' : 'de'])
    return to === 'ada@example.org' ? [] : [[kind, to]]
  })
  expect(Object.fromEntries(toOthers)).toEqual({
    'decision-needed': policy.company.officer,
    'objection-to-weigh': policy.company.officer,
    'identity-to-check': policy.company.officer,
    'approval-news': policy.company.officer,
    'guardian-asked': 'guardian@example.org',
    'prove-new-address': 'new@example.org',
    'identity-accepted': 'account@example.org',
    'address-changed': 'former@example.org',
    'passed-on': 'writer@example.org',
  })
})

/** The contract's test kit: for those who write a kind of recipient. Imported by tests only. */
import assert from 'node:assert/strict'
import type { Message, Recipient } from './contract.ts'

/** What the laws need to know of a kind. Whoever writes one writes this for its tests. */
export type World = {
  /** A new instance, as a function would make it. */
  recipient(): Recipient
  /** A message about a person whom nobody was told of yet, with an id of its own. */
  message(): Message
  /** Everything that the other side knows by now to be asked of it, each once, in words that name the person. */
  heard(): Promise<readonly string[]>
  /** By what the other side knows the person of a message: all of it stands in what it heard. */
  known(message: Message): readonly string[]
  /** Lets the other side answer nothing that can be used, or answer again. */
  down(isDown: boolean): void
  /** Lets the other side carry out what it was asked; absent where nobody can see it. */
  carryOut?(id: string): Promise<void>
}
export type Law = { readonly name: string; prove(): Promise<void> }

/** Every law of the contract for one kind of recipient; run them one after the other. */
export function laws(world: World): readonly Law[] {
  const about = async (message: Message) =>
    (await world.heard()).filter((one) => world.known(message).some((value) => one.includes(value)))
  return [
    {
      name: 'what is told arrives, with everything by which the person is known there',
      async prove() {
        const message = world.message()
        await world.recipient().tell(message)
        const heard = (await about(message)).join('\n')
        for (const value of world.known(message)) assert.ok(heard.includes(value))
      },
    },
    {
      name: 'the same message told twice, by two instances, is one',
      async prove() {
        const message = world.message()
        await world.recipient().tell(message)
        const once = await about(message)
        await world.recipient().tell(message)
        assert.deepEqual(await about(message), once)
      },
    },
    {
      name: 'nobody else is spoken of',
      async prove() {
        const [message, other] = [world.message(), world.message()]
        await world.recipient().tell(message)
        assert.deepEqual(await about(other), [])
      },
    },
    {
      name: 'what was only handed on is not confirmed',
      async prove() {
        const message = world.message()
        assert.ok(['told', 'accepted'].includes(await world.recipient().tell(message)))
        if (world.carryOut) assert.equal(await world.recipient().ask?.(message.id), 'told')
      },
    },
    {
      name: 'what is carried out is confirmed to whoever asks',
      async prove() {
        const message = world.message()
        await world.recipient().tell(message)
        await world.carryOut?.(message.id)
        if (world.carryOut) assert.equal(await world.recipient().ask?.(message.id), 'confirmed')
      },
    },
    {
      name: 'one that is down throws, says nothing of the person, and hears it once when it is back',
      async prove() {
        const message = world.message()
        world.down(true)
        try {
          await assert.rejects(world.recipient().tell(message), (error: Error) => {
            for (const value of world.known(message)) assert.ok(!`${error.stack}${error.cause}`.includes(value))
            return true
          })
        } finally {
          world.down(false)
        }
        assert.deepEqual(await about(message), [])
        await world.recipient().tell(message)
        assert.ok((await about(message)).length > 0)
      },
    },
  ]
}

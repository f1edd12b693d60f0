import assert from 'node:assert/strict'
import type { Exceptions, Progress, System } from '../contract.ts'
import { Fuse } from './fuse.ts'
import type { Law } from './laws.ts'
import { slice, type World } from './world.ts'

const once = slice('OB-TEST-0003')
const nothing: Exceptions = []

/** What happens to a world: the verb that is killed, what came before it, and how the person's story goes on. */
type Story = {
  readonly name: string
  before(system: System): Promise<unknown>
  killed(system: System): Promise<Progress>
  after(system: System): Promise<unknown>
  /** What the application sees at the end. */
  readonly end: 'everything' | 'erased' | 'corrected'
}

/** A verb is killed after each of its calls in turn; the next instance carries the story on to the same end. */
export function crashLaws(world: World): readonly Law[] {
  const { subject, correction } = world
  const nobodyActs = async () => undefined
  const stories: readonly Story[] = [
    {
      name: 'a restriction killed after any call is finished by the next one, and a release still gives all back',
      before: nobodyActs,
      killed: (system) => system.restrict(subject, once),
      async after(system) {
        await system.restrict(subject, once)
        assert.deepEqual(await world.seen(subject), [])
        await system.release(subject, once)
      },
      end: 'everything',
    },
    {
      name: 'a restriction killed after any call can be released right away',
      before: nobodyActs,
      killed: (system) => system.restrict(subject, once),
      after: (system) => system.release(subject, once),
      end: 'everything',
    },
    {
      name: 'a release killed after any call is finished by the next one, byte for byte',
      before: (system) => system.restrict(subject, once),
      killed: (system) => system.release(subject, once),
      after: (system) => system.release(subject, once),
      end: 'everything',
    },
    {
      name: 'an erasure killed after any call is finished by the next one',
      before: (system) => system.restrict(subject, once),
      killed: (system) => system.erase(subject, nothing, once),
      after: (system) => system.erase(subject, nothing, once),
      end: 'erased',
    },
    ...(correction
      ? ([
          {
            name: 'a correction of restricted records killed after any call is finished by the next one, and released',
            before: (system) => system.restrict(subject, once),
            killed: (system) => system.rectify(subject, [correction], once),
            async after(system) {
              await system.rectify(subject, [correction], once)
              await system.release(subject, once)
            },
            end: 'corrected',
          },
        ] satisfies readonly Story[])
      : []),
  ]
  return stories.map((story) => ({ name: story.name, prove: () => killedEverywhere(world, story) }))
}

/** Records of a batch: fewer than a small world has, so that a verb is killed in a batch, and between two. */
const crashBatch = 2
/** Calls among which a system makes its keys. */
const firstCalls = 10

async function killedEverywhere(world: World, story: Story): Promise<void> {
  let before: readonly string[] = []
  const corrected = story.end === 'corrected' ? await seenCorrected(world) : []
  for (let at = 1; ; at++) {
    // A story that ends with everything back leaves the world as it found it, but for keys that are made once.
    if (story.end !== 'everything' || at <= firstCalls) {
      await world.seed()
      before = await world.seen(world.subject)
    }
    await story.before(world.system(new Fuse(), crashBatch))
    const fuse = new Fuse(at)
    // A dying client may fail the verb, or a category of it; either way nothing more gets through.
    await story.killed(world.system(fuse, crashBatch)).catch((error: unknown) => {
      if (!fuse.blown) throw error
    })
    const next = world.system(new Fuse(), crashBatch)
    await story.after(next)
    const when = `killed after call ${at}`
    const wanted = { everything: before, erased: [], corrected }[story.end]
    assert.deepEqual([...(await world.seen(world.subject))].sort(), [...wanted].sort(), when)
    const found = await next.find(world.subject)
    assert.ok(
      found.every(({ restricted }) => restricted === 0),
      when,
    )
    if (!fuse.blown) {
      assert.ok(at > 3, 'the verb made calls that could be killed')
      return
    }
  }
}

/** What the application sees after a correction that nothing disturbed. */
async function seenCorrected(world: World): Promise<readonly string[]> {
  await world.seed()
  if (world.correction) await world.system(new Fuse(), crashBatch).rectify(world.subject, [world.correction], once)
  return world.seen(world.subject)
}

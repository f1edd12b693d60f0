import { expect } from 'vitest'
import { inventCompany } from '../../demo/company/invent.ts'
import { promise } from '../promise.ts'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'

/** Posts that everybody sees in the forum, by their numbers. */
const publicPosts = async (accounts: readonly string[]) =>
  (await house.sees(accounts))
    .flatMap(({ parts }) => parts.find(({ what }) => what === 'Forum posts')?.rows ?? [])
    .map(({ id }) => Number(id))
    .sort((one, other) => one - other)

promise(
  'N18',
  'what somebody wrote in public stays public until they, the author, decide; what others answered them stays theirs',
  async () => {
    const { posts } = inventCompany()
    const author = somebody(145)
    const wrote = posts.filter(({ account_id: by }) => author.accounts.includes(by))
    const threads = new Set(wrote.map(({ thread_id: thread }) => thread))
    const answers = posts.filter((post) => threads.has(post.thread_id) && !wrote.includes(post))
    const others = [...new Set(answers.map(({ account_id: by }) => by))]
    const [own, theirs] = [await publicPosts(author.accounts), await publicPosts(others)]
    expect(own).toEqual(wrote.map(({ id }) => id).sort((one, other) => one - other))
    // Who answered may be gone by now; not all of them are.
    expect(theirs.length).toBeGreaterThan(0)

    // A copy, or a correction that is only begun, takes nothing out of the public.
    const person = new Person(house.cloud, author.email)
    await person.asksAndConfirms('access')
    await person.asksAndConfirms('rectification')
    expect(await publicPosts(author.accounts)).toEqual(own)

    const held = await person.asksAndConfirms('restriction')
    expect(await publicPosts(author.accounts)).toEqual([])
    expect(await publicPosts(others)).toEqual(theirs)
    expect(await person.presses(held.link, 'restore')).toBe(200)
    expect(await publicPosts(author.accounts)).toEqual(own)

    const erasure = await person.asksAndConfirms('erasure')
    expect(await person.presses(erasure.link, 'erase-now')).toBe(200)
    // The copy goes first.
    await house.cloud.clock.advance('PT5M')
    expect((await person.sees(erasure.link)).status).toBe('erased')
    expect(await house.leftOf(author)).toEqual([])
    expect(await publicPosts(others)).toEqual(theirs)
  },
  240_000,
)

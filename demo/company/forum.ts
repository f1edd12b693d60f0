import type { Account, Post, Thread } from './company.ts'
import type { Dice } from './dice.ts'
import { isKnown } from './people.ts'

const questions = [
  'How do I share a board with another portal?',
  'Größe der Schrift in Tabellen ändern',
  'Keyboard shortcuts that nobody told you about',
  'Can two people edit one drawing?',
  'Export to CSV: which separator?',
  'What do you use drafts for?',
]

/** Threads of several people each; the people to play with open some and answer in others. */
export function inventForum({ of }: Dice, accounts: readonly Account[]) {
  const writers = accounts.filter((account) => isKnown(account.id) || of.datatype.boolean(0.35))
  const players = writers.filter(({ id }) => isKnown(id))
  const threads: Thread[] = []
  const posts: Post[] = []
  for (let n = 0; n < 90; n++) {
    const opener =
      (n < players.length * 2 ? players[n % players.length] : undefined) ?? of.helpers.arrayElement(writers)
    const opened = of.date.between({ from: opener.createdAt, to: '2025-06-01' })
    const thread: Thread = {
      id: of.string.uuid(),
      account_id: opener.id,
      title: n < questions.length ? (questions[n] ?? '') : of.company.catchPhrase(),
      tags: of.helpers.arrayElements(['boards', 'tables', 'sharing', 'mobile', 'Über uns'], { min: 1, max: 3 }),
      opened_at: opened.toISOString(),
    }
    threads.push(thread)
    const others = of.helpers.arrayElements(writers, { min: 2, max: 6 })
    const guest = n % 8 === 7 ? players[n % players.length] : undefined
    const authors = [opener, ...others, ...(guest ? [guest] : [])]
    const times = of.date.betweens({ from: opened, to: '2025-06-30', count: authors.length })
    for (const [i, author] of authors.entries()) {
      posts.push({
        id: posts.length + 1,
        account_id: author.id,
        thread_id: thread.id,
        body: of.lorem.sentences({ min: 1, max: 4 }, '\n'),
        written_at: (times[i] ?? opened).toISOString(),
        likes: of.number.int(25),
      })
    }
  }
  return { threads, posts }
}

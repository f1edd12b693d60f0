import { AlreadyOpen, Overtaken } from '../../adapters/requests.ts'

/** Each is lost only to somebody who saved something meanwhile: of one request that is rarely more than one at a time. */
const triesInAll = 4

/**
 * Work that reads, decides and saves, done anew when somebody else changed meanwhile what it had read. When the tries are used
 * up, nothing of the last decision is saved, and whoever called tries again: Step Functions, a stream and Lambda do by
 * themselves; a person is told with a 500 that nothing is lost and to try again, a program gets the 500.
 *
 * @param work that begins with reading; what it does before it saves may happen again
 * @param andOpened also when another request of the same person was opened or closed meanwhile
 * @throws what the last try threw
 */
export async function whileOvertaken<T>(work: () => Promise<T>, andOpened?: 'and opened'): Promise<T> {
  for (let left = triesInAll - 1; ; left--) {
    try {
      return await work()
    } catch (error) {
      const isOvertaken = error instanceof Overtaken || (andOpened && error instanceof AlreadyOpen)
      if (!isOvertaken || left === 0) throw error
    }
  }
}

import type { QueueLine } from './queue.ts'

/** What somebody of the company is asked to do by hand, as a line of the desk: nothing personal. */
export type TaskLine = {
  readonly id: string
  readonly reference: string
  readonly system: string
  readonly verb: 'restrict' | 'release' | 'erase' | 'erase-again' | 'export' | 'unsubscribe' | 'rectify'
  readonly asked: string
  readonly since: string
  readonly due: string
  readonly state: 'open' | 'answered' | 'cannot' | 'over'
  readonly overdue?: true
}

/** JSON of `GET /desk/tasks`. */
export type TasksView = {
  readonly at: string
  readonly whose: 'mine' | 'all'
  readonly lines: readonly TaskLine[]
  /** Where the next page begins; absent: this is the last. */
  readonly next?: string
}

/** JSON of `GET /desk/tasks/{reference}/{task}`. */
export type DeskTask = {
  readonly line: TaskLine
  readonly at: string
  readonly right: QueueLine['right']
  readonly status: string
  readonly promisedBy: string
  /** What is to be stated of, in this order; `mayKeep`: the exception of the policy by which something may be kept. */
  readonly parts: ReadonlyArray<{ readonly category: string; readonly field?: string; readonly mayKeep?: string }>
  /** Whether this role can say what was done, and whether there is somebody to look at. */
  readonly mayAnswer: boolean
  /** Colleagues to whom this role can give it. */
  readonly colleagues: ReadonlyArray<{ readonly staff: string; readonly name: string }>
  readonly mayLook: boolean
  readonly stated?: {
    readonly at: string
    readonly by: string
    /** The address behind that name. */
    readonly who?: string
    readonly outcome: 'done' | 'nothing' | 'cannot'
    readonly reason?: string
    readonly file?: string
    readonly receipts: ReadonlyArray<{
      readonly category: string
      readonly field?: string
      readonly outcome: string
      readonly count: number
    }>
  }
  /** Whose data they are: after pressing for it. */
  readonly personal?: {
    readonly address?: string
    readonly keys: Readonly<Record<string, string>>
    /** What is right, by part: of a correction. */
    readonly right: ReadonlyArray<{ readonly field: string; readonly value: string }>
  }
}

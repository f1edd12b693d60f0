import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Clock } from '../../local/clock/clock.ts'
import { isKnown } from '../company/people.ts'
import { allAccounts } from './see-dynamodb.ts'
import type { Use } from './use.ts'

/** Everybody but the people to play with signs in at least once in so long, in ms: 30 days. */
const between = 30 * 86_400_000
const aDay = 86_400_000

type Setting = {
  readonly use: Use
  readonly accounts: DynamoDBClient
  readonly clock: Clock
  /** Keeps when the last report was. */
  readonly note: string
}

/**
 * Reports use as the company's nightly batch would. First of every account, as of the day on which the company began to
 * report: its notice counts from there, so nobody is removed for the time before. Then, month by month, of those who come;
 * the people to play with come when you sign in as them. Answers how to end it.
 */
export async function everyday(setting: Setting): Promise<() => void> {
  const { clock, note } = setting
  let callOff: () => void = () => undefined
  const begun = existsSync(note) ? Number(JSON.parse(readFileSync(note, 'utf8')).at) : undefined
  const report = async (whom: (account: string) => boolean) => {
    const now = clock.now()
    // Who is restricted or erased is not seen, and so does not come.
    const seen = (await allAccounts(setting.accounts)).map(({ id }) => id)
    await setting.use.report(seen.filter(whom))
    keep(note, now)
    return now + between
  }
  const next = (at: number) => {
    callOff = clock.at(at, 'The company’s software reports who used their accounts', () => {
      clock
        .during('a report of use', () => report((account) => !isKnown(account)))
        .catch((error: Error) => {
          process.stderr.write(`application: ${error.message}; it is tried again tomorrow\n`)
          return clock.now() + aDay
        })
        .then(next)
    })
  }
  if (begun === undefined) next(await report(() => true))
  else next(Math.max(clock.now(), begun + between))
  return () => callOff()
}

function keep(note: string, at: number): void {
  mkdirSync(dirname(note), { recursive: true })
  writeFileSync(`${note}.new`, JSON.stringify({ at }))
  renameSync(`${note}.new`, note)
}

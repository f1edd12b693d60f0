import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Office, openOffice } from '../office.ts'
import { controller } from './controller.ts'
import { copies } from './copies.ts'
import { disclosure } from './disclosure.ts'
import { erasure } from './erasure.ts'
import { inactivity } from './inactivity.ts'
import { legalHold } from './legal-hold.ts'
import { Letterbox } from './letterbox.ts'
import { minors } from './minors.ts'
import { objection } from './objection.ts'
import { Printer } from './print.ts'
import { rectification } from './rectification.ts'
import { restriction } from './restriction.ts'
import { retention } from './retention.ts'
import { withdrawal } from './withdrawal.ts'

/** What a story is played on: an office of its own, every mail that is sent, the terminal, and a folder for files. */
export type Stage = {
  readonly office: Office
  readonly box: Letterbox
  readonly print: Printer
  readonly folder: string
}

export const stories = {
  erasure,
  export: copies,
  inactivity,
  restriction,
  rectification,
  objection,
  minors,
  controller,
  disclosure,
  withdrawal,
  'legal-hold': legalHold,
  retention,
} as const
export type Story = keyof typeof stories

/** The hourly watch comes once a day here, in ms: it has nothing to say in these stories, and 1,440 of it take half a minute. */
const aDay = 86_400_000
/** Ten years of daily rounds would take the better part of an hour: there they come once in thirty days. */
const restOf = (story: Story): number => (story === 'retention' ? 30 * aDay : aDay)

/**
 * Plays a story through the pages, the mails and the time it takes, on a state and ports of its own. Answers whether
 * everything was as promised. @param assembly the folder that cdk synthesized @param write takes each line
 */
export async function playTour(story: Story, assembly: string, write: (line: string) => void): Promise<boolean> {
  const print = new Printer(write)
  const started = performance.now()
  const state = mkdtempSync(join(tmpdir(), 'oblige-tour-'))
  print.heading('Papyra Office opens')
  const office = await openOffice({
    ...{ assembly, state, scheduleRestMs: restOf(story), progress: (line: string) => print.line(line) },
    peopleCome: story === 'inactivity',
  })
  const box = new Letterbox(
    () => office.cloud.mails(),
    (mail) => print.mail(mail),
  )
  try {
    const { broken } = await stories[story]({ office, box, print, folder: state })
    const seconds = Math.round((performance.now() - started) / 1000)
    print.heading(`${broken.length === 0 ? 'Everything was as promised' : 'NOT as promised'} (${seconds} s)`)
    for (const sentence of broken) print.line(`It should have been true that ${sentence}.`)
    return broken.length === 0
  } finally {
    await box.close()
    await office.stop()
    rmSync(state, { recursive: true, force: true })
  }
}

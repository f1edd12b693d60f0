import { rmSync } from 'node:fs'
import { type Office, type OfficeSetting, openOffice } from './office.ts'

/** The demo on its state folder, through every new beginning that its control page asks for. */
export type Standing = {
  /** Rejects when a new beginning failed: nothing is open then. */
  readonly broken: Promise<never>
  /** Ends what is open, after a new beginning that is under way; the state stays. */
  stop(): Promise<void>
}

/** Opens the office, and another one on an empty state at every reset; `opened` hears of each. @throws as openOffice */
export async function standing(
  setting: Omit<OfficeSetting, 'reset'>,
  opened: (office: Office) => void,
): Promise<Standing> {
  const { state, progress = () => undefined } = setting
  const { promise: broken, reject } = Promise.withResolvers<never>()
  broken.catch(() => undefined)
  let office: Office | undefined
  let anew: Promise<void> | undefined
  let stopped = false
  const open = async () => {
    office = await openOffice({ ...setting, reset })
    opened(office)
  }
  const beginAnew = async () => {
    progress('Starting anew')
    await office?.stop()
    office = undefined
    rmSync(state, { recursive: true, force: true })
    if (!stopped) await open()
  }
  /** Who asks again while one is under way gets that one. */
  function reset(): void {
    if (stopped) return
    anew ??= beginAnew()
      .catch(reject)
      .finally(() => {
        anew = undefined
      })
  }
  await open()
  return {
    broken,
    stop: async () => {
      stopped = true
      await anew
      await office?.stop()
    },
  }
}

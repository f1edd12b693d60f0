import type { Releases } from './bundle.ts'
import { type Result, run, type Setting } from './run.ts'
import { kinds } from './weather.ts'

/** Every try is a run. */
const mostTries = 40

type Found = { readonly setting: Setting; readonly result: Result }

/** A smaller run that breaks the same rule: fewer kinds of faults, fewer people, a shorter storm. */
export async function shrunk(
  setting: Setting,
  result: Result,
  releases: Releases,
): Promise<{ found: Found; tries: number }> {
  const rule = result.violation?.rule
  let found: Found = { setting, result }
  let tries = 0
  const holds = async (smaller: Setting): Promise<boolean> => {
    if (tries >= mostTries) return false
    tries++
    const next = await run(smaller, releases)
    if (next.violation?.rule !== rule) return false
    found = { setting: smaller, result: next }
    return true
  }
  for (let size = Math.ceil(setting.people.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < found.setting.people.length && found.setting.people.length > 1; ) {
      const people = found.setting.people.filter((_, n) => n < from || n >= from + size)
      if (people.length === 0 || !(await holds({ ...found.setting, people }))) from += size
    }
  }
  for (const kind of kinds) {
    const without = [...(found.setting.without ?? []), kind]
    if (found.result.weather[kind] > 0) await holds({ ...found.setting, without })
  }
  let [calm, stormy] = [0, found.setting.calmFrom ?? setting.days + 62]
  while (stormy - calm > 2) {
    const middle = Math.floor((calm + stormy) / 2)
    if (await holds({ ...found.setting, calmFrom: middle })) stormy = middle
    else calm = middle
  }
  return { found, tries }
}

import type { Sight } from '../application/sight.ts'

/** What the company's application sees of a person: all their accounts together. */
export type Seen = {
  readonly fingerprints: readonly string[]
  readonly parts: ReadonlyArray<{
    readonly system: string
    readonly what: string
    readonly records: number
    readonly refused: number
    /** How the store refused, e.g. AccessDenied. */
    readonly answer?: string
  }>
}

/** Asks the company's application, as a program. @param application its address */
export async function see(application: string, accounts: readonly string[]): Promise<Seen> {
  const sights = await Promise.all(accounts.map((account) => ask<Sight>(`${application}/accounts/${account}`)))
  const [first] = sights
  return {
    fingerprints: sights.map(({ fingerprint }) => fingerprint),
    parts: (first?.parts ?? []).map(({ system, what }, n) => {
      const same = sights.flatMap(({ parts }) => parts[n] ?? [])
      const answer = same.find(({ refused }) => refused)?.refused?.answer
      return {
        system,
        what,
        records: same.reduce((sum, { rows }) => sum + rows.length, 0),
        refused: same.reduce((sum, { refused }) => sum + (refused?.count ?? 0), 0),
        ...(answer ? { answer } : {}),
      }
    }),
  }
}

/** What the application sees of one kind of record of a person, as it stands in its stores. */
export async function rowsOf(application: string, accounts: readonly string[], what: string) {
  const sights = await Promise.all(accounts.map((account) => ask<Sight>(`${application}/accounts/${account}`)))
  return sights.flatMap(({ parts }) => parts.filter((one) => one.what === what).flatMap(({ rows }) => rows))
}

/** How many accounts the application sees in all portals. */
export const everybody = async (application: string): Promise<number> =>
  (await ask<{ accounts: number }>(`${application}/`)).accounts

async function ask<T>(url: string): Promise<T> {
  const answer = await fetch(url, { headers: { accept: 'application/json' } })
  if (!answer.ok) throw new Error(`the company's application answered ${answer.status}`)
  return (await answer.json()) as T
}

/** Where the pieces of a copy lie in its bucket. A system comes first, so that its role can be held to its own prefix. */

const four = (n: number) => String(n).padStart(4, '0')

/** Everything that one system gave for one request. */
export const systemPrefix = (system: string, reference: string) => `segments/${system}/${reference}/`

export type SeriesKeys = {
  /** Whether the series is complete, and with which slice. */
  readonly state: string
  segment(n: number): string
  /** Facts of the series up to and with slice n. */
  index(n: number): string
  /** Which names the files up to and with slice n took. */
  names(n: number): string
}

/** Keys of one system's series of slices in one round. */
export function seriesKeys(system: string, reference: string, round: number): SeriesKeys {
  const prefix = `${systemPrefix(system, reference)}${round}/`
  return {
    state: `${prefix}series.json`,
    segment: (n) => `${prefix}${four(n)}.zip`,
    index: (n) => `${prefix}${four(n)}.json`,
    names: (n) => `${prefix}${four(n)}.names`,
  }
}

export const packagesPrefix = (reference: string) => `packages/${reference}/`
export const packageKey = (reference: string, round: number) => `${packagesPrefix(reference)}${round}.zip`
/** The same, encrypted with a passphrase. */
export const protectedKey = (reference: string, round: number) => `${packagesPrefix(reference)}${round}-protected.zip`

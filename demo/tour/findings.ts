import type { Seen } from './view.ts'

/** What the tour saw against what was promised; every sentence is one that should have been true. */
export class Findings {
  readonly broken: string[] = []

  expect(sentence: string, holds: boolean): void {
    if (!holds) this.broken.push(sentence)
  }

  /** Something was there in every system before. */
  everythingThere(who: string, { parts }: Seen): void {
    for (const { what, records } of parts) this.expect(`${who} has ${what.toLowerCase()}`, records > 0)
  }

  /** The application sees nothing; what S3 lists, it refuses. */
  nothingVisible(when: string, seen: Seen, before: Seen): void {
    for (const { what, records } of seen.parts)
      this.expect(`${when}, no ${what.toLowerCase()} are visible`, records === 0)
    const files = (of: Seen) => of.parts.find(({ system }) => system === 'S3')
    this.expect(`${when}, S3 answers AccessDenied for every version`, files(seen)?.refused === files(before)?.records)
    this.expect(`${when}, S3 says AccessDenied`, files(seen)?.answer === 'AccessDenied')
  }

  nothingLeft(seen: Seen): void {
    for (const { what, records, refused } of seen.parts)
      this.expect(`no ${what.toLowerCase()} are left after the erasure`, records + refused === 0)
  }

  same(sentence: string, before: Seen, after: Seen): void {
    this.expect(sentence, before.fingerprints.join() === after.fingerprints.join())
  }
}

import { columns } from '../../bin/verify/columns.ts'
import type { Seen } from './view.ts'

const zone = 'Europe/Berlin'
const dayMs = 86_400_000

/** Writes the tour to the terminal: headings, aligned tables, mails with the day of the story. */
export class Printer {
  readonly #write: (line: string) => void
  #start: number | undefined

  constructor(write: (line: string) => void) {
    this.#write = write
  }

  /** Days are counted from here. @param now ms since the epoch */
  startAt(now: number): void {
    this.#start = now
  }

  heading(title: string): void {
    this.#write(`\n${title}\n${'─'.repeat(title.length)}`)
  }

  line(text: string): void {
    this.#write(`  ${text}`)
  }

  mail({ at, to, subject }: { at: string; to: readonly string[]; subject: string }): void {
    this.#write(`  ${this.#day(at)}  mail to ${to.join(', ').padEnd(30)}  ${subject}`)
  }

  /** What was seen at several moments, side by side. */
  table(moments: Readonly<Record<string, Seen>>): void {
    const [first] = Object.values(moments)
    const rows = (first?.parts ?? []).map(({ system, what }, n) => [
      system,
      what,
      ...Object.values(moments).map(({ parts }) => {
        const part = parts[n]
        const refused = part && part.refused > 0 ? ` (${part.refused}: ${part.answer})` : ''
        return `${part?.records ?? 0}${refused}`
      }),
    ])
    for (const line of columns([['', '', ...Object.keys(moments)], ...rows])) this.#write(line)
  }

  aligned(rows: readonly (readonly string[])[]): void {
    for (const line of columns(rows)) this.#write(line)
  }

  #day(at: string): string {
    const days = this.#start === undefined ? 0 : Math.floor((Date.parse(at) - this.#start) / dayMs)
    const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: zone })
    return `day ${String(days).padStart(2)}  ${date.format(new Date(at)).padEnd(18)}`
  }
}

export type Line = { readonly name: string; readonly value: string; readonly link?: string }
export type Group = { readonly group: string; readonly lines: readonly Line[] }
/** One name and how much there is of each of two things, each with its word. */
export type Bar = { readonly name: string; readonly values: ReadonlyArray<readonly [number, string]> }

/** What a letter is made of; written once, laid out as plain text and as HTML. */
export type Block =
  | { readonly heading: string }
  /** `language` (ISO 639-1): where it is another than the letter's. */
  | { readonly paragraph: string; readonly language?: string }
  | { readonly list: readonly string[] }
  /** What is so, group by group and line by line: a name and what holds for it. */
  | { readonly facts: readonly Group[] }
  /** How much there was, name by name. */
  | { readonly chart: string; readonly bars: readonly Bar[] }
  | { readonly button: string; readonly link: string }
  /** To be typed somewhere else. */
  | { readonly code: string }
  /** At the end, set apart. */
  | { readonly small: string }

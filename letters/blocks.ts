export type Group = {
  readonly group: string
  readonly lines: ReadonlyArray<{ readonly name: string; readonly value: string }>
}

/** What a letter is made of; written once, laid out as plain text and as HTML. */
export type Block =
  | { readonly heading: string }
  | { readonly paragraph: string }
  | { readonly list: readonly string[] }
  /** What is so, group by group and line by line: a name and what holds for it. */
  | { readonly facts: readonly Group[] }
  | { readonly button: string; readonly link: string }
  /** To be typed somewhere else. */
  | { readonly code: string }
  /** At the end, set apart. */
  | { readonly small: string }

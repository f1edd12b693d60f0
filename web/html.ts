/** Markup that is safe to send: only `html` makes it, and `html` escapes every value that is not markup itself. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }

  toString(): string {
    return this.markup
  }
}

export type Value = Html | string | number | undefined | false | readonly Value[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

/** Text as it may stand in content and in quoted attributes. */
export const escaped = (value: string): string => value.replace(/[&<>"'`]/g, (sign) => entities[sign] ?? sign)

function markupOf(value: Value): string {
  if (value === undefined || value === false) return ''
  if (value instanceof Html) return value.markup
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value))
  return value.map(markupOf).join('')
}

/** A template of markup: values are escaped, lists are joined, `undefined` and `false` are nothing. Quote attributes. */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html =>
  new Html(parts.reduce((page, part, i) => page + markupOf(values[i - 1]) + part))

/** Fields of a form that nobody fills in. */
export const hidden = (values: Readonly<Record<string, string>>): Value =>
  Object.entries(values).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)

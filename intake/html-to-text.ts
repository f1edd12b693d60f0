/** What a person sees of an HTML mail, as plain text. Linear in its length, builds no tree, runs nothing. */

/** Elements whose content nobody sees. */
const unseen = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'svg', 'object', 'iframe'])
const lines = new Set(
  'p,div,br,tr,li,ul,ol,table,h1,h2,h3,h4,h5,h6,section,article,header,footer,blockquote,pre,hr,dd,dt,body'.split(','),
)
/** Blocks that end a sentence, so that a heading does not run into the text below it. */
const paragraphs = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'table', 'hr'])
/** Editors indent by quoting without a border. */
const indenting = /border(?:-left)?\s*:\s*(?:none|0)/i
const hidden = /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt)?\s*[;"']|mso-hide\s*:\s*all/i

/** A map: a mail may name what every object has, such as `&valueOf;`. */
const named: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    zwnj: '',
    zwj: '',
    shy: '',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    laquo: '«',
    raquo: '»',
    bdquo: '„',
    ldquo: '“',
    rdquo: '”',
    lsquo: '‘',
    rsquo: '’',
    szlig: 'ß',
    oslash: 'ø',
    Oslash: 'Ø',
    aelig: 'æ',
    AElig: 'Æ',
    oelig: 'œ',
    eth: 'ð',
    thorn: 'þ',
    iexcl: '¡',
    iquest: '¿',
    sect: '§',
    euro: '€',
    deg: '°',
  }),
)
/** `&eacute;` is e and an accent: letters with marks need no table. */
const marks: ReadonlyMap<string, string> = new Map(
  Object.entries({
    acute: '\u0301',
    grave: '\u0300',
    circ: '\u0302',
    uml: '\u0308',
    tilde: '\u0303',
    cedil: '\u0327',
    ring: '\u030a',
    caron: '\u030c',
  }),
)

/** Text of an HTML body; what a program marked as quoted gets `> ` before each line, like in plain text. */
export function textOf(html: string): string {
  const { text, open } = seen(html, true)
  // An element that hides its content and never ends would swallow the letter: HTML lets a browser guess, so do we.
  return open ? seen(html, false).text : text
}

function seen(html: string, hide: boolean): { text: string; open: boolean } {
  const out: string[] = []
  /** For each open blockquote whether it quotes. */
  const quotes: boolean[] = []
  let skip: { name: string; depth: number } | undefined
  let kept = 0
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    const text = html.slice(at, open < 0 ? html.length : open)
    if (!skip && text) out.push(decoded(kept > 0 ? text : text.replace(/ \s+|[^\S ]\s*/g, ' ')))
    if (open < 0) break
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4)
      at = end < 0 ? html.length : end + 3
      continue
    }
    const close = html.indexOf('>', open + 1)
    const tag = html.slice(open + 1, close < 0 ? html.length : close)
    at = close < 0 ? html.length : close + 1
    const name = /^\/?([a-z][a-z0-9]*)/i.exec(tag)?.[1]?.toLowerCase()
    // `<` that opens no tag is a character: "a < b", or "<name@example.org>" written carelessly.
    if (!name || (tag.includes('@') && /^[^\s"'=<]{1,64}@[^\s"'=<]+$/.test(tag))) {
      if (!skip && !/^[!?/]/.test(tag)) out.push(decoded(`<${tag}${close < 0 ? '' : '>'}`))
      continue
    }
    const ends = tag.startsWith('/')
    if (skip) {
      if (name === skip.name && !tag.endsWith('/')) skip.depth += ends ? -1 : 1
      if (skip.depth === 0 || (name === 'body' && skip.name !== 'body')) skip = undefined
      continue
    }
    if (!ends && !tag.endsWith('/') && hides(name, tag, hide)) {
      skip = { name, depth: 1 }
      continue
    }
    if (name === 'pre') kept = Math.max(0, kept + (ends ? -1 : 1))
    if (name === 'blockquote') {
      if (!ends) quotes.push(!indenting.test(tag))
      else quotes.pop()
    }
    if (lines.has(name)) out.push(`\n${paragraphs.has(name) ? '\n' : ''}${quotes.includes(true) ? '> ' : ''}`)
    else if (name === 'td' || name === 'th') out.push(' ')
  }
  return {
    text: out
      .join('')
      .replace(/ \s+|[^\S ]\s*/g, spacing)
      .trim(),
    open: skip !== undefined,
  }
}

function hides(name: string, tag: string, hide: boolean): boolean {
  if (name === 'script' || name === 'style') return true
  return hide && (unseen.has(name) || (lines.has(name) && name !== 'br' && tag.includes(':') && hidden.test(tag)))
}

/** A run of white space that is more than one space as one space or at most one empty line: in one pass, however long the run. */
function spacing(run: string): string {
  const breaks = run.split('\n').length - 1
  return breaks === 0 ? ' ' : '\n'.repeat(Math.min(breaks, 2))
}

/** Character references, numeric ones within Unicode only. */
function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));?/gi, (whole, decimal, hexadecimal, name) => {
    if (name) return named.get(name) ?? withMark(name) ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16)
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ''
  })
}

function withMark(name: string): string | undefined {
  const mark = marks.get(name.slice(1))
  return mark ? `${name[0]}${mark}`.normalize('NFC') : undefined
}

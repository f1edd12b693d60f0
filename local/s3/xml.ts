/** An element's content: text, elements by name in their order, or one element several times. */
type Xml = string | number | boolean | undefined | XmlElements | readonly Xml[]
export type XmlElements = { readonly [name: string]: Xml }

/** An element that was read. */
export type Element = { readonly name: string; readonly children: readonly Element[]; readonly text: string }

const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/'

/** An XML document with one root element, in S3's namespace unless it is an error. */
export function document(root: string, content: XmlElements): Buffer {
  const attribute = root === 'Error' ? '' : ` xmlns="${namespace}"`
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<${root}${attribute}>${inside(content)}</${root}>`)
}

function inside(content: Xml): string {
  if (content === undefined) return ''
  if (typeof content !== 'object') return escaped(String(content))
  return Object.entries(content)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one: Xml) => [name, one] as const))
    .map(([name, value]) => (value === undefined ? '' : `<${name}>${inside(value)}</${name}>`))
    .join('')
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (character) => escapes[character] ?? '').replace(/\p{Cc}/gu, (c) => `&#${c.codePointAt(0)};`)

const piece = /<\?[^>]*\?>|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy

/** Reads a document of elements and text, as S3's callers send. Undefined when it is not well-formed. */
export function read(body: Buffer): Element | undefined {
  const source = body.toString('utf8')
  const top = { name: '', children: [] as Element[], text: '' }
  const open = [top]
  piece.lastIndex = 0
  for (let end = 0; end < source.length; end = piece.lastIndex) {
    const found = piece.exec(source)
    const inner = open.at(-1)
    if (!found || !inner) return undefined
    const [, closing, name, , empty, text] = found
    if (text !== undefined) inner.text += unescaped(text)
    if (name === undefined) continue
    if (closing) {
      if (open.length < 2 || open.pop()?.name !== name) return undefined
    } else {
      const element = { name, children: [], text: '' }
      inner.children.push(element)
      if (!empty) open.push(element)
    }
  }
  const [root] = top.children
  return open.length === 1 && top.children.length === 1 && top.text.trim() === '' ? root : undefined
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescaped = (text: string) =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) return entities[name] ?? whole
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })

/** Text of the first child with this name. */
export const textOf = (element: Element, name: string): string | undefined =>
  element.children.find((child) => child.name === name)?.text

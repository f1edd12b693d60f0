import { wordingOfPackage } from '../../policy/wording/package.ts'
import { moment } from '../../policy/wording/wording.ts'
import { html, type Value } from '../../web/html.ts'
import type { PackageFacts } from '../facts.ts'
import type { Json, Row } from '../plain.ts'
import type { Source } from '../series.ts'
import { size } from './in-words.ts'

/** Characters of a value that are shown, and files of records that are named. */
const [longest, mostNamed] = [300, 20]
/** A part with so many rows or fewer is open from the beginning. */
const open = 10

/** The first records of a source as a table, and where all of them are. @param budget bytes of records to show */
export function shownSource(source: Source, system: string, facts: PackageFacts, budget: number): Value {
  const { index: words, records, files } = wordingOfPackage(facts.language)
  const rows = within(source.preview, budget)
  const isFiles = source.kind === 'files'
  const name = isFiles ? files(source.records) : `${source.name}: ${records(source.records)}`
  const [table, shortened] = isFiles ? [filesOf(rows, facts), false] : rowsOf(rows, facts)
  return html`<details${rows.length <= open && html` open`}>
<summary>${name}</summary>
<p>${rows.length === source.records ? words.all : words.part(rows.length, source.records)}${shortened && ` ${words.shortened}`} ${words.whole}</p>
${named(source, facts)}
<div class="wide" role="region" tabindex="0" aria-label="${words.tableOf(`${system}, ${source.category}, ${source.name}`)}">${table}</div>
</details>`
}

function within(rows: readonly Row[], budget: number): readonly Row[] {
  let used = 0
  const end = rows.findIndex((row) => {
    used += JSON.stringify(row).length
    return used > budget
  })
  return end < 0 ? rows : rows.slice(0, end)
}

/** Links to the files that hold all of it. */
function named({ folder, name, tables }: Source, { language }: PackageFacts): Value {
  const { index: words } = wordingOfPackage(language)
  const shown = Array.from(
    { length: Math.min(tables, mostNamed) },
    (_, n) => `${name}-${String(n + 1).padStart(4, '0')}`,
  )
  const link = (file: string) => html`<a href="${address(`${folder}/${file}`)}">${file}</a>`
  return html`<ul>${shown.map((one) => html`<li>${link(`${one}.csv`)}, ${link(`${one}.jsonl`)}</li>`)}${tables > shown.length && html`<li>${words.more(tables - shown.length, folder)}</li>`}</ul>`
}

/** A path of the package as a link from its first folder. */
const address = (path: string) => path.split('/').map(encodeURIComponent).join('/')

function rowsOf(rows: readonly Row[], { language }: PackageFacts): readonly [Value, boolean] {
  const { index: words } = wordingOfPackage(language)
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  let shortened = false
  const cell = (value: Json | undefined): Value => {
    if (value === undefined) return html`<td></td>`
    const text = readable(value, words)
    if (text === '') return html`<td class="none">${words.empty}</td>`
    if (text.length <= longest) return html`<td>${text}</td>`
    shortened = true
    return html`<td>${text.slice(0, longest).toWellFormed()}…</td>`
  }
  const body = rows.map(
    (row) => html`<tr>${columns.map((name) => cell(Object.hasOwn(row, name) ? row[name] : undefined))}</tr>\n`,
  )
  return [table(columns, body), shortened]
}

function filesOf(rows: readonly Row[], { language, policy }: PackageFacts): Value {
  const { index: words } = wordingOfPackage(language)
  const body = rows.map((row) => {
    const [file, name, bytes, modified] = [String(row.file), String(row.name), Number(row.bytes), String(row.modified)]
    return html`<tr><td><a href="${address(file)}">${name}</a></td><td>${moment(modified, language, policy)}</td><td>${size(bytes, language)}</td><td>${row.current === true ? words.current : words.versions}</td></tr>\n`
  })
  return table(Object.values(words.columns), body)
}

const table = (columns: readonly string[], body: readonly Value[]): Value => html`<table>
<thead><tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${body}</tbody>
</table>`

/** A value as people read it: structures by their parts. */
function readable(value: Json, words: { readonly yes: string; readonly no: string }): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return value.map((one: Json) => readable(one, words)).join('\n')
  return Object.entries(value)
    .map(([name, one]) => `${name}: ${readable(one, words)}`)
    .join('\n')
}

import { createHash } from 'node:crypto'
import type { Language } from '../../policy/schema.ts'
import { Html, html, type Value } from '../../web/html.ts'
import { search } from './search.ts'
import { style } from './style.ts'

const hashed = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
/** The page asks nobody for anything, and runs nothing but its own search: what people wrote cannot become a script. */
const security = `default-src 'none'; style-src ${hashed(style)}; script-src ${hashed(search)}; base-uri 'none'; form-action 'none'`

/** A page that opens from a folder: one file, complete. */
export function page(language: Language, title: string, skip: string, content: Value): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${security}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body>
<a class="skip" href="#main">${skip}</a>
${content}
<script>${new Html(search)}</script>
</body>
</html>
`.toString()
}

import type { Language } from '../policy/schema.ts'
import type { Bar, Block, Group } from './blocks.ts'

/**
 * A letter as HTML for mail programs: tables and inline styles, because many of them drop style sheets and know no
 * other layout; nothing is loaded from anywhere. The one style sheet only adds what a dark screen needs.
 */
export function styled(blocks: readonly Block[], title: string, from: string, language: Language): string {
  const first = blocks.find((block) => 'paragraph' in block)
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(title)}</title>
<style>
@media (prefers-color-scheme: dark) {
  .paper { background: #121915 !important; }
  .sheet { background: #1b241f !important; color: #eceae2 !important; }
  .soft { color: #b1b9b2 !important; border-color: #3c4840 !important; }
  .line { border-color: #3c4840 !important; }
  .brand { color: #93d5ab !important; }
  .button { background: #93d5ab !important; color: #0c1f14 !important; }
${blocks.some((block) => 'chart' in block) ? barsInTheDark : ''}}
</style>
</head>
<body class="paper" style="margin:0;padding:0;background:#f4f2ec">
<div style="display:none;max-height:0;overflow:hidden">${first ? escaped(first.paragraph) : ''}</div>
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" style="background:#f4f2ec">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" class="sheet" width="600" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px;background:#fffefa;color:#1b211d;border-radius:14px;font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:17px;line-height:1.55">
<tr><td style="padding:28px 32px 32px;overflow-wrap:anywhere">
<p class="brand" style="margin:0 0 24px;color:#14532d;font-size:15px;font-weight:600">${escaped(from)}</p>
${blocks.map(laidOut).join('\n')}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`
}

function laidOut(block: Block): string {
  if ('heading' in block)
    return `<h1 style="margin:0 0 20px;font-family:'Iowan Old Style','Palatino Linotype',Palatino,Georgia,serif;font-size:27px;line-height:1.25;font-weight:600">${escaped(block.heading)}</h1>`
  if ('list' in block)
    return `<ul style="margin:0 0 18px;padding-left:22px">${block.list.map((line) => `<li style="margin:0 0 6px">${escaped(line)}</li>`).join('')}</ul>`
  if ('facts' in block)
    return `<table width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 22px;border-collapse:collapse;font-size:16px">${block.facts.map(group).join('')}</table>`
  if ('chart' in block)
    return `<p style="margin:0 0 8px">${escaped(block.chart)}:</p>
<table width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 22px;border-collapse:collapse;font-size:15px">${chart(block.bars)}</table>`
  if ('button' in block)
    return `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:26px 0"><tr><td class="button" style="background:#14532d;border-radius:8px"><a class="button" href="${escaped(block.link)}" style="display:inline-block;padding:14px 24px;background:#14532d;color:#fffefa;border-radius:8px;font-weight:600;text-decoration:none">${escaped(block.button)}</a></td></tr></table>`
  if ('code' in block)
    return `<p class="soft" style="margin:0 0 18px;padding:14px 18px;border:1px solid #d3cfc2;border-radius:8px;font-family:ui-monospace,Menlo,Consolas,monospace;font-size:26px;letter-spacing:2px;color:#1b211d">${escaped(block.code)}</p>`
  if ('small' in block)
    return `<p class="soft" style="margin:28px 0 0;padding-top:16px;border-top:1px solid #d3cfc2;font-size:14px;color:#4f5851">${escaped(block.small)}</p>`
  const language = block.language === undefined ? '' : ` lang="${escaped(block.language)}"`
  return `<p${language} style="margin:0 0 16px">${escaped(block.paragraph)}</p>`
}

const cell = 'padding:9px 0;border-bottom:1px solid #d3cfc2;text-align:left;vertical-align:top;font-weight:400'

const group = ({ group, lines }: Group): string =>
  `<tr><th class="line" colspan="2" scope="rowgroup" style="${cell};padding-top:16px;font-weight:600">${escaped(group)}</th></tr>${lines
    .map(
      ({ name, value, link }) =>
        `<tr><th class="line" scope="row" width="55%" style="${cell};padding-right:16px">${link ? `<a class="brand" href="${escaped(link)}" style="color:#14532d">${escaped(name)}</a>` : escaped(name)}</th><td class="line" style="${cell}">${escaped(value)}</td></tr>`,
    )
    .join('')}`

/** Bars as cells of tables: mail programs show neither SVG nor pictures that come along. The number stands beside each. */
function chart(bars: readonly Bar[]): string {
  const most = Math.max(1, ...bars.flatMap(({ values }) => values.map(([n]) => n)))
  return bars
    .map(({ name, values }) => {
      const drawn = values.map(([n, word], i) => bar(Math.round((60 * n) / most), i, `${n} ${word}`)).join('')
      return `<tr><th class="line" scope="row" width="35%" style="${cell};padding-right:16px">${escaped(name)}</th><td class="line" style="${cell}">${drawn}</td></tr>`
    })
    .join('')
}

const barsInTheDark = `  .bar0 { background: #93d5ab !important; }
  .bar1 { background: #e9b872 !important; }
`
const colours = ['#14532d', '#b45309'] as const

/** @param width percent of what there is */
function bar(width: number, nth: number, said: string): string {
  const colour = colours[nth % colours.length]
  const drawn =
    width === 0
      ? ''
      : `<td width="${width}%" style="padding:4px 8px 4px 0"><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td class="bar${nth % colours.length}" bgcolor="${colour}" style="height:12px;background:${colour};font-size:1px;line-height:12px"></td></tr></table></td>`
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr>${drawn}<td style="white-space:nowrap">${escaped(said)}</td></tr></table>`
}

const escaped = (value: string): string => value.replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`)

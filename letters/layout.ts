import type { Language } from '../policy/schema.ts'

/** What a letter is made of; written once, laid out as text and as HTML. */
export type Block =
  | { readonly paragraph: string }
  | { readonly small: string }
  | { readonly list: readonly string[] }
  | { readonly button: string; readonly link: string }

const escaped = (value: string): string =>
  value.replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c] ?? c)

/** Plain text, complete by itself. */
export function text(blocks: readonly Block[]): string {
  return `${blocks
    .map((block) => {
      if ('list' in block) return block.list.map((line) => `- ${line}`).join('\n')
      if ('button' in block) return `${block.button}:\n${block.link}`
      return 'small' in block ? `--\n${block.small}` : block.paragraph
    })
    .join('\n\n')}\n`
}

/** HTML with inline styles, because mail programs drop style sheets. */
export function html(blocks: readonly Block[], title: string, language: Language): string {
  const body = blocks
    .map((block) => {
      if ('list' in block)
        return `<ul style="margin:0 0 20px;padding-left:22px">${block.list.map((line) => `<li style="margin:0 0 6px">${escaped(line)}</li>`).join('')}</ul>`
      if ('button' in block) {
        return `<p style="margin:28px 0"><a href="${escaped(block.link)}" style="display:inline-block;background:#14532d;color:#ffffff;text-decoration:none;font-weight:600;padding:14px 22px;border-radius:8px">${escaped(block.button)}</a></p>`
      }
      if ('small' in block)
        return `<p style="margin:32px 0 0;padding-top:16px;border-top:1px solid #8a8f8b;font-size:13px;color:#555c57">${escaped(block.small)}</p>`
      return `<p style="margin:0 0 16px">${escaped(block.paragraph)}</p>`
    })
    .join('\n')
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title></head>
<body style="margin:0;padding:24px;background:#f4f2ec">
<div style="max-width:600px;margin:0 auto;background:#ffffff;color:#1c211e;padding:32px;border-radius:12px;font:17px/1.55 system-ui,-apple-system,'Segoe UI',sans-serif">
${body}
</div></body></html>
`
}

import type { Policy } from '../policy/schema.ts'
import { type FirewallWording, firewallWordingOf } from '../policy/wording/firewall.ts'
import { html } from './html.ts'

/** What the firewall shows instead of a page: nothing of the site's, because whoever sees it may load nothing more. */
export function firewallPage(what: keyof FirewallWording, { company, languages }: Policy): string {
  const [first = 'en'] = languages
  return html`<!doctype html>
<html lang="${first}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${company.name}</title>
</head>
<body>
<main>
<h1>${company.name}</h1>
${languages.map((one) => html`<p lang="${one}">${firewallWordingOf(one)[what]}</p>`)}
</main>
</body>
</html>
`.toString()
}

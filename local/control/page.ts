import type { WakeUp } from '../clock/clock.ts'
import type { ExecutionView } from '../stepfunctions/machines.ts'

export type Shown = {
  readonly now: string
  /** Where the clock is on its way to. */
  readonly heading: string | undefined
  readonly wakeUps: readonly WakeUp[]
  readonly executions: readonly ExecutionView[]
  readonly mails: ReadonlyArray<{ readonly at: string; readonly to: readonly string[]; readonly subject: string }>
  readonly deadLetters: number
  readonly denied: number
  readonly site: string
  readonly inbox: string
  readonly canReset: boolean
  /** What the last button could not do. */
  readonly problem: string | undefined
}

/** Real seconds after which the page looks for the new cloud by itself: about what filling the stores takes. */
const lookAgainSeconds = 20

/** What is shown while everything is forgotten and filled anew: this server is gone meanwhile. */
export const beginningAnew = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${lookAgainSeconds}; url=/">
<title>Local cloud: starting anew</title>
</head>
<body>
<h1>Starting anew</h1>
<p>Everything is forgotten and filled again, which takes about ${lookAgainSeconds} seconds. Then this page goes on to <a href="/">the new clock</a>; if it finds nothing yet, load it again.</p>
</body>
</html>
`

/** The page of the local cloud: its clock with buttons, executions and mails. Works without JavaScript. */
export function page(shown: Shown): string {
  const { now, heading, wakeUps, executions, mails, deadLetters, denied, site, inbox, canReset, problem } = shown
  const sleeping = wakeUps.filter(({ label }) => !label.startsWith('schedule '))
  const next = sleeping[0]
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Local cloud: ${day(now)}</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><h1>Local cloud</h1>
<nav aria-label="Elsewhere"><a href="${escaped(site)}/">Site</a> <a href="${escaped(inbox)}/">Inbox</a></nav></header>
<main>
${problem ? `<p role="alert">${escaped(problem)}</p>` : ''}
<section aria-labelledby="clock"><h2 id="clock">Clock</h2>
<p class="now">${instant(now)}</p>
${heading ? onTheWay(heading) : buttons(next)}
</section>
${table(
  'Executions',
  ['Name', 'Machine', 'Status', 'Where it stands', 'Wakes up'],
  executions
    .toReversed()
    .map((one) => [
      escaped(one.name),
      escaped(one.machine),
      one.status.toLowerCase(),
      one.current.length > 0 ? one.current.map(escaped).join(', ') : escaped(one.error ?? ''),
      wakeUp(one, wakeUps),
    ]),
  'No state machine has been started yet.',
)}
${table(
  'Mails',
  ['Sent', 'To', 'Subject'],
  mails.toReversed().map(({ at, to, subject }) => [instant(at), escaped(to.join(', ')), escaped(subject)]),
  'No mail has been sent yet.',
)}
<section aria-labelledby="more"><h2 id="more">More</h2>
<ul>
<li><a href="/dead-letters">Dead letters</a>: ${deadLetters}</li>
<li><a href="/denied">Calls that IAM refused</a>: ${denied}</li>
<li><a href="/permissions">Permissions, used and unused</a></li>
<li><a href="/metrics">Metrics</a></li>
</ul>
${canReset ? '<form method="post" action="/reset"><button class="grave">Forget everything and start anew</button></form>' : ''}
</section>
</main>
</body>
</html>
`
}

const onTheWay = (heading: string): string =>
  `<p role="status">On the way to ${instant(heading)}. All that is due before then happens first. <a href="/">Look again</a></p>`

const buttons = (next: WakeUp | undefined): string => `<div class="buttons">
${button('One day on', 'P1D')}
${button('One week on', 'P1W')}
${button('60 days on', 'P60D')}
${next ? button(`To the next wake-up (${day(next.at)} ${time(next.at)})`, next.at) : ''}
</div>
<form method="post" action="/clock/advance"><label for="to">Go to an instant, or on by a duration</label>
<input id="to" name="to" required placeholder="P1DT2H" autocomplete="off" spellcheck="false"> <button>Go</button></form>`

const button = (what: string, to: string): string =>
  `<form method="post" action="/clock/advance"><input type="hidden" name="to" value="${escaped(to)}"><button>${escaped(what)}</button></form>`

function table(
  title: string,
  columns: readonly string[],
  rows: ReadonlyArray<readonly string[]>,
  none: string,
): string {
  const id = title.toLowerCase()
  const head = columns.map((column) => `<th scope="col">${column}</th>`).join('')
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')
  const content =
    rows.length === 0
      ? `<p>${none}</p>`
      : `<div class="wide" tabindex="0" role="region" aria-label="Table: ${title.toLowerCase()}"><table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`
  return `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>\n${content}\n</section>`
}

function wakeUp({ name, status }: ExecutionView, wakeUps: readonly WakeUp[]): string {
  const own = status === 'RUNNING' ? wakeUps.find(({ label }) => label.startsWith(`${name}: `)) : undefined
  return own ? instant(own.at) : ''
}

const instant = (at: string): string => `<time datetime="${escaped(at)}">${day(at)} ${time(at)}</time>`
const time = (at: string): string => escaped(`${at.slice(11, 16)} UTC`)
const day = (at: string): string => escaped(at.slice(0, 10))

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

export const style = `:root { color-scheme: light dark; --line: #8886; --ink: light-dark(#1a1a2e, #ececf4); --ground: light-dark(#fff, #16161f); --key: light-dark(#1f4fbf, #9dbcff) }
* { box-sizing: border-box }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground) }
header, main { max-width: 70rem; margin: 0 auto; padding: 1rem 1.25rem }
header { display: flex; flex-wrap: wrap; gap: 1rem; align-items: baseline; justify-content: space-between }
h1 { font-size: 1.4rem; margin: 0 }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem }
a { color: var(--key) }
nav a { margin-left: 1rem }
.now { font-size: 2rem; font-variant-numeric: tabular-nums; margin: .25rem 0 1rem }
.buttons { display: flex; flex-wrap: wrap; gap: .5rem; margin-bottom: 1rem }
button, input { font: inherit; color: inherit; padding: .45rem .9rem; border: 1px solid var(--line); border-radius: .4rem; background: transparent }
button { cursor: pointer; border-color: var(--key); color: var(--key) }
button.grave { border-color: currentcolor; color: light-dark(#a3161f, #ff9a9f) }
:focus-visible { outline: 3px solid var(--key); outline-offset: 2px }
label { display: block }
.wide { overflow-x: auto }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); vertical-align: top }
[role=alert] { padding: .75rem 1rem; border-left: .3rem solid light-dark(#a3161f, #ff9a9f) }
`

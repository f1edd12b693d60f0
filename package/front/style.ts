/** The pages' style: paper, ink and one green, as the privacy centre's; by the reader's own text size, light and dark. */
export const style = `
:root {
  --paper: #f4f2ec; --sheet: #fffefa; --ink: #1b211d; --soft: #4f5851; --line: #d3cfc2; --green: #14532d; --tint: #dfe9dc;
  --amber: #8a4b08; --focus: #b45309;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, Georgia, serif;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #121915; --sheet: #1b241f; --ink: #eceae2; --soft: #b1b9b2; --line: #3c4840; --green: #93d5ab;
    --tint: #23382b; --amber: #f0bd7a; --focus: #fbbf24;
  }
}
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html { font-size: 106.25%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink); line-height: 1.55; overflow-wrap: anywhere;
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
header, main, footer { max-width: 60rem; margin-inline: auto; padding-inline: 1.25rem; }
header { padding-block: 2.5rem 0.5rem; }
main { padding-block: 0.5rem 2rem; }
footer { padding-block: 1rem 3rem; border-top: 1px solid var(--line); color: var(--soft); }
h1, h2, h3 { font-family: var(--serif); line-height: 1.2; text-wrap: balance; }
h1 { font-size: 2.1rem; margin: 0 0 0.5rem; }
h2 { font-size: 1.45rem; margin: 2.5rem 0 0.5rem; }
h3 { font-size: 1.1rem; margin: 1.75rem 0 0.25rem; }
a { color: var(--green); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -100vw; background: var(--sheet); padding: 0.5rem 1rem; }
.skip:focus { left: 1rem; top: 1rem; z-index: 1; }
.company { color: var(--soft); margin: 0 0 0.25rem; }
.facts { display: flex; flex-wrap: wrap; gap: 0.25rem 2rem; margin: 1rem 0; }
.facts div { display: flex; gap: 0.5rem; }
dt { color: var(--soft); }
dd { margin: 0; }
.note { border-inline-start: 4px solid var(--amber); background: var(--sheet); padding: 0.75rem 1rem; margin: 1.5rem 0; }
.note h2 { font-size: 1.1rem; margin: 0 0 0.25rem; }
.note ul { margin: 0.25rem 0; padding-inline-start: 1.25rem; }
.find { position: sticky; top: 0; background: var(--paper); padding-block: 0.75rem; margin-top: 1rem; z-index: 1; }
.find label { display: block; font-weight: 600; margin-bottom: 0.25rem; }
.find input {
  width: 100%; font: inherit; color: inherit; background: var(--sheet); border: 1px solid var(--soft);
  border-radius: 4px; padding: 0.6rem 0.75rem;
}
.find p { margin: 0.25rem 0 0; min-height: 1.5em; color: var(--soft); }
.held { list-style: none; padding: 0; margin: 0.5rem 0; }
.held li { background: var(--sheet); border: 1px solid var(--line); border-radius: 6px; padding: 0.7rem 1rem; margin: 0.5rem 0; }
.held .what { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.1rem 1.5rem; }
.held svg { display: block; width: 100%; margin-top: 0.4rem; }
.held .bar { height: 0.55rem; }
.held .strip { height: 0.8rem; }
.track { fill: var(--tint); }
.filled { fill: var(--green); }
.held .months { display: flex; justify-content: space-between; font-size: 0.85rem; color: var(--soft); }
.where { color: var(--soft); }
details { background: var(--sheet); border: 1px solid var(--line); border-radius: 6px; margin: 0.75rem 0; }
summary { cursor: pointer; padding: 0.7rem 1rem; font-weight: 600; }
details > p, details > ul { margin: 0.25rem 1rem 0.75rem; }
details > ul { padding-inline-start: 1.25rem; }
.wide { overflow-x: auto; border-top: 1px solid var(--line); }
table { border-collapse: collapse; width: 100%; font-size: 0.92rem; }
th, td { text-align: start; vertical-align: top; padding: 0.4rem 1rem; border-bottom: 1px solid var(--line); overflow-wrap: normal; }
td { max-width: 28rem; min-width: 9rem; overflow-wrap: break-word; white-space: pre-line; }
th { font-weight: 600; color: var(--soft); white-space: nowrap; }
tr:last-child > td { border-bottom: 0; }
.none { color: var(--soft); }
@media print { .find, .skip { display: none; } details { break-inside: avoid; } }
`

import { html } from '../../web/html.ts'

type SignIn = {
  readonly action?: string
  /** Whoever can sign in, with what their phone shows now. */
  readonly people?: ReadonlyArray<{ readonly email: string; readonly code?: string | undefined }>
  readonly problem?: string
}

/** The page of the demo company's provider. What is on everybody's phone stands beside it: nobody has to scan a code to try it. */
export const page = ({ action, people = [], problem }: SignIn): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in – Papyra Office</title>
<style>
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 2rem auto; padding: 0 1rem; }
label { display: block; margin-top: 1rem; }
input, button { font: inherit; padding: 0.4rem; width: 100%; box-sizing: border-box; }
button { margin-top: 1rem; }
code { font-size: 1.1em; }
[role="alert"] { border-left: 4px solid; padding-left: 0.8rem; }
</style>
</head>
<body>
<main>
<h1>Papyra Office: sign in</h1>
${problem !== undefined && html`<p role="alert">${problem}</p>`}
${
  action !== undefined &&
  html`<form action="${action}" method="post">
<label for="email">E-mail address</label><input id="email" name="email" type="email" autocomplete="username" required>
<label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required>
<label for="code">Code of your authenticator app</label><input id="code" name="code" inputmode="numeric" autocomplete="one-time-code">
<button>Sign in</button>
</form>
<h2>Demo: what everybody’s phone shows now</h2>
<p>The password is <code>demo</code>.</p>
<ul>${people.map(({ email, code }) => html`<li>${email}: ${code === undefined ? 'no phone' : html`<code>${code}</code>`}</li>`)}</ul>`
}
</main>
</body>
</html>
`.toString()

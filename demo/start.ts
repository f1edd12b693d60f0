/** `npm start`: Oblige and a demo company on this machine. `--fresh` begins anew, `--tour` plays a whole story, `--week` fills the desk. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ada, ben } from './company/known.ts'
import type { Office } from './office.ts'
import policy from './policy.ts'
import { busyPort, missing } from './requirements.ts'
import { standing } from './standing.ts'
import { synthesize } from './synthesize.ts'
import { playTour, type Story, stories } from './tour/tour.ts'
import { fillWeek } from './week/week.ts'

const usage = `npm start                opens the demo on this machine; its state stays in .oblige/
npm start -- --fresh     the same, from an empty state
npm start -- --week      the same, from an empty state, with four weeks of requests waiting on the desk
npm start -- --tour      plays requests from the form to the certificate, 60 days in a minute
npm start -- --tour export   plays a copy of somebody's data, from the form to the file
npm start -- --tour inactivity   plays accounts that nobody uses, 240 days in a minute
npm start -- --tour NAME      plays another: restriction, rectification, objection, minors, disclosure, controller,
                              withdrawal, legal-hold, or retention`

const house = join(import.meta.dirname, '..')
const assembly = join(house, 'cdk.out')
const state = join(house, '.oblige')
const ports = { site: 4510, application: 4511, inbox: 4512, control: 4513, gateway: 4514, database: 4515, smtp: 4516 }

async function main(): Promise<number> {
  let options: ReturnType<typeof optionsOf>
  try {
    options = optionsOf()
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : 'Wrong options.'}\n\n${usage}`)
    return 2
  }
  if (options.help) {
    console.log(usage)
    return 0
  }
  const problem = missing()
  if (problem) return refuse(problem)
  try {
    if (options.tour) return await tour(options.story)
    const busy = await busyPort(Object.values(ports))
    if (busy !== undefined)
      return refuse(
        `Port ${busy} is taken by another program: perhaps the demo is already running. Stop that one first.`,
      )
    await synthesize(assembly, say)
    if (options.fresh || options.week) empty()
    return await open(options.week ? week : undefined)
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
}

async function tour(story: Story): Promise<number> {
  await synthesize(assembly, say)
  return (await playTour(story, assembly, (line) => console.log(line))) ? 0 : 1
}

/** Runs until Ctrl-C; a reset by the control page starts anew in between. @throws when that fails */
async function open(before: (office: Office) => Promise<unknown> = async () => undefined): Promise<number> {
  const ended = interrupted()
  let current: Office | undefined
  const demo = await standing({ assembly, state, ports, peopleCome: true, progress: say }, (office) => {
    current = office
    console.log(welcome(office))
  })
  if (current) await Promise.race([ended, demo.broken, before(current)])
  await Promise.race([ended, demo.broken])
  say('Stopping; press Ctrl-C again to stop at once')
  await demo.stop()
  return 0
}

/** What came in while the officer was away. */
async function week({ cloud }: Office): Promise<void> {
  const day = (at: number) => new Date(at).toISOString().slice(0, 10)
  say('Four weeks pass; what people do meanwhile:')
  await fillWeek(cloud, ({ email, title, by }) => say(`${day(cloud.clock.now())}  ${by}  ${email} ${title}`))
  say(`It is Monday. What needs the officer waits at ${cloud.site}/desk`)
}

/** npm passes a signal on that the terminal has sent already: only one that comes later is a second one, in ms. */
const echoMs = 500

/** Resolves at the first Ctrl-C or SIGTERM; the second one ends the program at once, which the state survives. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    let first: number | undefined
    const end = () => {
      first ??= performance.now()
      if (performance.now() - first > echoMs) process.exit(130)
      resolve()
    }
    process.on('SIGINT', end).on('SIGTERM', end)
  })
}

const welcome = ({ cloud, application }: Office): string => `
  Privacy centre          ${cloud.site}
  Papyra's application    ${application}
  The desk                ${cloud.site}/desk   (as officer@, agent@ or auditor@papyra.example.com)
  Mails                   ${cloud.inbox}
  Clock and machines      ${cloud.control}
  Mail to info@           ${cloud.smtp}

Try it:
  1. See what Papyra's application knows about ${ada.firstName} ${ada.lastName}: ${application}/accounts/${ada.accounts[0]}
  2. Ask for erasure in the privacy centre as ${ada.email}, and open the link in the mail.
  3. Confirm, and look her up in Papyra's application again.
  4. Bring everything back on the request's page, or let time pass: ${cloud.control} advances the clock,
     e.g. by P30D. After 60 days everything is gone, and the last mail brings the certificate.
  5. Or write, as most people do: send a mail from ${ada.email} to ${policy.mail.replyTo} with any mail program whose
     outgoing server is 127.0.0.1, port ${ports.smtp}, without encryption or sign-in; or in a shell:
     curl ${cloud.smtp} --mail-from ${ada.email} --mail-rcpt ${policy.mail.replyTo} -T letter.txt
     Whatever is not certain goes to ${policy.company.officer}, in the same inbox.
  6. Let 180 days pass: only ${ada.firstName} and ${ben.firstName} stay away for that long, and they are told that their accounts
     will be removed. Sign in as one of them on the account's page, and everything is back.

Ctrl-C stops everything; the state stays in .oblige/ for the next start.
`

/** @throws for an option or a story that there is not */
function optionsOf() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      fresh: { type: 'boolean' },
      week: { type: 'boolean' },
      tour: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const [named = 'erasure', ...more] = positionals
  if (more.length > 0 || !(named in stories) || (positionals.length > 0 && !values.tour))
    throw new Error(`There is no ${positionals.join(' ')}; tours are: ${Object.keys(stories).join(', ')}.`)
  return { ...values, story: named as Story }
}

const empty = () => rmSync(state, { recursive: true, force: true })
const say = (line: string) => console.log(`  ${line}`)

function refuse(sentence: string): number {
  console.error(sentence)
  return 1
}

process.exitCode = await main()

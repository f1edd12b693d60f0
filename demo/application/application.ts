import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { inventCompany } from '../company/invent.ts'
import type { Access } from '../database/database.ts'
import type { Places } from '../places/places.ts'
import { account, found, frame, home, members, signedIn } from './pages.ts'
import { accountsBy, allAccounts, allPortals } from './see-dynamodb.ts'
import { look } from './sight.ts'
import type { Use } from './use.ts'

type Setting = {
  readonly places: Places
  readonly database: Access
  /** Address of the privacy centre. */
  readonly centre: string
  /** Whom it tells that somebody signed in; absent: nobody, and it only reads. */
  readonly use?: Use
  /** 0 takes a free one. */
  readonly port: number
}
type Answer = { readonly title: string; readonly content: ReturnType<typeof home>; readonly json: unknown }

/** Every account that was ever made. */
const numbers: ReadonlySet<string> = new Set(inventCompany().accounts.map(({ id }) => id))
const style = readFileSync(new URL('./style.css', import.meta.url))
const always = {
  'content-security-policy': "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}

/**
 * The company's own application on 127.0.0.1: pages for people, the same as JSON for programs. It reads, and tells Oblige
 * who signs in.
 */
export async function startApplication(setting: Setting): Promise<{ url: string; stop(): Promise<void> }> {
  const { host, port, dbname, username, password } = setting.database
  const database = new pg.Pool({ host, port, database: dbname, user: username, password, max: 2 })
  const server = createServer((request, response) => {
    respond(request, response, setting, database).catch((error: unknown) => {
      process.stderr.write(`application: ${error instanceof Error ? error.name : 'failed'}\n`)
      response
        .writeHead(500, { ...always, 'content-type': 'text/plain' })
        .end('Something went wrong. Please try again.')
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(setting.port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
      await database.end()
    },
  }
}

async function respond(
  { method, url = '/', headers }: IncomingMessage,
  response: ServerResponse,
  { places, centre, use }: Setting,
  database: pg.Pool,
): Promise<void> {
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1')
  const send = (status: number, type: string, body: string | Buffer) =>
    response.writeHead(status, { ...always, 'content-type': type }).end(method === 'HEAD' ? undefined : body)
  const wantsJson = headers.accept?.includes('application/json') ?? false
  const show = (answer: Answer | undefined) => {
    if (wantsJson) send(answer ? 200 : 404, 'application/json', JSON.stringify(answer?.json ?? null))
    else if (answer) send(200, 'text/html; charset=utf-8', frame(answer.title, answer.content, centre))
    else send(404, 'text/plain', 'There is no such page.')
  }
  const isRead = method === 'GET' || method === 'HEAD'
  const [, id] = /^\/accounts\/([a-z]-\d{1,8})\/sign-in$/.exec(pathname) ?? []
  if (id && use && method === 'POST' && isFromHere(headers)) {
    show(await signIn(id, use, places))
    return
  }
  if (!isRead) {
    send(405, 'text/plain', 'There is nothing to change here.')
    return
  }
  if (pathname === '/style.css') {
    send(200, 'text/css', style)
    return
  }
  show(await answerTo(pathname, searchParams.get('q')?.slice(0, 254) ?? '', places, database, use !== undefined))
}

/** Another page open in the same browser signs nobody in. */
const isFromHere = (headers: IncomingMessage['headers']): boolean =>
  ['same-origin', 'none', undefined].includes(headers['sec-fetch-site'] as string | undefined)

/** Whoever keeps passwords knows an account by its number also while its data are locked away. */
async function signIn(id: string, use: Use, { dynamodb }: Places): Promise<Answer | undefined> {
  if (!numbers.has(id)) return undefined
  const seen = (await allAccounts(dynamodb)).find((one) => one.id === id)
  const told = await use.signIn(id)
  const name = seen ? `${seen.firstName} ${seen.lastName}` : id
  return { title: `Signed in as ${name}`, content: signedIn(id, told), json: { account: id, told } }
}

async function answerTo(
  path: string,
  question: string,
  places: Places,
  database: pg.Pool,
  signsIn: boolean,
): Promise<Answer | undefined> {
  const [, room, id = ''] = /^\/(portals|accounts)\/([a-z]-\d{1,8})$/.exec(path) ?? []
  if (room === 'portals') {
    const portal = (await allPortals(places.dynamodb)).find((one) => one.id === id)
    if (!portal) return undefined
    const accounts = await accountsBy(places.dynamodb, 'byPortal', id)
    return { title: portal.name, content: members(accounts), json: { portal, accounts } }
  }
  if (room === 'accounts') {
    const sight = await look(id, places, database)
    const [own] = sight.parts[0]?.rows ?? []
    const others = own ? await accountsBy(places.dynamodb, 'byEmail', String(own.email)) : []
    return {
      title: own ? `${own.firstName} ${own.lastName}` : `Account ${id}`,
      content: account(
        sight,
        others.filter((other) => other.id !== id),
        signsIn && numbers.has(id) ? (own ? `${own.firstName} ${own.lastName}` : id) : undefined,
      ),
      json: sight,
    }
  }
  if (path !== '/') return undefined
  const accounts = await allAccounts(places.dynamodb)
  if (question.trim() !== '') {
    const hits = accounts.filter((one) => matches(one, question)).slice(0, 50)
    return { title: 'Search', content: found(question, hits), json: { accounts: hits } }
  }
  const portals = await allPortals(places.dynamodb)
  return { title: 'Portals and people', content: home(portals, accounts), json: { portals, accounts: accounts.length } }
}

const matches = (
  { id, firstName, lastName, email }: { id: string; firstName: string; lastName: string; email: string },
  question: string,
): boolean => `${id} ${firstName} ${lastName} ${email}`.toLowerCase().includes(question.trim().toLowerCase())

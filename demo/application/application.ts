import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import type { Access } from '../database/database.ts'
import type { Places } from '../places/places.ts'
import { account, found, frame, home, members } from './pages.ts'
import { accountsBy, allAccounts, allPortals } from './see-dynamodb.ts'
import { look } from './sight.ts'

type Setting = {
  readonly places: Places
  readonly database: Access
  /** Address of the privacy centre. */
  readonly centre: string
  /** 0 takes a free one. */
  readonly port: number
}
type Answer = { readonly title: string; readonly content: ReturnType<typeof home>; readonly json: unknown }

const style = readFileSync(new URL('./style.css', import.meta.url))
const always = {
  'content-security-policy': "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}

/** The company's own application on 127.0.0.1: pages for people, the same as JSON for programs. It only reads. */
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
  { places, centre }: Setting,
  database: pg.Pool,
): Promise<void> {
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1')
  const send = (status: number, type: string, body: string | Buffer) =>
    response.writeHead(status, { ...always, 'content-type': type }).end(method === 'HEAD' ? undefined : body)
  if (method !== 'GET' && method !== 'HEAD') {
    send(405, 'text/plain', 'This application only reads.')
    return
  }
  if (pathname === '/style.css') {
    send(200, 'text/css', style)
    return
  }
  const answer = await answerTo(pathname, searchParams.get('q')?.slice(0, 254) ?? '', places, database)
  const wantsJson = headers.accept?.includes('application/json') ?? false
  if (wantsJson) send(answer ? 200 : 404, 'application/json', JSON.stringify(answer?.json ?? null))
  else if (answer) send(200, 'text/html; charset=utf-8', frame(answer.title, answer.content, centre))
  else send(404, 'text/plain', 'There is no such page.')
}

async function answerTo(
  path: string,
  question: string,
  places: Places,
  database: pg.Pool,
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

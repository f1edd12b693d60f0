#!/usr/bin/env node
// Plain JavaScript, so that an old Node can still say what it needs. Node 24 runs TypeScript as it is; an older one
// hands over to the Node 24 that `npm ci` installed in this project.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const program = join(import.meta.dirname, 'oblige.ts')
const installed = join(import.meta.dirname, '..', 'node_modules', '.bin', 'node')
const args = process.argv.slice(2)

if (Number(process.versions.node.split('.')[0]) >= 24) {
  const { main } = await import(program)
  process.exitCode = await main(args)
} else if (existsSync(installed)) {
  const call = [installed, [import.meta.filename, ...args], { stdio: 'inherit' }]
  process.exitCode = spawnSync(...call).status ?? 2
} else {
  console.error(
    `oblige needs Node 24 or newer, and this is ${process.version}. \`npm ci\` in the project installs one.`,
  )
  process.exitCode = 2
}

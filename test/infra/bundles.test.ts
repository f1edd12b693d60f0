import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { bundleIn, entryOf, options } from '../../infra/bundles.ts'
import { ofType, synthesized } from './synthesized.ts'

test('the template says of every function which source it was bundled from, and nothing is bundled for nobody', async () => {
  const { oblige, sizes } = await synthesized()
  const ours = ofType(oblige, 'AWS::Lambda::Function').filter(
    ({ properties }) => properties.Handler === 'index.handler' && properties.Runtime === 'nodejs24.x',
  )
  const bundles = ours.map(({ metadata }) => bundleIn(metadata) ?? '')
  expect(bundles.filter((one) => !existsSync(entryOf(one)))).toEqual([])
  expect([...new Set(bundles)].sort()).toEqual(Object.keys(sizes).sort())
})

test('what writes letters loads no second HTTP client and no table of media types', async () => {
  const policyFile = join(import.meta.dirname, '..', '..', 'demo', 'policy.json')
  const { metafile } = await build({
    ...options(policyFile),
    entryPoints: [entryOf('outbox')],
    outfile: 'unused.mjs',
    write: false,
    metafile: true,
  })
  const [output] = Object.values(metafile.outputs)
  const atOnce = output?.imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => path)
  expect(atOnce).toContain('node:https')
  expect(atOnce).not.toContain('node:http')
  const loaded = Object.keys(metafile.inputs).filter((one) => one.includes('nodemailer'))
  expect(loaded.filter((one) => /mime-types|fetch/.test(one)).sort()).toEqual([
    'adapters/nodemailer/fetch.ts',
    'adapters/nodemailer/mime-types.ts',
  ])
  expect(loaded.length).toBeGreaterThan(5)
})

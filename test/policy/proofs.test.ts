import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { promises } from '../../policy/promises.ts'
import proofs from '../../policy/proofs.json' with { type: 'json' }

const tests = join(import.meta.dirname, '..')
const listed = Object.entries(proofs as Readonly<Record<string, Readonly<Record<string, string>>>>).flatMap(
  ([id, sentences]) => Object.keys(sentences).map((sentence) => [id, sentence] as const),
)

/** Every proof that the tests write; a sentence with values in it matches whatever they are. */
const written = globSync('**/*.ts', { cwd: tests }).flatMap((file) =>
  [
    ...readFileSync(join(tests, file), 'utf8').matchAll(/\bpromise\(\s*'(N\d+)',\s*(['"`])((?:\\.|(?!\2)[^\\])+)\2/g),
  ].map(([, id = '', , sentence = '']) => ({
    id,
    sentence,
    is: new RegExp(
      `^${sentence
        .replaceAll(/\\(.)/g, '$1')
        .split(/\$\{[^}]*\}/)
        .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
        .join('.+')}$`,
    ),
  })),
)

test('the desk lists the proofs of this version: none is missing, and none is gone (`npm run promises -- --write`)', () => {
  expect(written.length).toBeGreaterThan(200)
  const missing = written.filter(({ id, is }) => !listed.some(([of, sentence]) => of === id && is.test(sentence)))
  expect(missing.map(({ id, sentence }) => [id, sentence])).toEqual([])
  expect(listed.filter(([of, sentence]) => !written.some(({ id, is }) => of === id && is.test(sentence)))).toEqual([])
})

test('every promise of the notice has a proof, and every proof is a file of the tests', () => {
  for (const { id } of promises) expect([id, listed.some(([of]) => of === id)]).toEqual([id, true])
  const files = new Set(globSync('**/*.test.ts', { cwd: tests }).map((file) => `test/${file}`))
  const gone = Object.values(proofs).flatMap((one) => Object.values(one).filter((file) => !files.has(file)))
  expect(gone).toEqual([])
})

import { afterEach, expect, test, vi } from 'vitest'
import { defaultProvider } from '../../adapters/credentials.ts'

afterEach(() => vi.unstubAllEnvs())

test('a function signs with the keys and the session that Lambda puts into its environment', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'ASIAEXAMPLE')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret')
  vi.stubEnv('AWS_SESSION_TOKEN', 'session')
  expect(await defaultProvider()()).toEqual({
    accessKeyId: 'ASIAEXAMPLE',
    secretAccessKey: 'secret',
    sessionToken: 'session',
  })
})

test('keys without a session are taken as they are, and none at all is an error that says so', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLE')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret')
  vi.stubEnv('AWS_SESSION_TOKEN', '')
  expect(await defaultProvider()()).toEqual({ accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' })
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', '')
  await expect(defaultProvider()()).rejects.toThrow('the environment lacks AWS_SECRET_ACCESS_KEY')
})

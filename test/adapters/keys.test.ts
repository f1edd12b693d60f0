import { afterAll, beforeAll, expect, test } from 'vitest'
import { Mac } from '../../adapters/keys.ts'
import { startKms } from '../systems/kms.ts'

let mac: Mac
let stop: () => void

beforeAll(async () => {
  const kms = await startKms('HMAC_256')
  mac = new Mac(kms.key, kms.client())
  stop = kms.stop
})
afterAll(() => stop())

test('what is hashed as an address, whatever somebody typed there, is never the key for a purpose', async () => {
  for (const purpose of ['mailing-links', 'activity']) {
    const key = (await mac.secretFor(purpose)).toString('base64url')
    for (const typed of [purpose, purpose.toUpperCase(), `Purpose: ${purpose}`])
      expect(await mac.ofAddress(typed)).not.toBe(key)
    expect((await mac.secretFor(purpose)).toString('base64url')).toBe(key)
  }
})

/** One house, from the first wrong form to the last certificate; the clock only goes forward, so the order counts. */
import { afterAll, beforeAll } from 'vitest'
import { house, open } from './one-house.ts'
import './bad-input.ts'
import './copies.ts'
import './passphrase.ts'
import './restriction.ts'
import './withdraw.ts'
import './mailing.ts'
import './rectification.ts'
import './objecting.ts'
import './minors.ts'
import './company-acts.ts'
import './recipients.ts'
import './by-mail.ts'
import './letters-back.ts'
import './replies.ts'
import './by-hand.ts'
import './inactivity.ts'
import './sixty-days.ts'
import './nothing-personal.ts'

beforeAll(open, 180_000)
afterAll(() => house?.close())

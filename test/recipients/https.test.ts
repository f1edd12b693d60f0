import { expect, test } from 'vitest'
import { call, isInside } from '../../recipients/https.ts'

test.each([
  ...[
    '127.0.0.1',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '240.0.0.1',
  ],
  ...['::1', '::', '::ffff:127.0.0.1', '::ffff:a9fe:a9fe', '64:ff9b::7f00:1', 'fd00::1', 'fe80::1', 'ff02::1'],
])('%s is no place of a recipient', (address) => {
  expect(isInside(address)).toBe(true)
})

test.each(['93.184.216.34', '8.8.8.8', '172.32.0.1', '2606:4700::1111'])('%s is a place on the Internet', (address) => {
  expect(isInside(address)).toBe(false)
})

test.each([
  ['https://127.0.0.1/', 'an address leads into a private network'],
  ['https://[::ffff:169.254.169.254]/', 'an address leads into a private network'],
  ['https://localhost/', 'the name leads into a private network'],
  ['http://recipient.example.org/', 'an address of a recipient is not https'],
  ['https://somebody@recipient.example.org/', 'an address of a recipient is not https'],
])('what a recipient named as %s is not called', async (address, why) => {
  await expect(call({ method: 'GET', url: new URL(address), own: false })).rejects.toThrow(why)
})

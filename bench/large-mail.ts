/** Reads and understands a mail of 40 MB; prints the seconds, the process's peak of memory and that before it, in MB. */
import { readMail } from '../intake/read.ts'
import { understand } from '../intake/understanding/understand.ts'
import { rounded } from './shares.ts'

const peak = (): number => Math.round(process.resourceUsage().maxRSS / 1024)
const line = `${'QUJD'.repeat(19)}\r\n`
const head =
  'From: ada@example.org\r\nTo: info@example.com\r\nSubject: Please delete my data\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nPlease delete my account and all my data.\r\n--b\r\nContent-Type: application/zip; name=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n'
const size = 39.9 * 2 ** 20
const bytes = Buffer.alloc(Math.floor(size), line)
bytes.write(head, 0)
bytes.write('--b--\r\n', bytes.length - 7)
const base = peak()
const began = performance.now()
const { outcome } = understand(await readMail(bytes))
const seconds = (performance.now() - began) / 1000
if (outcome !== 'sure') throw new Error(`the large mail was ${outcome}`)
console.log(JSON.stringify({ seconds: rounded(seconds), megabytes: peak(), base }))

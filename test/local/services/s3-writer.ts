/** A process that puts objects without end into the local S3 and says the number of each one that was accepted. */
import { writeSync } from 'node:fs'
import { S3 } from '../../../local/s3/s3.ts'

const [state = ''] = process.argv.slice(2)
const s3 = new S3({ state, clock: { instant: () => new Date().toISOString() } })
s3.create('written', true)
for (let number = 0; ; number++) {
  const body = Buffer.alloc(20_000, `${number},`)
  const path = `/written/${String(number).padStart(6, '0')}`
  const { status } = await s3.handle({ method: 'PUT', path, query: '', headers: {}, body, sourceIp: '127.0.0.1' })
  if (status === 200) writeSync(1, `${number}\n`)
}

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { KMSClient } from '@aws-sdk/client-kms'

const text = (o: unknown) => Buffer.from(JSON.stringify(o))
export async function startKms(): Promise<{ client: () => KMSClient; key: string; stop: () => void }> {
  const master = randomBytes(32)
  const server = createServer((req, res) => {
    const parts: Buffer[] = []
    req
      .on('data', (d: Buffer) => parts.push(d))
      .on('end', () => {
        const input = JSON.parse(Buffer.concat(parts).toString())
        const aad = text(Object.entries(input.EncryptionContext ?? {}).sort())
        let out: unknown
        if (String(req.headers['x-amz-target']).endsWith('GenerateDataKey')) {
          const key = randomBytes(32),
            iv = randomBytes(12)
          const c = createCipheriv('aes-256-gcm', master, iv).setAAD(aad)
          const blob = Buffer.concat([iv, c.update(key), c.final(), c.getAuthTag()])
          out = { Plaintext: key.toString('base64'), CiphertextBlob: blob.toString('base64'), KeyId: input.KeyId }
        } else {
          const b = Buffer.from(input.CiphertextBlob, 'base64')
          const d = createDecipheriv('aes-256-gcm', master, b.subarray(0, 12)).setAAD(aad).setAuthTag(b.subarray(-16))
          out = {
            Plaintext: Buffer.concat([d.update(b.subarray(12, -16)), d.final()]).toString('base64'),
            KeyId: input.KeyId,
          }
        }
        res.setHeader('content-type', 'application/x-amz-json-1.1').end(JSON.stringify(out))
      })
  })
  await new Promise<void>((r) => server.listen(0, '127.0.0.1', r))
  const { port } = server.address() as { port: number }
  const client = () =>
    new KMSClient({
      endpoint: `http://127.0.0.1:${port}`,
      region: 'eu-central-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    })
  return { client, key: 'vault', stop: () => server.close() }
}

import { createPublicKey } from 'node:crypto'
import middy from '@middy/core'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { required } from '../../adapters/environment.ts'
import { SigningKey } from '../../adapters/keys.ts'
import { jwkOf } from '../certify/jose.ts'

const key = new SigningKey(required('SIGNING_KEY'))

/** The public half of the signing key as a JWK set (RFC 7517), for `oblige verify FILE --keys`. */
export const handler = middy(async (): Promise<APIGatewayProxyStructuredResultV2> => {
  const jwk = jwkOf(createPublicKey({ key: Buffer.from(await key.publicKey()), format: 'der', type: 'spki' }))
  return {
    statusCode: 200,
    headers: { 'content-type': 'application/jwk-set+json', 'cache-control': 'public, max-age=3600' },
    body: JSON.stringify({ keys: [jwk] }),
  }
})

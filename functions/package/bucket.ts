import { S3Client } from '@aws-sdk/client-s3'
import { required } from '../../adapters/environment.ts'
import type { In } from '../../domain/request.ts'

/** Where packages and what they are made of lie until they are fetched. */
export type Bucket = { readonly client: S3Client; readonly name: string }

export const packages = (client = new S3Client({})): Bucket => ({ client, name: required('PACKAGES_BUCKET') })

/** The round that is gathered for: the one after the last that was put together. */
export const nextRound = (request: In<'gathering'> | In<'ready'>): number =>
  request.status === 'ready' ? request.round + 1 : 1

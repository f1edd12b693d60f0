import { S3Client } from '@aws-sdk/client-s3'
import { S3System } from '../../../systems/s3/s3.ts'
import { servedSystem, vaultPlaces } from '../places.ts'
import { systemFunction } from '../work.ts'

const { name, part } = servedSystem('s3')

/** One slice of one verb under the prefixes of one system. */
export const handler = systemFunction(name, new S3System(name, part, new S3Client({}), vaultPlaces()))

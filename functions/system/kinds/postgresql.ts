import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { credentialsOf } from '../../../systems/postgresql/credentials.ts'
import { Database } from '../../../systems/postgresql/database.ts'
import { PostgreSqlSystem } from '../../../systems/postgresql/postgresql.ts'
import { servedSystem, vaultPlaces } from '../places.ts'
import { systemFunction } from '../work.ts'

const { name, part } = servedSystem('postgresql')
const database = new Database(credentialsOf(part.secret, new SecretsManagerClient({})))

/** One slice of one verb in the schema of one system. */
export const handler = systemFunction(name, new PostgreSqlSystem(name, part, database, vaultPlaces()))

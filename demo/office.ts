import { join } from 'node:path'
import { type Cloud, type CloudSetting, startCloud } from '../local/cloud.ts'
import { part, text } from '../local/front/resource.ts'
import { denyRestricted } from '../systems/s3/bucket-policy.ts'
import { startApplication } from './application/application.ts'
import { everyday } from './application/everyday.ts'
import { Use } from './application/use.ts'
import { type Database, startDatabase } from './database/database.ts'
import { type People, startPeople } from './people/provider.ts'
import { setBucketPolicy } from './places/bucket.ts'
import { names, ownStatements, placesOf } from './places/places.ts'
import { tellSecret } from './places/secret.ts'
import { seed } from './places/seed.ts'
import policy from './policy.ts'
import { type Recipients, startRecipients } from './recipients/recipients.ts'

export type OfficeSetting = Omit<CloudSetting, 'ports'> & {
  readonly ports?: NonNullable<CloudSetting['ports']> & { readonly application?: number; readonly database?: number }
  /** The company's people go on using their accounts, and its software reports it; else only who signs in is reported. */
  readonly peopleCome?: boolean
}

/** The demo company at work: the local cloud with Oblige in it, the company's own places, and its application. */
export type Office = {
  readonly cloud: Cloud
  readonly database: Database
  readonly recipients: Recipients
  /** Where its people sign in. */
  readonly people: People
  /** How the company's software reports use; absent: the policy removes no account. */
  readonly use?: Use
  /** Address of the company's own application. */
  readonly application: string
  stop(): Promise<void>
}

/** Opens the office on a state folder; the first time it is filled. */
export async function openOffice({ ports = {}, peopleCome = false, ...setting }: OfficeSetting): Promise<Office> {
  const progress = setting.progress ?? (() => {})
  const { application: pagePort = 0, database: databasePort = 0, ...cloudPorts } = ports
  const closing: Array<() => Promise<void>> = []
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close()
  }
  try {
    const folder = join(setting.state, 'demo')
    // The cloud first: it locks the state folder, and no two databases may open the same data.
    // A jump of 60 days would be 60 synthetic people: on one machine theirs is started by hand (docs/canary.md).
    const issuers = new Map<string, string>()
    const own = { asleep: /canary/i, publicSite: policy.site, issuers }
    const cloud = await startCloud({ ...own, ...setting, ports: cloudPorts })
    closing.push(() => cloud.stop())
    const database = await startDatabase(join(folder, 'postgresql'), databasePort)
    closing.push(() => database.stop())
    progress('PostgreSQL is up')
    const region = policy.regions.home
    const places = placesOf({
      endpoint: cloud.gateway,
      region,
      credentials: cloud.principal('company', ownStatements),
    })
    await seed({ places, region, database: database.company, marker: join(folder, 'seeded.json'), progress })
    await setBucketPolicy(places.s3, denyRestricted(`arn:aws:s3:::${names.bucket}`, roleOf('files', cloud)))
    // On 127.0.0.1 there is no TLS.
    await tellSecret(places.secrets, names.secret, { ...database.oblige, sslmode: 'disable' })
    const recipients = await startRecipients(places.secrets, cloud.site)
    closing.push(() => recipients.stop())
    const people = await startPeople(places.secrets, cloud.clock.shared)
    closing.push(() => people.stop())
    if (policy.clients?.kind === 'oidc') issuers.set(policy.clients.issuer, people.tokens)
    const use = useOf(cloud)
    const application = await startApplication({
      places,
      database: database.company,
      centre: cloud.site,
      port: pagePort,
      ...(use ? { use } : {}),
    })
    closing.push(() => application.stop())
    if (peopleCome && use) {
      const { clock } = cloud
      const end = await everyday({ use, accounts: places.dynamodb, clock, note: join(folder, 'reported.json') })
      closing.push(async () => end())
      progress('Papyra’s software reports who uses their accounts')
    }
    return { cloud, database, recipients, people, application: application.url, stop, ...(use ? { use } : {}) }
  } catch (error) {
    await stop()
    throw error
  }
}

/** How the company's software reports use, with the permission that the template has for it; a policy without `inactivity` has none. */
function useOf({ resources, gateway, clock, principal }: Cloud): Use | undefined {
  const [permission] = resources
    .ofType('AWS::IAM::ManagedPolicy')
    .filter(({ logicalId }) => logicalId.includes('UsePolicy'))
  if (!permission) return undefined
  const { Statement } = permission.properties.PolicyDocument as { readonly Statement: readonly object[] }
  const access = { endpoint: gateway, region: policy.regions.home, credentials: principal('papyra', Statement) }
  return new Use(access, () => clock.now())
}

/** The role of the function that works in a system of the policy: the one that may still read what is restricted. */
function roleOf(system: string, { resources }: Cloud): string {
  const found = resources
    .ofType('AWS::Lambda::Function')
    .find(({ properties }) => text(part(part(properties, 'Environment'), 'Variables').SYSTEM) === system)
  if (!found) throw new Error(`the template has no function for the system ${system}`)
  return text(found.properties.Role)
}

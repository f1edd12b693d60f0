import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import demo from '../../demo/policy.ts'
import { checked } from '../../policy/load.ts'
import type { Policy } from '../../policy/schema.ts'
import { promise } from '../promise.ts'
import { statementsOf, synthesized } from './synthesized.ts'

const house = join(import.meta.dirname, '..', '..')
/** A region's name, wherever in a template. */
const named =
  /\b(?:af|ap|ca|cn|eu|il|me|mx|sa|us)-(?:gov-)?(?:north|south|east|west|central|northeast|southeast)+-\d\b/g

const within = (home: string): Policy => {
  const { stream: _, ...inactivity } = demo.inactivity ?? {}
  return { ...demo, regions: { home, mail: home }, inactivity: inactivity as NonNullable<Policy['inactivity']> }
}

for (const home of ['eu-central-1', 'us-west-2', 'ap-southeast-1'])
  promise(
    'N10',
    `what a deployment of ${home} keeps, calls and is called by is in ${home}; nothing is copied to another region`,
    async () => {
      const { oblige } = await synthesized({ policy: () => within(home) })
      const text = JSON.stringify(oblige)
      // Firewall and certificate of the distribution are in us-east-1: they hold nothing of anybody.
      const edge = home === 'us-east-1' ? [] : ['us-east-1']
      expect([...new Set(text.match(named))].filter((one) => !edge.includes(one))).toEqual([home])
      const inEdge = oblige.filter((one) => JSON.stringify(one).includes('us-east-1')).map(({ type }) => type)
      expect(inEdge.filter((type) => !/^(Custom::CrossRegionExportReader|AWS::IAM::Role)$/.test(type))).toEqual([])
      // What could carry data away by itself: replicas of tables, buckets, keys and secrets, backups, calls across regions.
      expect(oblige.map(({ type }) => type).filter((type) => /GlobalTable|Backup|ReplicaKey/.test(type))).toEqual([])
      for (const way of ['Replicas', 'ReplicationConfiguration', 'ReplicaRegions', 'DestinationRegion', 'Accelerate'])
        expect([way, text.includes(`"${way}`)]).toEqual([way, false])
      expect(text).not.toContain('"MultiRegion":true')
      // Where a role may go is written out: an ARN with a region has this one, and none has any region.
      const regions = statementsOf(oblige)
        .flatMap(({ resources }) => resources)
        .flatMap(
          (resource) => resource.match(/:(?:dynamodb|s3|ses|secretsmanager|states|lambda|kms|ec2):([\w*-]*):/g) ?? [],
        )
        .map((part) => part.split(':')[2])
      expect(new Set(regions)).toEqual(new Set([home, '']))
    },
    120_000,
  )

promise(
  'N10',
  'a policy that names a system, a table or a stream in another region is refused, and says what to do',
  () => {
    const { files, accounts } = demo.systems
    if (files?.kind !== 's3' || accounts?.kind !== 'dynamodb') throw new Error('the demo company has both')
    const refusedFor = (policy: unknown) => {
      try {
        checked(policy)
        return 'taken'
      } catch (error) {
        return (error as Error).message
      }
    }
    const systems = (changed: object) => ({ ...demo, systems: { ...demo.systems, ...changed } })
    expect(refusedFor(systems({ files: { ...files, region: 'eu-central-1' } }))).toBe('taken')
    expect(refusedFor(systems({ files: { ...files, region: 'us-west-2' } }))).toBe(
      'The policy cannot be used. systems.files.region: is us-west-2, but this deployment works in eu-central-1, and data do not leave their region: it needs a deployment of its own.',
    )
    const far = 'arn:aws:dynamodb:us-west-2:000000000000:table/accounts'
    const [table] = accounts.tables
    expect(refusedFor(systems({ accounts: { ...accounts, tables: [{ ...table, table: far }] } }))).toContain(
      'systems.accounts.tables.0.table: must be a name in eu-central-1 and no ARN',
    )
    expect(refusedFor({ ...demo, directory: { ...demo.directory, table: far } })).toContain('directory.table: must be')
    expect(refusedFor({ ...demo, regions: { home: 'Frankfurt', mail: 'eu-central-1' } })).toContain(
      'regions.home: must be the name of an AWS region such as eu-central-1',
    )
    expect(refusedFor({ ...demo, regions: { home: 'eu-central-1', mail: 'us-west-2' } })).toContain(
      'mailbox: SES can tell our functions of mail only where regions.mail is regions.home',
    )
    const stream = { ...demo.inactivity?.stream, arn: `${far}/stream/2026` }
    expect(refusedFor({ ...demo, inactivity: { ...demo.inactivity, stream } })).toContain(
      'inactivity.stream.arn: must be',
    )
  },
)

promise('N10', 'no function calls another region than its own, but to send mail where the policy says', () => {
  // What describes the API, and what is exchanged, calls nothing.
  const sources = globSync('{functions,adapters,systems,package,recipients}/**/*.ts', { cwd: house }).filter(
    (file) => !/^functions\/(?:openapi|contract)\//.test(file),
  )
  expect(sources.length).toBeGreaterThan(100)
  const elsewhere = sources.filter((file) =>
    /\bregions\b|\bregion\s*[:,}]|AWS_REGION|followRegionRedirects|useGlobalEndpoint/.test(
      // What is said about regions in comments calls nothing.
      readFileSync(join(house, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''),
    ),
  )
  expect(elsewhere.sort()).toEqual(['adapters/mail.ts', 'functions/entry/mail-out.ts'])
})

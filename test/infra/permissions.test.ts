import { beforeAll, expect, test } from 'vitest'
import { promise } from '../promise.ts'
import { type Statement, type Synthesized, statementsOf, synthesized } from './synthesized.ts'

let app: Synthesized
let statements: Statement[]
beforeAll(async () => {
  app = await synthesized()
  statements = statementsOf([...app.oblige, ...app.edge])
})

const of = (role: string) => statements.filter((statement) => statement.role.startsWith(role))
/** CDK's own helpers work only while a stack is deployed, and reach no personal data. */
const cdksOwn = /^Custom(CDKBucketDeployment|CrossRegionExport)/
/** Roles of functions and machines that may do any of these. */
const who = (...actions: string[]) =>
  [
    ...new Set(
      statements
        .filter(({ role }) => !cdksOwn.test(role))
        .filter((one) => one.actions.some((action) => actions.includes(action)))
        .map(({ role }) => named(role)),
    ),
  ].sort()
const named = (role: string) =>
  role.replace(/(ServiceRole|Role)[0-9A-F]{8}$/, '').replace(/^(Api|Systems|Workflows|Inactivity(?=Inactivity))/, '')

/** What Step Functions needs to write a log and traces (its developer guide, "Logging" and "X-Ray"). */
const delivery = [
  'logs:CreateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:DescribeLogGroups',
  'logs:DescribeResourcePolicies',
  'logs:GetLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:UpdateLogDelivery',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
  'xray:PutTelemetryRecords',
  'xray:PutTraceSegments',
].join(', ')

/**
 * Every place where a name cannot stand, each with its reason. Anything else with a star fails.
 */
const exceptions: Readonly<Record<string, string>> = {
  'Outbox dynamodb:ListStreams on *': 'the action knows no resource',
  'InactivityUseStream dynamodb:ListStreams on *': 'the action knows no resource',
  [`Erasure ${delivery} on *`]: 'delivery of logs and traces knows no resource',
  [`Restore ${delivery} on *`]: 'delivery of logs and traces knows no resource',
  [`Restriction ${delivery} on *`]: 'delivery of logs and traces knows no resource',
  [`Objection ${delivery} on *`]: 'delivery of logs and traces knows no resource',
  [`Identity ${delivery} on *`]: 'delivery of logs and traces knows no resource',
  [`Rectification ${delivery} on *`]: 'delivery of logs and traces knows no resource',
  [`Recipients ${delivery} on *`]: 'delivery of logs and traces knows no resource',
  [`AnnouncementsAnnouncement ${delivery} on *`]: 'delivery of logs and traces knows no resource',
  [`Canary ${delivery} on *`]: 'delivery of logs and traces knows no resource',
  'CanaryVisitor on mails/canary/*': 'SES names a mail when it comes',
  [`Inactivity ${delivery} on *`]: 'delivery of logs and traces knows no resource',
  [`Export ${delivery} on *`]: 'delivery of logs and traces knows no resource',
  [`Webhooks ${delivery} on *`]: 'delivery of logs and traces knows no resource',
  [`Disclosure ${delivery} on *`]: 'delivery of logs and traces knows no resource',
  [`Erasingagain ${delivery} on *`]: 'delivery of logs and traces knows no resource',
  [`DailyRoundDailyround ${delivery} on *`]: 'delivery of logs and traces knows no resource',
  // A condition names the one sender.
  ...Object.fromEntries(
    ['AnnouncementsAnnounce', 'DailyRoundLetter', 'Outbox', 'RecipientsPassOn'].map((who) => [
      `${who} on ses identity/*`,
      'letters go to whoever asks, and a recipient may be an identity of the account',
    ]),
  ),
  ...Object.fromEntries(
    [
      'Disclosure',
      'Erasingagain',
      'Erasure',
      'Export',
      'Identity',
      'Objection',
      'Rectification',
      'Restore',
      'Restriction',
    ].map((machine) => [`DailyRoundSweep on executions/${machine}:*`, 'an execution is named after its request']),
  ),
  ...Object.fromEntries(
    [
      ...['accounts', 'archive', 'files', 'business'].map((system) => [system, `segments/${system}`]),
      ['Package', 'segments'],
      ['Package', 'packages'],
      ['download', 'packages'],
      ['opendsr', 'packages'],
    ].map(([role, keys]) => [
      `${role} on copies/${keys}/*`,
      'the reference of a copy is known only when one is asked for',
    ]),
  ),
  ...Object.fromEntries(
    ['MailboxIngest', 'showmail', 'decidemail', 'desklook'].map((role) => [
      `${role} on mails/mails/*`,
      'SES names a mail when it comes',
    ]),
  ),
  'DailyRoundAnchor on anchors/anchors/*': 'an anchor is named by its day',
  'DailyRoundCompare on anchors/anchors/*': 'an anchor is named by its day',
  'files on arn:aws:s3:::demo-office-files/accounts/*': 'whose objects they are is known only when a person asks',
}

/** The buckets of copies, of mails and of anchors, and executions of machines, by names that read. */
const short = (resource: string) =>
  resource
    .replace(/^\{"Fn::Join":.*":ses:[\w-]+:",.*,":(identity\/\*)"\]\]\}$/, 'ses $1')
    .replace(
      /^.*":execution:",\{"Fn::GetAtt":\["Workflows(\w+?)Machine[0-9A-F]{8}","Name"\]\},":\*"\]\]\}$/,
      'executions/$1:*',
    )
    .replace(
      /^\{"Fn::Join":\["",\[\{"Fn::GetAtt":\["(Packages|Mailbox|Anchors)\w+","Arn"\]\},"\/(.*)"\]\]\}$/,
      (_, bucket, keys) =>
        `${{ Packages: 'copies', Mailbox: 'mails', Anchors: 'anchors' }[bucket as 'Packages']}/${keys}`,
    )

test('no permission has a star where a name can stand', () => {
  const starred = statements
    .filter(({ role }) => !cdksOwn.test(role))
    .flatMap(({ role, actions, resources }) => {
      if (actions.some((action) => action.includes('*'))) return [`${named(role)} ${actions.join(', ')}`]
      return resources
        .filter((resource) => resource.includes('*'))
        .map((resource) =>
          resource === '*' ? `${named(role)} ${actions.join(', ')} on *` : `${named(role)} on ${short(resource)}`,
        )
    })
  expect([...new Set(starred)].sort()).toEqual(Object.keys(exceptions).sort())
})

test('every permission is given, none is taken by exclusion', () => {
  expect(statements.length).toBeGreaterThan(40)
  expect(statements.filter(({ effect }) => effect !== 'Allow')).toEqual([])
})

promise('N15', 'each system’s function reaches its own system, and no other', () => {
  const places = { accounts: 'table/demo-', files: 'demo-office-files', business: 'secret:demo/postgresql' }
  for (const [system, place] of Object.entries(places)) {
    const reaching = statements.filter(({ resources }) => resources.some((resource) => resource.includes(place)))
    const roles = new Set(reaching.map(({ role }) => named(role)))
    // The directory is the accounts with their index: confirming asks it whose an address is, and so does a click in a mail.
    // Whoever removes what nobody uses, or hears of an account from a controller, asks both ways.
    // Before a disclosure it is asked whether somebody is there to be asked.
    // Whoever announces a change of the notice asks for everybody; the stream says who is active.
    // Whom the officer believes to own an account is asked for too, and what a mail names.
    const asking = [
      'confirm',
      'unsubscribe',
      'child',
      'decide',
      'askapproval',
      'deskdisclosures',
      'disclosure',
      'InactivityRound',
      'opendsr',
      'AnnouncementsAnnounce',
      'InactivityUseStream',
      'MailboxIngest',
    ]
    for (const one of asking) roles.delete(one)
    expect([...roles]).toEqual([system])
  }
  const directory = of('Apiconfirm').flatMap(({ actions, resources }) =>
    resources.filter((resource) => resource.includes('demo-')).map((resource) => [actions, resource]),
  )
  expect(directory).toEqual([[['dynamodb:Query'], expect.stringContaining(':table/demo-accounts/index/byEmail')]])
})

promise('N15', 'what is restricted can be read by its own system’s function alone', () => {
  for (const store of ['StoreVault0', 'StoreVaultKeys', 'KeysVault']) {
    const reaching = statements.filter(({ resources }) => resources.some((resource) => resource.includes(`"${store}`)))
    expect(new Set(reaching.map(({ role }) => named(role)))).toEqual(new Set(['accounts', 'files', 'business']))
    for (const { role, condition } of reaching)
      expect(condition).toContain(store === 'KeysVault' ? `"${named(role)}"` : `"${named(role)}#*"`)
  }
})

promise(
  'N1',
  'a system’s function writes its own part of a copy alone; only what signs an address can have a copy read',
  () => {
    const onCopies = statements.filter(({ resources }) => resources.some((resource) => resource.includes('"Packages')))
    const may = (role: string) =>
      onCopies
        .filter((one) => named(one.role) === role)
        .flatMap(({ actions, resources }) => resources.map((on) => `${actions.join(' ')} ${short(on)}`))
    for (const system of ['accounts', 'archive', 'files', 'business'])
      expect(may(system)).toEqual([`s3:AbortMultipartUpload s3:GetObject s3:PutObject copies/segments/${system}/*`])
    for (const one of ['download', 'opendsr']) expect(may(one)).toEqual(['s3:GetObject copies/packages/*'])
    expect(new Set(onCopies.map(({ role }) => named(role)))).toEqual(
      new Set(['accounts', 'archive', 'files', 'business', 'download', 'opendsr', 'Package']),
    )
  },
)

promise('N4', 'only the functions of systems can delete what a system holds', () => {
  expect(who('s3:DeleteObjectVersion')).toEqual(['files'])
  // Copies, not what they were copied from.
  expect(who('s3:DeleteObject')).toEqual(['Package'])
  expect(who('dynamodb:BatchWriteItem')).toEqual(['accounts', 'business', 'files'])
  const deleting = statements.filter(({ actions }) => actions.some((action) => action.startsWith('dynamodb:Delete')))
  const outside = deleting.filter(({ role }) => !role.startsWith('Systems'))
  // The lock that keeps a person's second request out is freed when the first is closed; a code is used up.
  const held = (keys: string) => JSON.stringify({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [keys] } })
  expect(outside.map(({ role, condition }) => [named(role), condition]).sort()).toEqual([
    ['Advance', held('E#*')],
    ['Advance', held('P#*')],
    ['Certify', held('E#*')],
    ['Certify', held('P#*')],
    // What the officer was told.
    ['DailyRoundLetter', held('H#replaced*')],
    ['DailyRoundSweep', held('E#*')],
    ['DailyRoundSweep', held('L#*')],
    // Of who was erased, or was never found again, nothing is known.
    ['InactivityRound', held('A#*')],
    ['Outbox', held('A#*')],
    ['Outbox', held('E#*')],
    ['Outbox', held('P#*')],
    ['Package', held('K#*')],
    ['Package', held('P#*')],
    ['approve', held('P#*')],
    ['child', held('P#*')],
    ['consent', held('P#*')],
    ['decide', held('P#*')],
    ['deskact', held('P#*')],
    ['desksignin', held('Z#*')],
    ['disclosure', held('P#*')],
    ['download', held('R#*')],
    ['erasenow', held('P#*')],
    ['opendsr', held('P#*')],
    ['protect', held('R#*')],
    ['withdraw', held('P#*')],
  ])
})

test('anchors are put by one role and compared by another, which can write nothing but what it found', () => {
  const onAnchors = statements.filter(({ resources }) => resources.some((one) => one.includes('"Anchors')))
  expect(onAnchors.map(({ role, actions }) => [named(role), actions]).sort()).toEqual([
    ['DailyRoundAnchor', ['s3:GetObject', 's3:PutObject']],
    ['DailyRoundCompare', ['s3:GetObject']],
    ['DailyRoundCompare', ['s3:ListBucket']],
  ])
  const onTable = of('DailyRoundCompare').filter(({ actions }) => actions.some((one) => one.startsWith('dynamodb:')))
  expect(onTable.map(({ actions, condition }) => [actions, condition.match(/"([A-Z]#\w*)\*"/)?.[1]])).toEqual([
    [['dynamodb:BatchGetItem'], 'R#'],
    [['dynamodb:PutItem'], 'H#replaced'],
  ])
})

test('who was erased is written down once, read by systems alone, and struck out by the daily round alone', () => {
  const ledger = statements.filter(({ condition }) => condition.includes('"L#*"'))
  expect(ledger.map(({ role, actions }) => [named(role), actions]).sort()).toEqual([
    ['Certify', ['dynamodb:PutItem']],
    ['DailyRoundSweep', ['dynamodb:DeleteItem', 'dynamodb:UpdateItem']],
    ...['accounts', 'archive', 'business', 'files'].map((system) => [system, ['dynamodb:GetItem']]),
  ])
  // Whose line it is, only systems can open.
  const opening = statements.filter(({ condition }) => condition.includes('"kms:EncryptionContext:purpose":"ledger"'))
  expect(opening.map(({ role, actions }) => [named(role), ...actions]).sort()).toEqual([
    ['Certify', 'kms:Encrypt'],
    ...['accounts', 'archive', 'business', 'files'].map((system) => [system, 'kms:Decrypt']),
  ])
})

test('every call of the table of requests is held to keys that the function needs, or to an index', () => {
  const onRequests = statements.filter(
    ({ actions, resources }) =>
      actions.some((action) => /^dynamodb:(GetItem|PutItem|UpdateItem|DeleteItem|Query|Scan|Batch)/.test(action)) &&
      resources.some((resource) => resource.includes('StoreRequests')),
  )
  expect(onRequests.length).toBeGreaterThan(15)
  for (const { resources, condition } of onRequests) {
    const onIndexOnly = resources.every((resource) => resource.includes('/index/'))
    expect(onIndexOnly || condition.includes('dynamodb:LeadingKeys')).toBe(true)
  }
  // Everybody who has an account is in the company's own table alone.
  expect(who('dynamodb:Scan')).toEqual(['AnnouncementsAnnounce'])
})

test('keys do one thing each, for the one function that needs it', () => {
  expect(who('kms:GenerateMac')).toEqual([
    'AnnouncementsAnnounce',
    'InactivityActivity',
    'InactivityRound',
    'InactivityUseStream',
    'MailboxIngest',
    'Outbox',
    'askapproval',
    'child',
    'decide',
    'decidemail',
    'deskdisclosures',
    'deskenter',
    'deskqueue',
    'mailing',
    'mailingcheck',
    'mailinglinks',
    'mailingsubscriptions',
    'opendsr',
    'submit',
    'unsubscribe',
    'usecheck',
  ])
  expect(who('kms:Sign')).toEqual(['Certify', 'DailyRoundAnchor', 'Package', 'history'])
  const protection = statements.filter(({ condition }) =>
    condition.includes('"kms:EncryptionContext:purpose":"protection"'),
  )
  expect(protection.map(({ role, actions }) => [named(role), ...actions]).sort()).toEqual([
    ['Package', 'kms:Decrypt'],
    ['protect', 'kms:Encrypt'],
  ])
  expect(who('kms:GetPublicKey')).toEqual(['Certify', 'DailyRoundAnchor', 'Package', 'history', 'keys'])
  expect(who('ses:SendRawEmail')).toEqual(['AnnouncementsAnnounce', 'DailyRoundLetter', 'Outbox', 'RecipientsPassOn'])
  // The schedules and a restored backup start their rounds, and nothing else.
  expect(who('states:StartExecution')).toEqual([
    'AnnouncementsTakes',
    'CanaryDaily',
    'DailyRoundDaily',
    'InactivityMachineEvents',
    'Outbox',
    'backuprestored',
  ])
  expect(of('Outbox').find(({ actions }) => actions.includes('ses:SendRawEmail'))?.condition).toContain(
    '"ses:FromAddress":"privacy@papyra.example.com"',
  )
})

test('the synthetic person reads its own mail, and has no other right: not to the table, a key of links, or a system', () => {
  const mine = of('CanaryVisitor').filter(({ actions }) => !actions.some((action) => action.startsWith('logs:')))
  expect(mine.map(({ actions }) => actions)).toEqual([['s3:ListBucket'], ['s3:GetObject'], ['kms:Decrypt']])
  expect(mine[0]?.condition).toBe('{"StringEquals":{"s3:prefix":"canary/"}}')
  expect(mine[1]?.resources.every((resource) => resource.includes('/canary/*'))).toBe(true)
  expect(mine[2]?.condition).toContain('"kms:ViaService":"s3.eu-central-1.amazonaws.com"')
})

/** Of a mail that is not there S3 tells who may ask for its name. */
const known = `mails/${'?'.repeat(20)}*`
test('who reads mails to decide on them can ask whether one is there whose name they know, and list no others', () => {
  for (const who of ['showmail', 'decidemail', 'desklook']) {
    const lists = statements.filter(({ role, actions }) => named(role) === who && actions.includes('s3:ListBucket'))
    expect(lists.map(({ condition }) => condition)).toEqual([`{"StringLike":{"s3:prefix":"${known}"}}`])
  }
})

test('who takes mails sees what lies in the bucket under its own name for them, and which of it was read', () => {
  const mine = of('MailboxIngest')
  const lists = mine.filter(({ actions }) => actions.includes('s3:ListBucket'))
  expect(lists.map(({ condition }) => condition)).toEqual([
    `{"StringLike":{"s3:prefix":"${known}"}}`,
    '{"StringEquals":{"s3:prefix":"mails/"}}',
  ])
  const marks = mine.filter(({ actions, condition }) => actions.includes('dynamodb:Query') && condition.includes('"I#'))
  expect(marks.map(({ condition }) => condition)).toEqual([expect.stringContaining('["I#read*"]')])
})

test('machines call the functions of their story and nothing else', () => {
  const called = (machine: string) =>
    of(`Workflows${machine}`)
      .filter(({ actions }) => actions.includes('lambda:InvokeFunction'))
      .flatMap(({ resources }) => resources.map((resource) => /"(\w+?)Function[0-9A-F]{8}"/.exec(resource)?.[1]))
      .sort()
  const systems = ['Systemsaccounts', 'Systemsarchive', 'Systemsbusiness', 'Systemsfiles']
  expect(called('Erasure')).toEqual([...systems, 'WorkflowsAdvance', 'WorkflowsCertify'])
  expect(called('Restore')).toEqual([...systems, 'WorkflowsAdvance', 'WorkflowsCertify'])
  expect(called('Identity')).toEqual(['WorkflowsAdvance'])
  expect(called('Objection')).toEqual([...systems, 'WorkflowsAdvance', 'WorkflowsCertify'])
  expect(called('Restriction')).toEqual([...systems, 'WorkflowsAdvance', 'WorkflowsCertify'])
  expect(called('Rectification')).toEqual([...systems, 'WorkflowsAdvance', 'WorkflowsCertify'])
  expect(called('Recipients')).toEqual(['RecipientsPassOn'])
  expect(called('Disclosure')).toEqual(['WorkflowsAdvance'])
  expect(called('Erasingagain')).toEqual([...systems, 'WorkflowsAdvance'])
  expect(called('Export')).toEqual([...systems, 'WorkflowsAdvance', 'WorkflowsPackage'])
})

test('functions have the environment that functions/README.md names, and no more', () => {
  const known = [
    'TABLE',
    'MAC_KEY',
    'MAILS_BUCKET',
    'SIGNING_KEY',
    'DATA_KEY',
    'ORIGIN_SECRET',
    'ERASURE_MACHINE',
    'RESTORE_MACHINE',
    'EXPORT_MACHINE',
    'RESTRICTION_MACHINE',
    'OBJECTION_MACHINE',
    'IDENTITY_MACHINE',
    'RECTIFICATION_MACHINE',
    'RECIPIENTS_MACHINE',
    'ERASING_AGAIN_MACHINE',
    'DISCLOSURE_MACHINE',
    'ROUND_MACHINE',
    'WEBHOOKS_MACHINE',
    'ANNOUNCEMENT_MACHINE',
    'SITE',
    'MAILS_PREFIX',
    'ANCHORS',
  ]
  const system = ['SYSTEM', 'VAULT_TABLE', 'VAULT_KEYS_TABLE', 'VAULT_KEY', 'PACKAGES_BUCKET']
  const variables = app.oblige
    .filter(({ type, id }) => type === 'AWS::Lambda::Function' && !cdksOwn.test(id))
    .flatMap(({ properties }) =>
      Object.keys((properties.Environment as { Variables: object } | undefined)?.Variables ?? {}),
    )
  expect(new Set(variables)).toEqual(new Set([...known, ...system, 'CONFIGURATION_SET']))
})

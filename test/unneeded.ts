/**
 * Permissions that no story of the whole house needs, each with the reason for which a role has it all the same. What a
 * story needs must not stand here: test/cloud/permissions.ts says which line to take out, or what to add.
 */
export type Unneeded = {
  /** As `npm run permissions` prints it; `*` is any text. */
  readonly permission: string
  readonly reason: string
  /** The test in which it is needed. */
  readonly shownBy?: string
  /** Whether a story needs it hangs on how fast it went: it may have been needed. */
  readonly sometimes?: true
}

const inDynamoDB = '(kms:ViaService dynamodb.eu-central-1.amazonaws.com)'
const inS3 = '(kms:ViaService s3.eu-central-1.amazonaws.com)'
const keys = (beginning: string) => `StoreRequests (dynamodb:LeadingKeys ${beginning}*)`
const systems = ['accounts', 'files', 'business']
const machinesThatMayDie = [
  ...['Disclosure', 'Erasingagain', 'Export', 'Identity', 'Objection', 'Rectification', 'Restore', 'Restriction'],
]

const all = (permissions: readonly string[], reason: string, shownBy?: string): readonly Unneeded[] =>
  permissions.map((permission) => ({ permission, reason, ...(shownBy ? { shownBy } : {}) }))

export const unneeded: readonly Unneeded[] = [
  ...all(['* logs:*', '* xray:*'], 'The local cloud writes logs itself, and has no traces.'),
  ...all(
    [
      ...['Encrypt', 'GenerateDataKey', 'DescribeKey'].map((action) => `* kms:${action} KeysData ${inDynamoDB}`),
      'Outbox kms:DescribeKey KeysData',
    ],
    'DynamoDB’s developer guide (encryption at rest) names it among the least that a key of the customer’s has to allow; the local cloud asks for kms:Decrypt alone.',
  ),
  ...all(
    // Of mails one that is missing lies there.
    ['Outbox', 'InactivityUseStream', 'Feedback'].flatMap((who) =>
      ['SendMessage', 'GetQueueAttributes', 'GetQueueUrl'].map((action) => `${who} sqs:${action} *DeadLetters`),
    ),
    'Lambda sends what failed for a day to the dead letters as the function; CDK gives the two that find the queue with it. No story lets anything fail for so long.',
    'test/local/cloud/cloud.test.ts',
  ),

  // Announcements of a changed notice are told in a house that begins with another notice.
  ...all(
    [
      ...['AnnouncementsAnnounce *', 'AnnouncementsAnnouncement *', 'AnnouncementsPrivacyNotice *'],
      `AnnouncementsTakes dynamodb:PutItem ${keys('C#')}`,
      'AnnouncementsTakes states:StartExecution AnnouncementsAnnouncementMachine',
    ],
    'A change of the notice is announced in a house of its own.',
    'test/cloud/reset.test.ts',
  ),
  ...all(
    ['CanaryDaily states:StartExecution CanaryMachine'],
    'The office of tests lets the synthetic person’s schedule sleep; a story starts its machine as the schedule would.',
    'test/cloud/canary.ts',
  ),

  {
    permission: 'Outbox dynamodb:Query *byDue',
    reason:
      'One letter tells of all mails that had none of their own; in the stories there are hardly so many on a day.',
    shownBy: 'test/adapters/mail-letters.test.ts',
    sometimes: true,
  },
  // What a machine, a slice or an upload that died leaves to be done.
  ...all(
    machinesThatMayDie.map((machine) => `DailyRoundSweep states:DescribeExecution states:execution:*${machine}*`),
    'The daily round looks at machines that should have moved; in the stories only one of erasure has died.',
    'test/cloud/after-erasure.ts',
  ).map((one) => ({ ...one, sometimes: true as const })),
  ...all(
    [
      ...[...systems, 'archive'].flatMap((system) => [
        `Systems${system} s3:GetObject PackagesBucket/segments/${system}/*`,
        `Systems${system} s3:AbortMultipartUpload PackagesBucket/segments/${system}/*`,
        `Systems${system} kms:Decrypt KeysData ${inS3}`,
      ]),
    ],
    'What a second slice goes on from is read, and an upload that fails is ended; S3 asks for kms:Decrypt also to put parts together. The company of the demo is done in one slice.',
    'test/package/large.test.ts',
  ),
  ...all(
    ['packages', 'segments'].map((part) => `WorkflowsPackage s3:AbortMultipartUpload PackagesBucket/${part}/*`),
    'Uploads that died are ended when what a request left is deleted.',
    'test/package/bad-days.test.ts',
  ),
  ...all(
    ['BatchGetItem', 'BatchWriteItem', 'DeleteItem', 'GetItem', 'PutItem'].map(
      (action) => `Systemsfiles dynamodb:${action} StoreVault (dynamodb:LeadingKeys files#*)`,
    ),
    'Tags of an object that has ten already are kept in the vault meanwhile; files of the demo have none.',
    'test/systems/s3.test.ts',
  ),

  ...all(
    ['DailyRoundAnchor s3:GetObject AnchorsBucket/anchors/*'],
    'An anchor that was put before a crash is read when it is tried again.',
    'test/adapters/compare.test.ts',
  ),

  ...all(
    ['GetItem', 'PutItem', 'UpdateItem'].map((action) => `DailyRoundSweep dynamodb:${action} ${keys('I#')}`),
    'A letter about a mail that SES did not take is left anew; in the stories it takes these.',
    'test/adapters/mail-letters.test.ts',
  ),

  // Steps that are rare, and that no story takes yet.
  ...all(
    ['PutItem', 'DeleteItem'].map((action) => `Apiconsent dynamodb:${action} ${keys('P#')}`),
    'A guardian who does not consent turns the question into an erasure: another lock of the same person.',
    'test/domain/lifecycle.test.ts',
  ),
  ...all(
    ['PutItem', 'DeleteItem'].map((action) => `Apierasenow dynamodb:${action} ${keys('P#')}`),
    'A child who does not want to wait for the guardian’s answer turns the question into an erasure.',
    'test/domain/lifecycle.test.ts',
  ),
  ...all(
    ['Apirestore', 'lift'].map((who) => `${who} dynamodb:PutItem ${keys('F#')}`),
    'A restriction that was never whole is counted as settled when it is lifted.',
    'test/domain/figures.test.ts',
  ),
  ...all(
    [`Apiopendsr dynamodb:DeleteItem ${keys('P#')}`],
    'A controller who cancels a copy that is being gathered frees the person for another; the stories cancel an erasure.',
  ),
  ...all(
    ['GetItem', 'PutItem'].map((action) => `InactivityUseStream dynamodb:${action} ${keys('R#')}`),
    'An account that is used again while its removal is under way stays; in the stories the company’s software says so, not its table.',
    'test/cloud/inactivity.ts',
  ),
  ...all(
    [`InactivityRound dynamodb:DeleteItem ${keys('A#')}`],
    'What is known of the use of an account goes when the directory has not known it for a year.',
    'test/domain/inactivity.test.ts',
  ),
  ...all(
    [`WorkflowsCertify dynamodb:DeleteItem ${keys('E#')}`],
    'Whoever closes a request takes its file of evidence with it; in the stories others do, with a step of their own.',
    'test/adapters/requests.test.ts',
  ),
  ...all(
    [
      ...['deskact', 'deskenter', 'deskfigures', 'desklook', 'deskpromises', 'deskrequest', 'deskwrite', 'desktasks'],
    ].map((who) => `${who} dynamodb:UpdateItem ${keys('Z#')}`),
    'The first click after a minute notes that the session is used; in the stories it is one on the queue.',
    'test/cloud/desk.ts',
  ).map((one) => ({ ...one, sometimes: true as const })),
  ...all(
    ['accounts', 'business'].map((system) => `Systems${system} dynamodb:Query ${keys('E#')}`),
    'What somebody gave by hand for a copy instead of a system that fails; in the stories the files fail.',
    'test/cloud/handed-over.ts',
  ),
  ...all(
    [`disclosure dynamodb:GetItem ${keys('R#')}`],
    'Whether an open erasure of the same person is one for inactivity, which leaves data where they are for now.',
  ),
  ...all(
    [`Apidecide dynamodb:GetItem ${keys('R#')}`],
    'What the believed owner of an account has open besides is read when the company decides whose a request is.',
  ),
  ...all(
    ['Query', 'DeleteItem'].map((action) => `DailyRoundSweep dynamodb:${action} ${keys('E#')}`),
    'A round that closes what nobody closed in time deletes the files that its person gave.',
    'test/adapters/evidence.test.ts',
  ).map((one) => ({ ...one, sometimes: true as const })),
]

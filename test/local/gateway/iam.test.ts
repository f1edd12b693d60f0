import { describe, expect, test } from 'vitest'
import { decide, type Principal } from '../../../local/gateway/iam/decide.ts'
import { statementsIn } from '../../../local/gateway/iam/statement.ts'

type Written = Readonly<Record<string, unknown>>
const role = 'arn:aws:iam::000000000000:role/worker'
const table = 'arn:aws:dynamodb:eu-central-1:000000000000:table/requests'
const file = 'arn:aws:s3:::files/a/b.pdf'
const key = 'arn:aws:kms:eu-central-1:000000000000:key/1'
const root = { AWS: 'arn:aws:iam::000000000000:root' }

const worker = (...statements: Written[]): Principal => ({
  kind: 'role',
  name: 'worker',
  arn: 'arn:aws:sts::000000000000:assumed-role/worker/worker',
  roleArn: role,
  statements: statementsIn({ Statement: statements }, 'own'),
})
const allow = (Action: unknown, Resource: unknown, Condition?: unknown): Written => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition ? { Condition } : {}),
})
const deny = (Action: unknown, Resource: unknown, Condition?: unknown): Written => ({
  ...allow(Action, Resource, Condition),
  Effect: 'Deny',
})

/** Whether the worker with these policies may do it. */
function may(
  action: string,
  resource: string,
  own: readonly Written[],
  { context = {}, on }: { context?: Record<string, readonly string[]>; on?: readonly Written[] } = {},
): boolean {
  const all = new Map([
    ['aws:principalarn', [role]],
    ...Object.entries(context).map(([k, v]) => [k.toLowerCase(), v] as const),
  ])
  const policy = on && statementsIn({ Statement: on }, 'resource')
  return decide(worker(...own), { action, resource }, all, policy).allowed
}

describe('what a role may do by its own policies', () => {
  test.each<[what: string, own: Written[], action: string, resource: string, allowed: boolean]>([
    ['nothing without a policy', [], 'dynamodb:GetItem', table, false],
    ['what is named', [allow('dynamodb:GetItem', table)], 'dynamodb:GetItem', table, true],
    ['actions in any case', [allow('DynamoDB:getitem', table)], 'dynamodb:GetItem', table, true],
    ['no other action', [allow('dynamodb:GetItem', table)], 'dynamodb:PutItem', table, false],
    ['no other resource', [allow('dynamodb:GetItem', table)], 'dynamodb:GetItem', `${table}2`, false],
    ['no index of the table', [allow('dynamodb:Query', table)], 'dynamodb:Query', `${table}/index/byDue`, false],
    [
      'the index by its own ARN',
      [allow('dynamodb:Query', `${table}/index/byDue`)],
      'dynamodb:Query',
      `${table}/index/byDue`,
      true,
    ],
    [
      'every index by a star',
      [allow('dynamodb:Query', `${table}/index/*`)],
      'dynamodb:Query',
      `${table}/index/byDue`,
      true,
    ],
    ['actions by a star', [allow('s3:GetObject*', file)], 's3:GetObjectTagging', file, true],
    [
      'one character by a question mark',
      [allow('s3:GetObject', 'arn:aws:s3:::files/?/b.pdf')],
      's3:GetObject',
      file,
      true,
    ],
    ['not two by a question mark', [allow('s3:GetObject', 'arn:aws:s3:::file?/b.pdf')], 's3:GetObject', file, false],
    [
      'a dot is a dot',
      [allow('s3:GetObject', 'arn:aws:s3:::files/a/b.pdf')],
      's3:GetObject',
      'arn:aws:s3:::files/a/bxpdf',
      false,
    ],
    ['no denied action', [allow('s3:*', '*'), deny('s3:Delete*', '*')], 's3:DeleteObject', file, false],
    ['all but NotAction', [{ Effect: 'Allow', NotAction: 's3:Delete*', Resource: '*' }], 's3:GetObject', file, true],
    [
      'nothing of NotAction',
      [{ Effect: 'Allow', NotAction: 's3:Delete*', Resource: '*' }],
      's3:DeleteObject',
      file,
      false,
    ],
    ['all but NotResource', [{ Effect: 'Allow', Action: 's3:*', NotResource: file }], 's3:GetObject', `${file}2`, true],
    ['nothing of NotResource', [{ Effect: 'Allow', Action: 's3:*', NotResource: file }], 's3:GetObject', file, false],
  ])('%s', (_, own, action, resource, allowed) => {
    expect(may(action, resource, own)).toBe(allowed)
  })
})

describe('what conditions mean', () => {
  test.each<[what: string, condition: Written, context: Record<string, string[]>, allowed: boolean]>([
    ['StringEquals, same', { StringEquals: { 's3:prefix': ['a', 'b'] } }, { 's3:prefix': ['b'] }, true],
    ['StringEquals, other', { StringEquals: { 's3:prefix': 'a' } }, { 's3:prefix': ['A'] }, false],
    ['StringEquals, absent', { StringEquals: { 's3:prefix': 'a' } }, {}, false],
    ['StringEqualsIfExists, absent', { StringEqualsIfExists: { 's3:prefix': 'a' } }, {}, true],
    ['StringEqualsIfExists, other', { StringEqualsIfExists: { 's3:prefix': 'a' } }, { 's3:prefix': ['b'] }, false],
    ['StringNotEquals, absent', { StringNotEquals: { 's3:prefix': 'a' } }, {}, true],
    ['StringNotEquals, same', { StringNotEquals: { 's3:prefix': ['a', 'b'] } }, { 's3:prefix': ['b'] }, false],
    ['StringLike', { StringLike: { 's3:prefix': 'home/*' } }, { 's3:prefix': ['home/x'] }, true],
    ['StringNotLike', { StringNotLike: { 's3:prefix': 'home/*' } }, { 's3:prefix': ['home/x'] }, false],
    ['keys in any case', { StringEquals: { 'S3:Prefix': 'a' } }, { 's3:prefix': ['a'] }, true],
    ['ArnEquals', { ArnEquals: { 'aws:PrincipalArn': role } }, {}, true],
    ['ArnLike within a part', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/w*' } }, {}, true],
    ['ArnLike not over a colon', { ArnLike: { 'aws:PrincipalArn': 'arn:*:role/worker' } }, {}, false],
    ['ArnNotEquals', { ArnNotEquals: { 'aws:PrincipalArn': role } }, {}, false],
    ['Null true, absent', { Null: { 's3:versionid': 'true' } }, {}, true],
    ['Null false, absent', { Null: { 's3:versionid': 'false' } }, {}, false],
    ['Null false, there', { Null: { 's3:versionid': 'false' } }, { 's3:versionid': ['1'] }, true],
    ['Bool', { Bool: { 'aws:SecureTransport': 'false' } }, { 'aws:securetransport': ['true'] }, false],
    ['NumericLessThanEquals', { NumericLessThanEquals: { 's3:max-keys': '10' } }, { 's3:max-keys': ['9'] }, true],
    [
      'ForAllValues, all',
      { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['R#*'] } },
      { 'dynamodb:LeadingKeys': ['R#1', 'R#2'] },
      true,
    ],
    [
      'ForAllValues, one not',
      { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['R#*'] } },
      { 'dynamodb:LeadingKeys': ['R#1', 'T#2'] },
      false,
    ],
    ['ForAllValues, absent', { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['R#*'] } }, {}, true],
    [
      'ForAnyValue, one',
      { 'ForAnyValue:StringEquals': { 'dynamodb:LeadingKeys': ['a'] } },
      { 'dynamodb:LeadingKeys': ['a', 'b'] },
      true,
    ],
    ['ForAnyValue, absent', { 'ForAnyValue:StringEquals': { 'dynamodb:LeadingKeys': ['a'] } }, {}, false],
    [
      'two lines, one fails',
      { StringEquals: { 's3:prefix': 'a' }, Null: { 's3:prefix': 'true' } },
      { 's3:prefix': ['a'] },
      false,
    ],
    [
      'an encryption context',
      { StringEquals: { 'kms:EncryptionContext:request': 'OB-1' } },
      { 'kms:encryptioncontext:request': ['OB-1'] },
      true,
    ],
  ])('%s', (_, condition, context, allowed) => {
    expect(may('s3:GetObject', file, [allow('s3:GetObject', '*', condition)], { context })).toBe(allowed)
  })

  test('a variable is the value of the call, and a statement whose variable has none does not fit', () => {
    const own = [allow('s3:GetObject', `arn:aws:s3:::files/\${aws:username}/*`)]
    expect(may('s3:GetObject', file, own, { context: { 'aws:username': ['a'] } })).toBe(true)
    expect(may('s3:GetObject', file, own, { context: { 'aws:username': ['b'] } })).toBe(false)
    expect(may('s3:GetObject', file, own)).toBe(false)
  })
})

describe('what a resource has to say', () => {
  const restricted = {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:GetObject*',
    Resource: 'arn:aws:s3:::files/*',
    Condition: {
      Null: { 's3:ExistingObjectTag/restricted': 'false' },
      ArnNotEquals: { 'aws:PrincipalArn': `${role}-other` },
    },
  }
  const tagged = { 's3:ExistingObjectTag/restricted': ['OB-1'] }

  test('a bucket denies tagged objects to everyone but one role, whatever their own policies allow', () => {
    const own = [allow('s3:*', '*')]
    expect(may('s3:GetObject', file, own, { on: [restricted] })).toBe(true)
    expect(may('s3:GetObject', file, own, { on: [restricted], context: tagged })).toBe(false)
    const other = { ...tagged, 'aws:principalarn': [`${role}-other`] }
    expect(may('s3:GetObject', file, own, { on: [restricted], context: other })).toBe(true)
  })

  test('a bucket may allow a principal that it names, and the account only hands over to IAM', () => {
    const on = (Principal: unknown) => [{ ...allow('s3:GetObject', 'arn:aws:s3:::files/*'), Principal }]
    expect(may('s3:GetObject', file, [], { on: on({ AWS: role }) })).toBe(true)
    expect(may('s3:GetObject', file, [], { on: on(root) })).toBe(false)
    expect(may('s3:GetObject', file, [], { on: on({ AWS: `${role}2` }) })).toBe(false)
    expect(may('s3:GetObject', file, [], { on: on({ Service: 'cloudfront.amazonaws.com' }) })).toBe(false)
  })

  test('a key has to leave it to IAM, or to name the role itself', () => {
    const own = [allow('kms:Decrypt', key)]
    const on = (Principal: unknown, effect = 'Allow') => [{ Effect: effect, Principal, Action: 'kms:*', Resource: '*' }]
    expect(may('kms:Decrypt', key, own, { on: on(root) })).toBe(true)
    expect(may('kms:Decrypt', key, [], { on: on(root) })).toBe(false)
    expect(may('kms:Decrypt', key, own, { on: on({ Service: 'logs.eu-central-1.amazonaws.com' }) })).toBe(false)
    expect(may('kms:Decrypt', key, [], { on: on({ AWS: role }) })).toBe(true)
    expect(may('kms:Decrypt', key, own, { on: [...on(root), ...on(root, 'Deny')] })).toBe(false)
  })

  test('a service comes in only where the resource names it, from the source that it names', () => {
    const cloudFront: Principal = { kind: 'service', name: 'c', arn: 'cloudfront.amazonaws.com', statements: [] }
    const policy = statementsIn(
      {
        Statement: [
          {
            ...allow('s3:GetObject', 'arn:aws:s3:::files/*', { StringEquals: { 'AWS:SourceArn': 'arn:distribution' } }),
            Principal: { Service: 'cloudfront.amazonaws.com' },
          },
        ],
      },
      'bucket',
    )
    const from = (source: string) => new Map([['aws:sourcearn', [source]]])
    const need = { action: 's3:GetObject', resource: file }
    expect(decide(cloudFront, need, from('arn:distribution'), policy).allowed).toBe(true)
    expect(decide(cloudFront, need, from('arn:another'), policy).allowed).toBe(false)
    expect(decide(cloudFront, need, from('arn:distribution'), undefined).allowed).toBe(false)
  })
})

test.each<[what: string, statement: Written, message: string]>([
  ['operator', allow('s3:*', '*', { IpAddress: { 'aws:PrincipalArn': '10.0.0.0/8' } }), 'condition operator IpAddress'],
  [
    'condition key',
    allow('s3:*', '*', { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }),
    'condition key aws:PrincipalOrgID',
  ],
  ['variable', allow('s3:*', `arn:aws:s3:::\${aws:PrincipalTag/team}`), 'policy variable aws:PrincipalTag/team'],
  ['element', { ...allow('s3:*', '*'), NotPrincipal: '*' }, 'policy element NotPrincipal'],
  ['kind of principal', { ...allow('s3:*', '*'), Principal: { Federated: 'x' } }, 'principal kind Federated'],
])('an unknown %s stops the local cloud by its name, and says in which statement', (_, statement, message) => {
  expect(() => statementsIn({ Statement: [{ ...statement, Sid: 'Odd' }] }, 'the policy')).toThrow(
    expect.objectContaining({ message: expect.stringMatching(`^the policy, Odd: .*${message}`) }),
  )
})

test('a refusal names who, what, which resource and why', () => {
  const verdict = decide(worker(), { action: 's3:GetObject', resource: file }, new Map(), undefined)
  expect(verdict).toMatchObject({
    allowed: false,
    why: `User: arn:aws:sts::000000000000:assumed-role/worker/worker is not authorized to perform: s3:GetObject on resource: ${file} because no policy allows the s3:GetObject action`,
  })
})

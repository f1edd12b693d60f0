import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { afterAll, expect, test } from 'vitest'
import demo from '../../demo/policy.ts'
import { settingOf } from '../../infra/setting.ts'
import type { DeskPolicy } from '../../policy/desk.ts'
import { ofType, type Synthesized, statementsOf, synthesized } from './synthesized.ts'

const folder = mkdtempSync(join(tmpdir(), 'oblige-policies-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A policy file as a company would write it. */
function policyFile(name: string, policy: unknown): string {
  const file = join(folder, `${name}.mjs`)
  writeFileSync(file, `export default ${JSON.stringify(policy)}\n`)
  return file
}
// Every app of CDK makes a folder for its assembly.
const setting = (context: Record<string, string>) => settingOf(new App({ context, outdir: join(folder, 'cdk.out') }))

test('a policy that cannot be used ends the synth with a sentence that names the field', async () => {
  const wrong = policyFile('wrong', { ...demo, periods: { ...demo.periods, erasure: '60 days' } })
  await expect(setting({ policy: wrong })).rejects.toThrow(
    'The policy cannot be used. periods.erasure: must be an ISO 8601 duration such as P60D.',
  )
  await expect(setting({ policy: policyFile('empty', {}) })).rejects.toThrow('The policy cannot be used. company')
  await expect(setting({})).rejects.toThrow('policy: the context of cdk.json names no policy file.')
})

test('a domain that is not the policy’s site, or cannot be proven, is refused by the name of the field', async () => {
  const policy = policyFile('named', { ...demo, site: 'https://privacy.example.com' })
  const domain = 'privacy.example.com'
  await expect(setting({ policy, domain: 'other.example.com' })).rejects.toThrow(
    'domain: other.example.com is not where',
  )
  await expect(setting({ policy, domain })).rejects.toThrow('domain: needs a hostedZone with its hostedZoneId')
  await expect(setting({ policy, domain, hostedZone: 'example.com' })).rejects.toThrow('hostedZoneId: is missing')
  const elsewhere = 'arn:aws:acm:eu-central-1:111122223333:certificate/0'
  await expect(setting({ policy, domain, certificate: elsewhere })).rejects.toThrow('certificate: CloudFront takes')
})

test('a domain brings its certificate, its names, and TLS 1.2; nag finds nothing then either', async () => {
  const { oblige, edge, findings } = await synthesized({
    context: {
      policy: policyFile('domain', { ...demo, site: 'https://privacy.example.com' }),
      domain: 'privacy.example.com',
      hostedZone: 'example.com',
      hostedZoneId: 'Z0000000EXAMPLE',
    },
  })
  expect(findings).toEqual([])
  expect(ofType(edge, 'AWS::CertificateManager::Certificate')).toHaveLength(1)
  expect(ofType(oblige, 'AWS::Route53::RecordSet').map(({ properties }) => properties.Type)).toEqual(['A', 'AAAA'])
  const [front] = ofType(oblige, 'AWS::CloudFront::Distribution')
  expect(JSON.stringify(front)).toContain('"MinimumProtocolVersion":"TLSv1.2_2021"')
}, 120_000)

test('a desk with a pool of its own lets nobody sign up, and nobody in without a second factor; nag finds nothing', async () => {
  const cognito = { kind: 'cognito', prefix: 'papyra-desk' } as const
  const made = await synthesized({
    policy: (policy) => ({ ...policy, ...(policy.desk ? { desk: { ...policy.desk, signIn: cognito } } : {}) }),
  })
  expect(made.findings).toEqual([])
  const [pool] = ofType(made.oblige, 'AWS::Cognito::UserPool')
  expect(pool?.properties).toMatchObject({
    MfaConfiguration: 'ON',
    EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    DeletionProtection: 'ACTIVE',
  })
  const [client] = ofType(made.oblige, 'AWS::Cognito::UserPoolClient')
  expect(client?.properties).toMatchObject({
    AllowedOAuthFlows: ['code'],
    CallbackURLs: ['http://127.0.0.1:4510/desk/callback'],
    GenerateSecret: false,
  })
  const groups = ofType(made.oblige, 'AWS::Cognito::UserPoolGroup').map(({ properties }) => properties.GroupName)
  expect(groups.sort()).toEqual(['auditors', 'privacy-agents', 'privacy-officers'])
  const [signIn] = ofType(made.oblige, 'AWS::Lambda::Function').filter(({ id }) => id.startsWith('desksignin'))
  expect(signIn?.properties.Environment).toEqual({
    Variables: { CLIENT_ID: expect.anything(), ISSUER: expect.anything(), TABLE: expect.anything() },
  })
}, 60_000)

test('who may turn a request down alone may close it; where it takes two, only whoever confirms', async () => {
  const closing = (made: Synthesized) =>
    statementsOf(made.oblige)
      .filter(({ actions, condition }) => actions.includes('dynamodb:DeleteItem') && condition.includes('"P#*"'))
      .flatMap(({ role }) => /^desk[a-z]+/.exec(role) ?? [])
  expect(closing(await synthesized())).toEqual(['deskact'])
  const alone = await synthesized({
    policy: ({ desk: { twoPeople: _, ...desk } = {} as DeskPolicy, ...policy }) => ({ ...policy, desk }),
  })
  expect(closing(alone).sort()).toEqual(['deskact', 'deskwrite'])
}, 60_000)

test('a policy without a desk has no page, no function and no way to it', async () => {
  const { oblige } = await synthesized({ policy: ({ desk: _, ...policy }) => policy })
  const text = JSON.stringify(oblige)
  for (const trace of ['desksignin', '/desk', 'Cognito']) expect([trace, text.includes(trace)]).toEqual([trace, false])
}, 60_000)

test('a database in a network is reached from inside it, and mail of another region needs no identity here', async () => {
  const [subnet, group] = ['subnet-0123456789abcdef0', 'sg-0123456789abcdef0']
  const business = { ...demo.systems.business, network: { subnetIds: [subnet], securityGroupIds: [group] } }
  // SES tells functions of its own region only.
  const { mailbox: _, canary: __, ...without } = demo
  const policy = policyFile('network', {
    ...without,
    regions: { home: 'eu-central-1', mail: 'eu-west-1' },
    systems: { ...demo.systems, business },
  })
  const { oblige, findings } = await synthesized({ context: { policy } })
  expect(findings).toEqual([])
  const placed = ofType(oblige, 'AWS::Lambda::Function').filter(({ properties }) => properties.VpcConfig)
  expect(placed.map(({ properties }) => properties.VpcConfig)).toEqual([
    { SubnetIds: [subnet], SecurityGroupIds: [group] },
  ])
  for (const type of ['AWS::SES::EmailIdentity', 'AWS::SES::ReceiptRule']) expect(ofType(oblige, type)).toEqual([])
  expect(JSON.stringify(ofType(oblige, 'AWS::IAM::Role'))).toContain(':ses:eu-west-1:')
}, 120_000)

import { list, part, type Resource, type Template, text } from '../../front/resource.ts'
import { account } from '../../template/assembly.ts'
import type { PolicyDocument } from '../service.ts'
import type { Principal } from './decide.ts'
import { type Statement, statementsIn } from './statement.ts'

/** AWS's own managed policies that a template may name, as IAM's managed policy reference lists them. */
const managed: Readonly<Record<string, PolicyDocument>> = {
  'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole': {
    Statement: [
      {
        Effect: 'Allow',
        Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: '*',
      },
    ],
  },
}

export type Role = { readonly arn: string; readonly name: string; readonly statements: readonly Statement[] }

/** The template's roles with all their policies, by ARN. @throws naming a policy that the local cloud does not know */
export function rolesOf(template: Template): ReadonlyMap<string, Role> {
  const attached = (role: Resource, type: string) =>
    template.ofType(type).filter(({ properties }) => list(properties.Roles).includes(role.name))
  return new Map(
    template.ofType('AWS::IAM::Role').map((role) => {
      const { name, arn, properties } = role
      if (properties.PermissionsBoundary) throw new Error(`the local cloud does not know PermissionsBoundary (${name})`)
      const inline = list(properties.Policies).map((one) => ({
        source: `${name}: ${text(part(one).PolicyName)}`,
        document: part(one).PolicyDocument,
      }))
      const separate = [...attached(role, 'AWS::IAM::Policy'), ...attached(role, 'AWS::IAM::ManagedPolicy')]
      const byArn = list(properties.ManagedPolicyArns).map((one) => managedPolicy(template, name, text(one)))
      const policies = [
        ...inline,
        ...separate.map((one) => ({ source: `${name}: ${one.name}`, document: one.properties.PolicyDocument })),
        ...byArn,
      ]
      const statements = policies.flatMap(({ source, document }) => statementsIn(document as PolicyDocument, source))
      return [arn, { arn, name, statements }] as const
    }),
  )
}

function managedPolicy(template: Template, role: string, arn: string) {
  const ours = template.ofType('AWS::IAM::ManagedPolicy').find((one) => one.arn === arn)
  const document = ours?.properties.PolicyDocument ?? managed[arn]
  if (!document) throw new Error(`the local cloud does not know the managed policy ${arn} (${role})`)
  return { source: `${role}: ${arn.split('/').at(-1)}`, document }
}

/** A role as somebody of the template has taken it on. @throws when the role does not trust that service */
export function assumed(
  template: Template,
  roles: ReadonlyMap<string, Role>,
  roleArn: string,
  by: string,
  service: string,
): Principal {
  const role = roles.get(roleArn)
  const resource = template.ofType('AWS::IAM::Role').find(({ arn }) => arn === roleArn)
  if (!role || !resource) throw new Error(`${by} has no role of the template: ${roleArn}`)
  const trust = resource.properties.AssumeRolePolicyDocument as PolicyDocument
  const trusted = statementsIn(trust, `${role.name}: trust`).some(
    ({ effect, audience }) =>
      effect === 'Allow' && audience?.some(({ kind, id }) => kind === 'Service' && id === service),
  )
  if (!trusted) throw new Error(`the role ${role.name} of ${by} does not trust ${service}`)
  return {
    kind: 'role',
    name: by,
    arn: `arn:aws:sts::${account}:assumed-role/${role.name}/${by}`,
    roleArn,
    statements: role.statements,
  }
}

/** Somebody outside the template, with statements of their own. */
export const outside = (name: string, statements: readonly object[]): Principal => ({
  kind: 'user',
  name,
  arn: `arn:aws:iam::${account}:user/${name}`,
  statements: statementsIn({ Statement: statements as PolicyDocument['Statement'] }, name),
})

/** An AWS service that comes by itself, such as CloudFront fetching a page. */
export const service = (name: string): Principal => ({ kind: 'service', name, arn: name, statements: [] })

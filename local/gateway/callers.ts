import type { Resource, Template } from '../front/resource.ts'
import { part, text } from '../front/resource.ts'
import { functionsOf } from '../functions/placed.ts'
import type { Principal } from './iam/decide.ts'
import { assumed, type Role, rolesOf } from './iam/principals.ts'

/** Everybody in the template who calls AWS, each with the role that the template gives. */
export type Callers = {
  readonly roles: ReadonlyMap<string, Role>
  /** A function or state machine by its ARN. @throws when the template has none */
  at(arn: string): Principal
  /** A role that a rule or a schedule takes on to reach its target. */
  as(roleArn: string, by: string, service: string): Principal
}

/** @throws for a role that does not trust who uses it, and for a policy that the local cloud does not know */
export function callersOf(template: Template & { resources?: readonly Resource[] }): Callers {
  const roles = rolesOf(template)
  const as = (roleArn: string, by: string, service: string) => assumed(template, roles, roleArn, by, service)
  const functions = functionsOf(template).map(
    ({ arn, name, properties }) => [arn, as(text(properties.Role), name, 'lambda.amazonaws.com')] as const,
  )
  const machines = template
    .ofType('AWS::StepFunctions::StateMachine')
    .map(({ arn, name, properties }) => [arn, as(text(properties.RoleArn), name, 'states.amazonaws.com')] as const)
  const byArn = new Map([...functions, ...machines])
  const used = new Set([...byArn.values()].map(({ roleArn }) => roleArn))
  return {
    // Roles of CDK's own providers work at deployment, not here.
    roles: new Map([...roles].filter(([arn]) => used.has(arn) || isTargetRole(template, arn))),
    at(arn) {
      const found = byArn.get(arn)
      if (!found) throw new Error(`the template has no function or state machine ${arn}`)
      return found
    },
    as,
  }
}

const isTargetRole = (template: Template, arn: string): boolean =>
  template.ofType('AWS::Scheduler::Schedule').some(({ properties }) => part(properties, 'Target').RoleArn === arn) ||
  template
    .ofType('AWS::Events::Rule')
    .some(({ properties }) => JSON.stringify(properties.Targets ?? []).includes(`"${arn}"`))

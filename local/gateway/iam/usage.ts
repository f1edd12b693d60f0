import type { Resource } from '../../front/resource.ts'
import { globMatches } from './conditions.ts'
import type { Role } from './principals.ts'
import { readableIn } from './readable.ts'
import type { Statement } from './statement.ts'

/** One action on one resource of a statement, and what became of it since the start. */
export type Permission = {
  readonly role: string
  /** Whose role it is and what the resource is, by the template's own names. */
  readonly who: string
  readonly on: string
  readonly source: string
  readonly action: string
  readonly resource: string
  /** What else the statement asks for, e.g. `dynamodb:LeadingKeys R#*`. */
  readonly only: readonly string[]
  readonly used: number
  /** False for services that the local cloud does not have: it cannot tell whether they are needed. */
  readonly local: boolean
}

/** Services whose calls are made here; permissions of others can be neither used nor missed. */
const here = ['dynamodb', 'events', 'kms', 'lambda', 's3', 'scheduler', 'secretsmanager', 'ses', 'sqs', 'states']

/** Counts which allowing statements were needed, by the action and the resource that they name. */
export class Usage {
  readonly #used = new Map<Statement, Map<string, number>>()

  count(statements: readonly Statement[], action: string, resource: string): void {
    for (const statement of statements) {
      const pairs = this.#used.get(statement) ?? new Map<string, number>()
      for (const named of statement.actions.filter((pattern) => globMatches(pattern, action, true)))
        for (const covered of statement.resources.filter((pattern) => globMatches(pattern, resource))) {
          const pair = `${named} ${covered}`
          pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
        }
      this.#used.set(statement, pairs)
    }
  }

  /** Every allowed action of the roles on every resource, used or not. */
  of(roles: Iterable<Role>, resources: readonly Resource[]): readonly Permission[] {
    const readable = readableIn(resources)
    return [...roles].flatMap((role) =>
      role.statements
        .filter(({ effect }) => effect === 'Allow')
        .flatMap((statement) =>
          statement.actions.flatMap((action) =>
            statement.resources.map((resource) => ({
              role: role.name,
              who: readable(role.arn).replace(/(Service)?Role$/, ''),
              on: readable(resource),
              source: statement.source,
              action,
              resource,
              only: statement.conditions.map(({ key, values }) => `${key} ${values.join(' or ')}`),
              used: this.#used.get(statement)?.get(`${action} ${resource}`) ?? 0,
              local: here.includes(action.split(':')[0]?.toLowerCase() ?? ''),
            })),
          ),
        ),
    )
  }
}

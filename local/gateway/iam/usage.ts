import { globMatches } from './conditions.ts'
import type { Role } from './principals.ts'
import type { Statement } from './statement.ts'

/** One action of a statement, and what became of it since the start. */
export type Permission = {
  readonly role: string
  readonly source: string
  readonly action: string
  readonly resources: readonly string[]
  readonly used: number
  /** False for services that the local cloud does not have: it cannot tell whether they are needed. */
  readonly local: boolean
}

/** Services whose calls are made here; permissions of others can be neither used nor missed. */
const here = ['dynamodb', 'events', 'kms', 'lambda', 's3', 'scheduler', 'secretsmanager', 'ses', 'sqs', 'states']

/** Counts which allowing statements were needed. */
export class Usage {
  readonly #used = new Map<Statement, Map<string, number>>()

  count(statements: readonly Statement[], action: string): void {
    for (const statement of statements) {
      const actions = this.#used.get(statement) ?? new Map<string, number>()
      for (const pattern of statement.actions)
        if (globMatches(pattern, action, true)) actions.set(pattern, (actions.get(pattern) ?? 0) + 1)
      this.#used.set(statement, actions)
    }
  }

  /** Every allowed action of the roles, used or not. */
  of(roles: Iterable<Role>): readonly Permission[] {
    return [...roles].flatMap((role) =>
      role.statements
        .filter(({ effect }) => effect === 'Allow')
        .flatMap((statement) =>
          statement.actions.map((action) => ({
            role: role.name,
            source: statement.source,
            action,
            resources: statement.resources,
            used: this.#used.get(statement)?.get(action) ?? 0,
            local: here.includes(action.split(':')[0]?.toLowerCase() ?? ''),
          })),
        ),
    )
  }
}

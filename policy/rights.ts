/**
 * What a person can ask for, in the order in which it is offered; the first is chosen beforehand. `objection`: to direct
 * marketing (GDPR Art. 21(2)); `processing-objection`: to any other use (Art. 21(1)).
 */
export const rights = [
  'access',
  'portability',
  'rectification',
  'restriction',
  'objection',
  'processing-objection',
  'erasure',
] as const
export type Right = (typeof rights)[number]

/** A copy of everything (GDPR Art. 15), or of what the person provided, to take elsewhere (Art. 20). */
export const copyRights = ['access', 'portability'] as const satisfies readonly Right[]
export type CopyRight = (typeof copyRights)[number]

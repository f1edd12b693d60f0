import { required } from '../../adapters/environment.ts'
import type { Effect } from '../../domain/effect.ts'

export type Arns = Readonly<Record<Extract<Effect, { kind: 'start' }>['machine'], string>>

/** ARNs of the state machines, as the environment names them. */
export const arnsOfMachines = (): Arns => ({
  erasure: required('ERASURE_MACHINE'),
  restore: required('RESTORE_MACHINE'),
  export: required('EXPORT_MACHINE'),
  restriction: required('RESTRICTION_MACHINE'),
  objection: required('OBJECTION_MACHINE'),
  rectification: required('RECTIFICATION_MACHINE'),
  recipients: required('RECIPIENTS_MACHINE'),
  'erasing-again': required('ERASING_AGAIN_MACHINE'),
  disclosure: required('DISCLOSURE_MACHINE'),
  identity: required('IDENTITY_MACHINE'),
})

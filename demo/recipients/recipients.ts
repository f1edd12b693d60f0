import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { names } from '../places/places.ts'
import { tellSecret } from '../places/secret.ts'
import policy from '../policy.ts'
import { Analytics } from './analytics.ts'
import { CaseTool } from './case-tool.ts'
import { certified, newAuthority } from './certificate.ts'
import { Controller } from './controller.ts'
import { Processor } from './processor.ts'

/** Those whom the demo company told of its people, on this machine; who reads mail has the inbox. */
export type Recipients = {
  readonly processor: Processor
  readonly analytics: Analytics
  /** On whose behalf it holds some of its accounts. */
  readonly controller: Controller
  /** A tool of the company itself, which hears by webhook. */
  readonly caseTool: CaseTool
  stop(): Promise<void>
}

/** Starts them with keys of their own, and tells Oblige how to reach them by the secrets that the policy names. */
export async function startRecipients(secrets: SecretsManagerClient, centre: string): Promise<Recipients> {
  const authority = newAuthority('Authority of the demo')
  const told = policy.recipients['sign-in']?.told
  if (told?.kind !== 'opendsr') throw new Error('the demo’s sign-in provider speaks OpenDSR')
  const processor = new Processor(told.domain, authority, centre)
  const analytics = new Analytics(authority)
  const { domain = '' } = policy.processor ?? {}
  const controller = new Controller(domain, authority, centre)
  const caseTool = new CaseTool(authority)
  await Promise.all([processor, analytics, controller, caseTool].map((one) => one.start()))
  await tellSecret(secrets, names.caseTool, caseTool.secret)
  const { endpoint, authorization } = processor
  await tellSecret(secrets, names.signIn, { endpoint, authorization, ca: authority.pem })
  await tellSecret(secrets, names.analytics, analytics.account)
  const own = certified(domain, authority)
  await tellSecret(secrets, names.processor, {
    certificate: own.pem,
    key: own.key.export({ type: 'pkcs8', format: 'pem' }),
    controllers: {
      harbour: { authorization: controller.authorization, callbacks: [controller.origin], ca: controller.ca },
    },
  })
  return {
    processor,
    analytics,
    controller,
    caseTool,
    stop: async () => {
      await Promise.all([processor, analytics, controller, caseTool].map((one) => one.stop()))
    },
  }
}

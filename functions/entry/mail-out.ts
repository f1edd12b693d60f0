import { optional } from '../../adapters/environment.ts'
import { MailOut } from '../../adapters/mail.ts'
import { policy } from '../../policy/in-force.ts'

/** Mail out as the policy says, by the configuration set that infra made, where it made one. */
export const mailOut = (): MailOut =>
  new MailOut(
    policy.mail.from,
    policy.company.name,
    policy.mail.replyTo,
    policy.regions.mail,
    undefined,
    optional('CONFIGURATION_SET'),
  )

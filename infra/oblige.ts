import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import type { Policy } from '../policy/schema.ts'
import { Alarms } from './alarms.ts'
import { Anchors } from './anchors.ts'
import { Announcements } from './announcements.ts'
import { Api } from './api.ts'
import type { Directory } from './api-functions.ts'
import type { Bundles } from './bundles.ts'
import { Canary } from './canary.ts'
import { Company } from './company.ts'
import { DailyRound } from './daily-round.ts'
import { Desk } from './desk.ts'
import { Distribution } from './distribution.ts'
import { Feedback } from './feedback.ts'
import { Inactivity } from './inactivity.ts'
import { Keys } from './keys.ts'
import { Mail } from './mail.ts'
import { Mailbox } from './mailbox.ts'
import { Outbox } from './outbox.ts'
import { Overview } from './overview.ts'
import { Packages } from './packages.ts'
import { Recipients } from './recipients.ts'
import type { Domain } from './setting.ts'
import { Site } from './site.ts'
import { Store } from './store.ts'
import { Systems } from './systems.ts'
import { Watch } from './watch.ts'
import { Webhooks } from './webhooks.ts'
import { Workflows } from './workflows.ts'

type ObligeProps = StackProps & {
  readonly policy: Policy
  readonly bundles: Bundles
  /** Folder of the static pages. */
  readonly pages: string
  readonly webAclArn: string
  readonly domain?: Domain & { readonly certificateArn: string }
}

/** Oblige in the company's home region. */
export class Oblige extends Stack {
  constructor(scope: Construct, id: string, { policy, bundles, pages, webAclArn, domain, ...props }: ObligeProps) {
    super(scope, id, props)
    const keys = new Keys(this, 'Keys')
    const store = new Store(this, 'Store', keys.data)

    const packages = new Packages(this, 'Packages', keys)

    const systems = new Systems(this, 'Systems', { policy, keys, store, packages, bundles })
    const mail = new Mail(this, 'Mail', policy)
    const recipients = new Recipients(this, 'Recipients', { policy, keys, store, bundles, mail })
    const workflows = new Workflows(this, 'Workflows', {
      keys,
      store,
      packages,
      bundles,
      passOn: recipients.function,
      systems: systems.functions,
    })
    const webhooks = policy.webhooks && new Webhooks(this, 'Webhooks', { hooks: policy.webhooks, keys, store, bundles })
    const outbox = new Outbox(this, 'Outbox', {
      ...{ keys, store, bundles, workflows, mail, mails: policy.mailbox !== undefined },
      ...(webhooks ? { webhooks } : {}),
    })
    const { deadLetters } = outbox
    const feedback = mail.set && new Feedback(this, 'Feedback', { set: mail.set, keys, store, bundles, deadLetters })
    const mailbox =
      policy.mailbox && new Mailbox(this, 'Mailbox', { policy, mailbox: policy.mailbox, keys, store, bundles })
    const anchors = new Anchors(this, 'Anchors', policy)
    const watch = new Watch(this, 'Watch', { keys, store, bundles })
    const round = new DailyRound(this, 'DailyRound', {
      ...{ keys, store, bundles, workflows, mail, mails: policy.mailbox !== undefined, anchors },
    })

    const directory = this.#directory(policy)
    const api = new Api(this, 'Api', {
      keys,
      store,
      packages,
      bundles,
      policy,
      directory,
      ...(mailbox ? { mailbox } : {}),
    })
    const company = new Company(this, 'Company', {
      policy,
      api,
      keys,
      store,
      bundles,
      directory,
      round: round.machine,
      anchors,
    })
    const desk =
      policy.desk &&
      new Desk(this, 'Desk', {
        ...{ policy, desk: policy.desk, api, keys, store, directory, bundles },
        ...(mailbox ? { mailbox } : {}),
      })
    const site = new Site(this, 'Site', { folder: pages, keys })
    const front = new Distribution(this, 'Distribution', {
      api,
      site,
      webAclArn,
      mails: mailbox !== undefined,
      desk: policy.desk !== undefined,
      notice: policy.announcements !== undefined,
      languages: policy.languages,
      ...(domain ? { domain } : {}),
    })

    const inactivity = policy.inactivity && new Inactivity(this, 'Inactivity', { policy, keys, store, bundles, api })
    const announcements =
      policy.announcements && new Announcements(this, 'Announcements', { policy, keys, store, bundles, mail, api })

    const canary = policy.canary && mailbox && new Canary(this, 'Canary', { policy, keys, bundles, mailbox })

    const functions = [
      ...api.functions,
      ...company.functions,
      ...(desk?.functions ?? []),
      ...Object.values(workflows.functions),
      ...Object.values(systems.functions),
      recipients.function,
      outbox.function,
      ...(webhooks ? [webhooks.function] : []),
      watch.function,
      ...round.functions,
      ...(mailbox ? [mailbox.function] : []),
      ...(feedback ? [feedback.function] : []),
      ...(inactivity?.functions ?? []),
      ...(announcements?.functions ?? []),
      ...(canary ? [canary.function] : []),
    ]
    const watched = {
      api,
      company,
      workflows,
      outbox,
      watch,
      round,
      functions,
      ...(desk ? { desk } : {}),
      ...(mailbox ? { mailbox } : {}),
      ...(webhooks ? { webhooks } : {}),
      ...(inactivity ? { inactivity } : {}),
      ...(announcements ? { announcements } : {}),
      ...(canary ? { canary } : {}),
    }
    new Alarms(this, 'Alarms', { ...watched, keys, address: policy.mail.alarms })
    new Overview(this, 'Overview', watched)

    const outputs = {
      PrivacyCentre: `https://${domain?.name ?? front.distribution.domainName}/`,
      ...(policy.desk ? { DeskAddress: `https://${domain?.name ?? front.distribution.domainName}/desk` } : {}),
      DistributionName: front.distribution.domainName,
      API: api.api.apiEndpoint,
      AnchorsBucket: anchors.bucket.bucketName,
      RequestsTable: store.requests.tableName,
      ErasureMachine: workflows.erasure.stateMachineArn,
      RestoreMachine: workflows.restore.stateMachineArn,
      ExportMachine: workflows.export.stateMachineArn,
      RestrictionMachine: workflows.restriction.stateMachineArn,
      ObjectionMachine: workflows.objection.stateMachineArn,
      IdentityMachine: workflows.identity.stateMachineArn,
      RectificationMachine: workflows.rectification.stateMachineArn,
      RecipientsMachine: workflows.recipients.stateMachineArn,
      ...(inactivity ? { InactivityMachine: inactivity.machine.stateMachineArn } : {}),
      ...(announcements ? { AnnouncementMachine: announcements.machine.stateMachineArn } : {}),
      ...(webhooks ? { WebhooksMachine: webhooks.machine.stateMachineArn } : {}),
      ...(canary ? { CanaryMachine: canary.machine.stateMachineArn } : {}),
      ErasingAgainMachine: workflows.erasingAgain.stateMachineArn,
      DisclosureMachine: workflows.disclosure.stateMachineArn,
      DailyRoundMachine: round.machine.stateMachineArn,
    }
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value })
    for (const [name, one] of Object.entries(systems.functions))
      new CfnOutput(this, `RoleOf${name.replaceAll('-', '')}`, {
        value: one.role.roleArn,
        description: `The role that works in the system ${name}`,
      })
  }

  #directory({ directory }: Policy): Directory {
    const tableArn = this.formatArn({ service: 'dynamodb', resource: 'table', resourceName: directory.table })
    return { tableArn, indexArn: `${tableArn}/index/${directory.index}` }
  }
}

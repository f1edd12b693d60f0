import { CfnOutput, Stack } from 'aws-cdk-lib'
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses'
import { Construct } from 'constructs'
import type { Policy } from '../policy/schema.ts'
import type { ObligeFunction } from './function.ts'
import { accept } from './nag.ts'

/**
 * The domain that letters come from, proven by DKIM, and a configuration set that sends by TLS or not at all. Made here
 * only when mail goes out of the home region; else docs/deploy.md says how.
 */
export class Mail extends Construct {
  readonly environment: Readonly<Record<string, string>>
  readonly #policy: Policy
  /** Absent when mail goes out of another region. */
  readonly set: ConfigurationSet | undefined

  constructor(scope: Construct, id: string, policy: Policy) {
    super(scope, id)
    this.#policy = policy
    if (policy.regions.mail !== policy.regions.home) {
      this.environment = {}
      return
    }
    this.set = new ConfigurationSet(this, 'Encrypted', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      // Who calls one of our letters spam is still owed the next: SES by itself would hold it back.
      suppressionReasons: SuppressionReasons.BOUNCES_ONLY,
    })
    const identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(domainOf(policy)),
      configurationSet: this.set,
    })
    for (const [i, { name, value }] of identity.dkimRecords.entries())
      new CfnOutput(this, `Dkim${i + 1}`, {
        value: `${name} CNAME ${value}`,
        description: 'DNS record that proves the mail domain',
      })
    this.environment = { CONFIGURATION_SET: this.set.configurationSetName }
  }

  /**
   * Lets a function send from the policy's address, and from no other. Where a recipient is itself a proven identity of the
   * account, as everybody has to be in SES's sandbox, SES asks for that identity too.
   */
  letSend(one: ObligeFunction): void {
    const { mail, regions } = this.#policy
    const ses = (resource: string, resourceName: string) =>
      Stack.of(this).formatArn({ service: 'ses', region: regions.mail, resource, resourceName })
    one.allow(
      ['ses:SendRawEmail'],
      [ses('identity', '*'), ...(this.set ? [ses('configuration-set', this.set.configurationSetName)] : [])],
      { StringEquals: { 'ses:FromAddress': mail.from } },
    )
    accept(one.role, {
      [`AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ses:${regions.mail}:<AWS::AccountId>:identity/*]`]:
        'Letters go to whoever asks, and a recipient may be an identity of the account; the condition names the one sender.',
    })
  }
}

const domainOf = ({ mail }: Policy): string => mail.from.split('@')[1] ?? ''

import type { BusEvent } from '../events/rules.ts'
import { list, part, type Template, text } from '../front/resource.ts'
import type { Mail } from './mail.ts'

/** What becomes of a mail after SES took it. */
export type Fate = 'delivered' | 'bounced' | 'complained'

/** How SES names it in a configuration set's destination, and on the bus (developer guide, "Event publishing"). */
const names = {
  delivered: ['DELIVERY', 'Email Delivered'],
  bounced: ['BOUNCE', 'Email Bounced'],
  complained: ['COMPLAINT', 'Email Complaint Received'],
} as const satisfies Record<Fate, readonly [string, string]>

/**
 * What becomes of a mail to an address, as with SES's mailbox simulator: `bounce@…` comes back for good, `complaint@…` is
 * called spam after it was delivered, also with a label (`bounce+1@…`); all others are delivered.
 */
export function fatesOf(address: string): readonly Fate[] {
  const [local = ''] = address.toLowerCase().split(/[+@]/)
  if (local === 'bounce') return ['bounced']
  return local === 'complaint' ? ['delivered', 'complained'] : ['delivered']
}

/** Whether a configuration set tells the account's bus of it. */
export const isTold = (template: Template, configurationSet: string, fate: Fate): boolean =>
  template.ofType('AWS::SES::ConfigurationSetEventDestination').some(({ properties }) => {
    const { Enabled, EventBridgeDestination, MatchingEventTypes } = part(properties, 'EventDestination')
    return (
      text(properties.ConfigurationSetName) === configurationSet &&
      Enabled !== false &&
      /:event-bus\/default$/.test(text(part(EventBridgeDestination).EventBusArn)) &&
      list(MatchingEventTypes).some((type) => text(type).toUpperCase() === names[fate][0])
    )
  })

/** The event, with everything of it that is personal: what a rule passes on is the rule's. */
export function feedbackOn(mail: Mail, to: string, configurationSet: string, fate: Fate, at: string): BusEvent {
  const [type, detailType] = names[fate]
  const recipient = { emailAddress: to }
  const outcome = {
    delivered: { delivery: { timestamp: at, recipients: [to], smtpResponse: '250 2.0.0 ok' } },
    bounced: {
      bounce: {
        ...{ bounceType: 'Permanent', bounceSubType: 'General', timestamp: at },
        bouncedRecipients: [{ ...recipient, action: 'failed', status: '5.1.1' }],
      },
    },
    complained: {
      complaint: { complainedRecipients: [recipient], timestamp: at, complaintFeedbackType: 'abuse' },
    },
  }[fate]
  return {
    source: 'aws.ses',
    'detail-type': detailType,
    detail: {
      eventType: type.charAt(0) + type.slice(1).toLowerCase(),
      mail: {
        ...{ timestamp: mail.at, source: mail.from, messageId: mail.id, destination: mail.to },
        headers: Object.entries(mail.headers).map(([name, value]) => ({ name, value })),
        tags: { 'ses:configuration-set': [configurationSet] },
      },
      ...outcome,
    },
  }
}

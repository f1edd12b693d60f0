import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { required } from '../../adapters/environment.ts'
import { isToken, tokenHash } from '../../adapters/keys.ts'
import { Mailbox } from '../../adapters/mailbox.ts'
import { type KeptMail, Mails } from '../../adapters/mails.ts'
import { answerBy, type Instant, instant } from '../../domain/time.ts'
import type { Plan } from '../../intake/plan.ts'
import type { Verdicts } from '../../intake/trust.ts'
import { policy } from '../../policy/in-force.ts'
import type { MailView } from '../contract/mail.ts'
import { type Answer, Refused } from '../entry/refused.ts'
import { type Read, read } from './reading.ts'
import { saidIn } from './said.ts'

const unknown: Answer = { status: 404, json: { error: 'unknown-link' }, page: { kind: 'link-unknown' } }

export type Shown = {
  /** Who opened it on the desk. */
  readonly by?: string
  readonly kept: KeptMail
  readonly read: Read | undefined
  readonly view: MailView
}

/** The mail behind an officer's link, read again from where it is stored. @throws Refused for a link that leads nowhere */
export async function mailBehind(secret: string, client: DynamoDBClient, now: Instant): Promise<Shown> {
  if (!isToken(secret)) throw new Refused(unknown)
  const linked = await new Mails(required('TABLE'), client).linked(tokenHash(secret), now)
  if (linked?.kept.plan.to !== 'decide') throw new Refused(unknown)
  const { kept, by } = linked
  const bytes = await new Mailbox(required('MAILS_BUCKET')).raw(kept.messageId)
  const one = bytes && (await read(bytes, kept.verdicts as Verdicts))
  return { kept, read: one, view: viewOf(kept, one, now), ...(by ? { by } : {}) }
}

/** What was decided on a mail, as it is shown. */
export const decidedIn = ({ at, opens, spam }: NonNullable<KeptMail['decided']>): NonNullable<MailView['decided']> => ({
  at,
  rights: opens.map(({ right }) => right),
  ...(spam ? { spam } : {}),
})

/** Whose data it is about, as far as the mail says: who writes for somebody else is not the one, and is not proposed. */
export function ownerSaid(
  { plan, because }: Pick<KeptMail, 'plan' | 'because'>,
  one: Pick<Read, 'whose'> | undefined,
): Pick<MailView, 'owner'> {
  const { owner, writer } = one?.whose ?? {}
  const isForOther =
    ['agent', 'guardian'].includes(String(plan.why)) ||
    because.some(({ concept }) => concept === 'on-behalf' || concept === 'minor')
  return owner === undefined || (isForOther && owner === writer) ? {} : { owner }
}

function viewOf(kept: KeptMail, one: Read | undefined, now: Instant): MailView {
  const { why, guess, reference } = kept.plan as Extract<Plan, { to: 'decide' }>
  return {
    mail: kept.messageId.slice(0, 8),
    at: now,
    receivedAt: kept.receivedAt,
    answerBy: answerBy(instant(kept.receivedAt), policy),
    ...{ why, guess },
    because: kept.because.map(({ concept, phrase }) => ({ concept, phrase })),
    ...(reference ? { reference } : {}),
    trust: one?.mail.trust.level ?? 'none',
    ...(one
      ? {
          said: {
            ...saidIn(one),
            attachments: one.mail.refused === undefined ? one.mail.attachments.map(({ name }) => name) : [],
          },
        }
      : {}),
    ...ownerSaid(kept, one),
    // A decision that died before it was carried out is asked for again.
    ...(kept.decided && kept.settledAt ? { decided: decidedIn(kept.decided) } : {}),
  }
}

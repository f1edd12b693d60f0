import { createHash, randomBytes } from 'node:crypto'
import { required } from '../../adapters/environment.ts'
import { Mails } from '../../adapters/mails.ts'
import { reference } from '../../domain/reference.ts'
import { shifted } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { rights } from '../../policy/rights.ts'
import { doubtIn } from '../entry/doubt.ts'
import { type Answer, endpoint, Refused } from '../entry/http.ts'
import { Address } from '../entry/shapes.ts'
import { client, languagesOf, mac, open } from '../ingest/opening.ts'
import { decidedIn, mailBehind } from '../ingest/shown.ts'
import { Decision } from './shape.ts'

/** A call ends within 20 seconds (infra/api.ts): one that decided so long ago, in ms, and has not carried it out, died. */
const diedMs = 60_000

/** What was decided and for whom; the address is in it by its keyed hash alone. */
const formOf = async (owner: string, decision: readonly unknown[]): Promise<string> =>
  createHash('sha256')
    .update(JSON.stringify([owner === '' ? '' : await mac.ofAddress(owner), ...decision]))
    .digest('base64url')

const mails = new Mails(required('TABLE'), client)

/** What somebody of the company decides on a mail: which rights it asks for, and whose they are; that it is no request, or spam. */
export const handler = endpoint('decide-mail', Decision, async ({ token, body, now }): Promise<Answer> => {
  const { kept, read, view, by } = await mailBehind(token, client, now)
  const language = body.language ?? policy.languages[0] ?? 'en'
  const chosen = rights.filter((right) => body[right] === 'on')
  const back = { seeOther: `/mails/${token}?lang=${language}`, language }
  const doubt = doubtIn(body)
  if (view.decided) return { status: 200, json: view, page: { kind: 'mail', mail: view, token }, ...back }
  if (body.decision === 'open') {
    const problem =
      chosen.length === 0
        ? 'nothing-chosen'
        : !Address.safeParse(body.owner).success
          ? 'wrong-address'
          : doubt === 'no-doubt'
            ? 'no-doubt'
            : ''
    if (problem)
      throw new Refused({
        status: 400,
        json: { error: problem },
        page: { kind: 'mail', mail: view, token, problem, chosen: { rights: chosen, owner: body.owner } },
        language,
      })
  }
  const opens = (body.decision === 'open' ? chosen : []).map((right) => ({
    right,
    reference: reference(randomBytes(5)),
  }))
  const isSpam = body.decision === 'spam' ? { spam: true as const } : {}
  const owner = body.owner.toLowerCase()
  const form = await formOf(opens.length > 0 ? owner : '', [body.decision, chosen, doubt ?? ''])
  const own = { at: now, opens, ...isSpam, ...(by ? { by } : {}), form }
  const decided = await mails.decide(kept.id, own, shifted(now, -diedMs))
  // Somebody else decided it otherwise the same moment: theirs is carried out, by them, and for whom they named.
  if (decided.form !== undefined && decided.form !== form) {
    const other = { ...view, decided: decidedIn(decided) }
    return { status: 200, json: other, page: { kind: 'mail', mail: other, token }, ...back }
  }
  // The first decision counts, and the references that it chose: pressed again after a crash, it opens the same requests.
  if (decided.opens.length > 0)
    await open(
      {
        opens: decided.opens,
        owner,
        writer: read?.whose.writer,
        ...languagesOf(kept.language),
        messageId: read?.mail.messageId,
        kept,
        ...(doubt && doubt !== 'no-doubt' ? { doubt } : {}),
      },
      now,
    )
  await mails.settle(kept.id, now)
  const next = { ...view, decided: decidedIn(decided) }
  return { status: 200, json: next, page: { kind: 'mail', mail: next, token }, ...back }
})

import { randomBytes } from 'node:crypto'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import { Mails } from '../../adapters/mails.ts'
import { reference } from '../../domain/reference.ts'
import { policy } from '../../policy/in-force.ts'
import { rights } from '../../web/frame.ts'
import { doubtIn } from '../entry/doubt.ts'
import { type Answer, endpoint, Refused } from '../entry/http.ts'
import { client, languagesOf, open } from '../ingest/opening.ts'
import { decidedIn, mailBehind } from '../ingest/shown.ts'
import { Decision } from './shape.ts'

const Address = z.email()

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
  const decided = await mails.decide(kept.id, { at: now, opens, ...isSpam, ...(by ? { by } : {}) })
  // The first decision counts, and the references that it chose: pressed again after a crash, it opens the same requests.
  const owner = body.owner.toLowerCase()
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

import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import type { Instructions } from '../../adapters/instructions.ts'
import type { Whole } from '../../adapters/items.ts'
import { type Instruction, standingOf, tellingDue, unheard } from '../../domain/controllers.ts'
import type { Instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { call } from '../../recipients/https.ts'
import { ProcessorSecret, standing } from '../../recipients/opendsr/processor.ts'
import { signedFor } from '../../recipients/opendsr/signature.ts'
import { connectionOf } from '../../recipients/secret.ts'
import { logError } from '../entry/log.ts'
import { count } from '../entry/metric.ts'

/** Tells a controller how far its request is, at each address that it named and that has not heard (OpenDSR, section 8.5). */
export async function tellController(
  { request, instruction }: Whole,
  instructions: Instructions,
  secrets: SecretsManagerClient,
  now: Instant,
): Promise<void> {
  if (!instruction || tellingDue(instruction, request, policy.company.timeZone, now) !== 'now') return
  const said = { ...instruction.said }
  const reached = standingOf(request)
  for (const url of unheard(instruction, reached)) {
    try {
      await tell(url, { request, instruction }, secrets)
      said[url] = reached
    } catch (error) {
      logError(error, {
        what: 'callback',
        reference: request.reference,
        system: instruction.controller,
        outcome: 'failed',
      })
      count('FailingSystem', 1)
    }
  }
  const { telling } = instruction
  const since = telling?.standing === reached ? telling.since : now
  await instructions.heard(request.reference, { said, telling: { standing: reached, since, triedAt: now } })
}

/** When callbacks are to be tried again, if any is left. */
export function nextTelling({ request, instruction }: Whole, now: Instant): Instant | undefined {
  const due = instruction && tellingDue(instruction, request, policy.company.timeZone, now)
  return due === 'now' ? now : due?.at
}

async function tell(
  url: string,
  { request, instruction }: { readonly request: Whole['request']; readonly instruction: Instruction },
  secrets: SecretsManagerClient,
): Promise<void> {
  const { processor, site } = policy
  if (!processor) throw new Error('the policy no longer says that the company is a processor')
  const { key, controllers } = await connectionOf(processor.secret, ProcessorSecret, secrets)()
  const known = controllers[instruction.controller]
  // What was agreed on may have changed since.
  if (!known?.callbacks.includes(new URL(url).origin)) throw new Error('the callback leads where none is agreed on')
  const body = JSON.stringify({ ...standing(request, instruction, site), status_callback_url: url })
  const headers = { 'content-type': 'application/json', ...signedFor(processor.domain, key, body) }
  const { status } = await call({ method: 'POST', url: new URL(url), headers, body, ca: known.ca, own: true })
  if (status < 200 || status > 299) throw new Error(`a callback was answered with status ${status}`)
}

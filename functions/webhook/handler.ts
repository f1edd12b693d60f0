import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import { executionOf } from '../../adapters/machines.ts'
import { Requests } from '../../adapters/requests.ts'
import { policy } from '../../policy/in-force.ts'
import { connectionOf } from '../../recipients/secret.ts'
import { send, WebhookSecret } from '../../recipients/webhook/webhook.ts'
import type { WebhookInput } from '../contract/tasks.ts'
import { count } from '../entry/metric.ts'
import { machineInput, task } from '../entry/task.ts'

const Input = z.object({ ...machineInput, id: z.string().check(z.regex(/^[\w-]{1,40}$/)) })

const requests = new Requests(required('TABLE'), new DynamoDBClient({}))
const secrets = new SecretsManagerClient({})

/** Calls a program of the company once; what fails is called again by the machine. */
export const handler = task('webhook', Input, async ({ reference, id }: WebhookInput) => {
  const whole = await requests.load(reference)
  const waiting = whole?.waiting.find((one) => one.id === id)
  const { effect } = waiting ?? {}
  // The request is gone, or the policy knows the program no more: there is nobody to tell.
  if (!whole || !waiting || effect?.kind !== 'webhook') return { v: 1 as const, told: false }
  const hook = policy.webhooks?.[effect.hook]
  if (!hook) return { v: 1 as const, told: false }
  const { right } = whole.request
  const { event, status } = effect
  try {
    const secret = await connectionOf(hook.secret, WebhookSecret, secrets)()
    await send({ id: executionOf(waiting), at: waiting.at, reference, right, event, status }, secret, Date.now())
    return { v: 1 as const, told: true }
  } catch (error) {
    count('FailingSystem', 1)
    throw error
  }
})

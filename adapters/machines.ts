import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn'
import type { MachineInput, RoundInput, WebhookInput } from '../functions/contract/tasks.ts'
import type { Waiting } from './items.ts'

/** The name of the execution that a start became: the same for every try. */
export const executionOf = ({ reference, id }: Pick<Waiting, 'reference' | 'id'>): string => `${reference}-${id}`

/** Starts state machines; the same name twice is one execution. */
export class Machines {
  readonly #client: SFNClient

  constructor(client: SFNClient = new SFNClient({})) {
    this.#client = client
  }

  start(machineArn: string, name: string, reference: string): Promise<void> {
    return this.#start(machineArn, name, { v: 1, reference })
  }

  /** One call of one webhook. */
  startWebhook(machineArn: string, { reference, id }: Pick<Waiting, 'reference' | 'id'>): Promise<void> {
    return this.#start(machineArn, executionOf({ reference, id }), { v: 1, reference, id })
  }

  /** The daily round, at once. */
  startRound(machineArn: string, name: string): Promise<void> {
    return this.#start(machineArn, name, { v: 1, from: '' })
  }

  /** Telling account holders that the privacy notice changes. */
  startAnnouncing(machineArn: string, name: string): Promise<void> {
    return this.#start(machineArn, name, { v: 1 })
  }

  async #start(
    machineArn: string,
    name: string,
    input: MachineInput | WebhookInput | Omit<RoundInput, 'job'> | { readonly v: 1 },
  ): Promise<void> {
    try {
      await this.#client.send(
        new StartExecutionCommand({ stateMachineArn: machineArn, name, input: JSON.stringify(input) }),
      )
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error
    }
  }

  /** Whether an execution is under way; one that Step Functions has forgotten, 90 days after its end, is not. */
  async isRunning(machineArn: string, name: string): Promise<boolean> {
    try {
      const executionArn = `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`
      const { status } = await this.#client.send(new DescribeExecutionCommand({ executionArn }))
      return status === 'RUNNING'
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return false
      throw error
    }
  }
}

import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'
import type { MachineInput } from '../functions/contract.ts'

/** Starts state machines; the same name twice is one execution. */
export class Machines {
  readonly #client: SFNClient

  constructor(client: SFNClient = new SFNClient({})) {
    this.#client = client
  }

  async start(machineArn: string, name: string, reference: string): Promise<void> {
    const input: MachineInput = { v: 1, reference }
    try {
      await this.#client.send(
        new StartExecutionCommand({ stateMachineArn: machineArn, name, input: JSON.stringify(input) }),
      )
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error
    }
  }
}

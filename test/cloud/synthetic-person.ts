import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'
import { synthetic } from '../../demo/company/synthetic.ts'
import { list, part, text } from '../../local/front/resource.ts'
import type { House } from './house.ts'

/** The state machine of the synthetic person, as the template has it. */
export function canaryOf({ cloud }: House) {
  const machines = cloud.resources.ofType('AWS::StepFunctions::StateMachine')
  const found = machines.find(({ logicalId }) => /canary/i.test(logicalId))
  if (!found) throw new Error('the template has no canary')
  return found
}

/** Starts it as the template's schedule does, once, and lets hours pass. Answers how it ended, and its reference. */
export async function canaryComes(
  house: House,
  hours: number,
): Promise<{ readonly status: string; readonly reference: string }> {
  const { arn, name } = canaryOf(house)
  const [target] = house.cloud.resources
    .ofType('AWS::Events::Rule')
    .flatMap(({ properties }) => list(properties.Targets).map((one) => part(one)))
    .filter(({ Arn }) => text(Arn) === arn)
  await new SFNClient(house.pastPermissions).send(
    new StartExecutionCommand({ stateMachineArn: arn, input: text(target?.Input) }),
  )
  await house.cloud.clock.advance(`PT${hours}H`)
  const view = house.cloud.machines.views().findLast((one) => one.machine === name)
  const mails = (await house.cloud.mails()).filter(({ to }) => to.includes(synthetic.email))
  return { status: view?.status ?? '', reference: /OB-\S{4}-\S{4}/.exec(mails.at(-1)?.subject ?? '')?.[0] ?? '' }
}

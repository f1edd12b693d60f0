import { part, type Template, text } from '../front/resource.ts'
import { type Machine, prepared } from './definition.ts'

/** Definitions of the template's state machines by ARN. @throws naming a state that the local cloud cannot run */
export function machinesOf(template: Template): ReadonlyMap<string, Machine> {
  return new Map(
    template.ofType('AWS::StepFunctions::StateMachine').map(({ arn, name, properties }) => {
      if (!properties.DefinitionString)
        throw new Error(`the local cloud reads definitions from DefinitionString only (${name})`)
      const values = part(properties, 'DefinitionSubstitutions')
      const written = text(properties.DefinitionString).replace(/\$\{(\w+)\}/g, (whole, key: string) =>
        key in values ? text(values[key]) : whole,
      )
      const machine = JSON.parse(written) as Machine
      try {
        prepared(machine, {})
      } catch (error) {
        throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
      }
      return [arn, machine] as const
    }),
  )
}

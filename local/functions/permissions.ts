import { type Template, text } from '../front/resource.ts'
import { globMatches } from '../gateway/iam/conditions.ts'

/**
 * Whether a function's own policy (AWS::Lambda::Permission) lets a service call it, for what `sourceArn` names.
 * A template that forgets it fails here and not on the day of deployment.
 */
export function mayBeCalled(template: Template, functionArn: string, service: string, sourceArn: string): boolean {
  const name = functionArn.split(':').at(6) ?? functionArn
  return template.ofType('AWS::Lambda::Permission').some(({ properties }) => {
    const of = text(properties.FunctionName)
    const from = text(properties.SourceArn)
    return (
      (of === functionArn || of === name) &&
      text(properties.Principal) === service &&
      globMatches(text(properties.Action), 'lambda:InvokeFunction') &&
      (from === '' || globMatches(from, sourceArn))
    )
  })
}

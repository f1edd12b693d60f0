import { list, part, type Resource, type Template, text } from '../front/resource.ts'

/** What an AWS service tells the account's bus (EventBridge user guide, "Structure of events"). */
export type BusEvent = {
  readonly source: string
  readonly 'detail-type': string
  readonly detail: Readonly<Record<string, unknown>>
}

/** A rule of the bus that waits for events. */
export type EventRule = {
  readonly name: string
  readonly arn: string
  matches(event: BusEvent): boolean
  readonly targets: ReadonlyArray<{ readonly arn: string; readonly input: (event: BusEvent) => unknown }>
}

/** The template's rules with a pattern. @throws naming what of a rule the local cloud does not know */
export const eventRulesOf = (template: Template): readonly EventRule[] =>
  template
    .ofType('AWS::Events::Rule')
    .filter(({ properties }) => properties.EventPattern && text(properties.State ?? 'ENABLED') === 'ENABLED')
    .map(({ name, arn, properties }: Resource) => ({
      name,
      arn,
      matches: patternOf(properties.EventPattern, name),
      targets: list(properties.Targets).map((one) => {
        const { Arn, RoleArn, Input, InputPath, InputTransformer } = part(one)
        if (Input || InputPath || RoleArn) throw new Error(`the local cloud knows no such target of the rule ${name}`)
        return { arn: text(Arn), input: InputTransformer ? transformed(part(InputTransformer)) : (event) => event }
      }),
    }))

/** A pattern of values alone: each field that it names is one of its values (or has one, where it is a list). */
function patternOf(pattern: unknown, rule: string): (value: unknown) => boolean {
  if (Array.isArray(pattern)) {
    if (pattern.some((one) => typeof one === 'object'))
      throw new Error(`the local cloud knows no content filters (rule ${rule})`)
    return (value) => (Array.isArray(value) ? value : [value]).some((one) => pattern.includes(one))
  }
  const fields = Object.entries(part(pattern)).map(([name, inner]) => [name, patternOf(inner, rule)] as const)
  return (value) => fields.every(([name, matches]) => matches(part(value)[name]))
}

/** A template's `<name>` is a field of the event as JSON; strings come in quotes (user guide, "Input transformation"). */
function transformed({ InputPathsMap, InputTemplate }: Readonly<Record<string, unknown>>) {
  const paths = Object.entries(part(InputPathsMap)).map(
    ([name, path]) => [name, text(path).split('.').slice(1)] as const,
  )
  return (event: BusEvent): unknown =>
    JSON.parse(
      paths.reduce((template, [name, path]) => {
        const value = path.reduce<unknown>((inner, field) => part(inner)[field], event)
        return template.replaceAll(`<${name}>`, () => JSON.stringify(value) ?? 'null')
      }, text(InputTemplate)),
    )
}

import { part, type Resource, type Template, text } from '../front/resource.ts'
import { type Assembly, account, type Stack } from './assembly.ts'
import { evaluate, holds, noValue, type Scope } from './intrinsics.ts'
import type { Asked, Names } from './naming.ts'
import { real, silent } from './resource-types.ts'

/** All stacks of an assembly as one, every reference resolved. */
export type Resolved = Template & {
  readonly resources: readonly Resource[]
  /** Value of a stack's output. @throws when there is none */
  output(stack: string, logicalId: string): unknown
}

/**
 * Resolves an assembly. `{{resolve:…}}` stays text: CloudFormation resolves it when it deploys, the front when it
 * starts. @throws naming stack, resource and what the local cloud does not know
 */
export function resolve({
  stacks: all,
  nested = (url) => {
    throw new Error(`nothing is known of the nested stack ${url}`)
  },
}: Pick<Assembly, 'stacks'> & Partial<Pick<Assembly, 'nested'>>): Resolved {
  const shared: Shared = { imports: new Map(), across: new Map(), nested }
  const stacks = all.map((stack) => new ResolvedStack(stack, shared))
  const resources = stacks.flatMap((stack) => stack.resources())
  return {
    resources,
    ofType: (type) => resources.filter((one) => one.type === type),
    output: (stack, logicalId) => {
      const found = stacks.find(({ name }) => name === stack)
      if (!found) throw new Error(`the assembly has no stack ${stack}`)
      return found.output(logicalId)
    },
  }
}

/** What all stacks of an assembly know of each other. */
type Shared = {
  /** What stacks export, by its name. */
  readonly imports: Map<string, () => unknown>
  /** What stacks of other regions export, by its name. */
  readonly across: Map<string, () => unknown>
  readonly nested: Assembly['nested']
}

class ResolvedStack implements Scope {
  readonly #stack: Stack
  readonly #shared: Shared
  readonly #names = new Map<string, Names>()
  readonly #asking = new Set<string>()
  readonly #nested = new Map<string, ResolvedStack>()
  /** Values of parameters that the stack around it gives; undefined: it has its default. */
  readonly #given: (parameter: string) => unknown

  constructor(stack: Stack, shared: Shared, given: (parameter: string) => unknown = () => undefined) {
    this.#stack = stack
    this.#shared = shared
    this.#given = given
    const { imports, across } = shared
    for (const [logicalId, output] of Object.entries(part(stack.template, 'Outputs'))) {
      const name = part(output, 'Export').Name
      if (name !== undefined) imports.set(text(evaluate(name, this)), () => this.output(logicalId))
    }
    for (const [logicalId, resource] of Object.entries(part(stack.template, 'Resources'))) {
      if (part(resource).Type === 'AWS::CloudFormation::Stack') this.#nested.set(logicalId, this.#inside(logicalId))
      if (part(resource).Type !== 'Custom::CrossRegionExportWriter') continue
      const written = part(part(part(resource, 'Properties'), 'WriterProps'), 'exports')
      for (const [name, value] of Object.entries(written)) across.set(name, () => evaluate(value, this))
    }
  }

  get name(): string {
    return this.#stack.name
  }

  resources(): readonly Resource[] {
    return Object.keys(part(this.#stack.template, 'Resources'))
      .filter((logicalId) => this.#present(logicalId))
      .flatMap((logicalId) => [
        this.#located(logicalId, () => this.#resource(logicalId)),
        ...(this.#nested.get(logicalId)?.resources() ?? []),
      ])
  }

  output(logicalId: string): unknown {
    const output = part(part(this.#stack.template, 'Outputs'), logicalId)
    if (output.Value === undefined) throw new Error(`${this.name} has no output ${logicalId}`)
    return evaluate(output.Value, this)
  }

  ref(name: string): unknown {
    const pseudo = this.#pseudo(name)
    if (pseudo !== undefined) return pseudo
    const parameters = part(this.#stack.template, 'Parameters')
    if (name in parameters) {
      const value = this.#given(name) ?? part(parameters, name).Default
      if (value === undefined) throw new Error(`the parameter ${name} has neither value nor default`)
      return value
    }
    return this.#namesOf(name).ref
  }

  attribute(logicalId: string, attribute: string): unknown {
    const { type } = this.#raw(logicalId)
    const nested = this.#nested.get(logicalId)
    if (nested && attribute.startsWith('Outputs.')) return nested.output(attribute.slice('Outputs.'.length))
    if (type === 'Custom::CrossRegionExportReader') {
      const found = this.#shared.across.get(attribute)
      if (!found) throw new Error(`no stack exports ${attribute}`)
      return found()
    }
    // What a bucket deployment answers is what it was told.
    if (type === 'Custom::CDKBucketDeployment' && attribute === 'DestinationBucketArn')
      return `arn:aws:s3:::${text(evaluate(this.#raw(logicalId).properties.DestinationBucketName, this))}`
    const { attributes } = this.#namesOf(logicalId)
    if (!(attribute in attributes)) throw new Error(`the local cloud does not know ${attribute} of ${type}`)
    return attributes[attribute]
  }

  condition(name: string): boolean {
    const conditions = part(this.#stack.template, 'Conditions')
    if (!(name in conditions)) throw new Error(`${this.name} has no condition ${name}`)
    return holds(conditions[name], this)
  }

  mapping(map: string, first: string, second: string): unknown {
    const found = part(part(part(this.#stack.template, 'Mappings'), map), first)[second]
    if (found === undefined) throw new Error(`Fn::FindInMap: nothing at ${map}, ${first}, ${second}`)
    return found
  }

  importValue(name: string): unknown {
    const found = this.#shared.imports.get(name)
    if (!found) throw new Error(`no stack exports ${name}`)
    return found()
  }

  /** The stack in this one: what it is given is asked for when somebody needs it. */
  #inside(logicalId: string): ResolvedStack {
    const { properties } = this.#raw(logicalId)
    const template = this.#shared.nested(text(evaluate(properties.TemplateURL, this)))
    const parameters = part(properties, 'Parameters')
    return new ResolvedStack({ ...this.#stack, name: `${this.name}-${logicalId}`, template }, this.#shared, (name) =>
      evaluate(parameters[name], this),
    )
  }

  #pseudo(name: string): unknown {
    const known: Readonly<Record<string, unknown>> = {
      'AWS::AccountId': account,
      'AWS::NoValue': noValue,
      'AWS::Partition': 'aws',
      'AWS::Region': this.#stack.region,
      'AWS::StackId': `arn:aws:cloudformation:${this.#stack.region}:${account}:stack/${this.name}/local`,
      'AWS::StackName': this.name,
      'AWS::URLSuffix': 'amazonaws.com',
    }
    if (name.startsWith('AWS::') && !(name in known))
      throw new Error(`the local cloud does not know the pseudo parameter ${name}`)
    return known[name]
  }

  #raw(logicalId: string) {
    const resource = part(part(this.#stack.template, 'Resources'), logicalId)
    if (resource.Type === undefined) throw new Error(`${this.name} has no resource ${logicalId}`)
    return { type: text(resource.Type), properties: part(resource, 'Properties'), condition: resource.Condition }
  }

  #present(logicalId: string): boolean {
    const { condition } = this.#raw(logicalId)
    return condition === undefined || this.condition(text(condition))
  }

  #namesOf(logicalId: string): Names {
    const known = this.#names.get(logicalId)
    if (known) return known
    const { type, properties } = this.#raw(logicalId)
    const naming = real[type] ?? silent[type]
    if (!naming) throw new Error(`the local cloud does not know the resource type ${type}`)
    if (this.#asking.has(logicalId)) throw new Error(`the name of ${logicalId} depends on itself`)
    this.#asking.add(logicalId)
    const value = (property: string) => {
      const given = evaluate(properties[property], this)
      return given === noValue ? undefined : given
    }
    const asked: Asked = {
      stack: this.name,
      region: this.#stack.region,
      logicalId,
      value,
      text: (property) => text(value(property)),
    }
    const names = naming(asked)
    this.#asking.delete(logicalId)
    this.#names.set(logicalId, names)
    return names
  }

  #resource(logicalId: string): Resource {
    const { type, properties } = this.#raw(logicalId)
    const { name, arn } = this.#namesOf(logicalId)
    const { name: stack } = this
    const { region } = this.#stack
    return { logicalId, type, name, arn, stack, region, properties: part(evaluate(properties, this)) }
  }

  /** Says where in the assembly something was not understood. */
  #located<T>(logicalId: string, resolved: () => T): T {
    try {
      return resolved()
    } catch (error) {
      const what = error instanceof Error ? error.message : String(error)
      throw new Error(`${this.name}/${logicalId}: ${what}`, { cause: error })
    }
  }
}

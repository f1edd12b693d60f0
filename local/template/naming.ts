import { createHash } from 'node:crypto'
import { account } from './assembly.ts'

/** A resource whose names are being made. */
export type Asked = {
  readonly stack: string
  readonly region: string
  readonly logicalId: string
  /** A property as text, its intrinsics resolved; empty when absent. */
  text(property: string): string
  /** A property with its intrinsics resolved. */
  value(property: string): unknown
}
/** How a resource is called: `ref` is what Ref gives. */
export type Names = {
  readonly name: string
  readonly arn: string
  readonly ref: string
  readonly attributes: Readonly<Record<string, unknown>>
}
export type Naming = (asked: Asked) => Names

/** The property's value, or a name made of stack and logical id as CloudFormation makes them, at most `longest` characters. */
export function physicalName(asked: Asked, property: string, longest: number): string {
  const given = asked.text(property)
  if (given) return given
  const whole = `${asked.stack}-${asked.logicalId}`
  if (whole.length <= longest) return whole
  return `${whole.slice(0, longest - 9)}-${digest(whole).slice(0, 8)}`
}

/** An id such as AWS gives, the same at every start. */
export const idOf = (asked: Asked, letters = 14): string =>
  digest(`${asked.stack}/${asked.logicalId}`).slice(0, letters).toUpperCase()

export const arnOf = (service: string, region: string, rest: string): string =>
  `arn:aws:${service}:${region}:${account}:${rest}`

/** Most resources: a name, an ARN that ends in it, Ref gives one of the two. */
export function named(
  service: string,
  property: string,
  longest: number,
  rest: (name: string) => string,
  more: {
    ref?: 'name' | 'arn'
    attributes?: (name: string, arn: string, asked: Asked) => Record<string, unknown>
  } = {},
): Naming {
  return (asked) => {
    const name = physicalName(asked, property, longest)
    const arn = arnOf(service, asked.region, rest(name))
    return {
      name,
      arn,
      ref: more.ref === 'arn' ? arn : name,
      attributes: { Arn: arn, ...more.attributes?.(name, arn, asked) },
    }
  }
}

/** Global services have no region in their ARNs. */
export function global(
  service: string,
  property: string,
  longest: number,
  rest: (name: string) => string,
  more: {
    ref?: 'name' | 'arn'
    attributes?: (name: string, arn: string, asked: Asked) => Record<string, unknown>
  } = {},
): Naming {
  const inRegion = named(service, property, longest, rest, more)
  return (asked) => inRegion({ ...asked, region: '' })
}

/** Known by an id of AWS's making. */
export function identified(
  service: string,
  rest: (id: string) => string,
  attributes: (id: string, asked: Asked, arn: string) => Record<string, unknown> = () => ({}),
): Naming {
  return (asked) => {
    const id = idOf(asked)
    const arn = arnOf(service, service === 'cloudfront' ? '' : asked.region, rest(id))
    return { name: id, arn, ref: id, attributes: { Id: id, ...attributes(id, asked, arn) } }
  }
}

/** Something that nobody else asks for. */
export const nameless: Naming = (asked) => {
  const id = `${asked.stack}-${asked.logicalId}`
  return { name: id, arn: '', ref: id, attributes: {} }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A resource of the synthesized template with its references resolved. */
export type Resource = {
  readonly logicalId: string
  readonly type: string
  readonly name: string
  readonly arn: string
  /** Name of its stack, and the stack's region. */
  readonly stack: string
  readonly region: string
  readonly properties: Readonly<Record<string, unknown>>
}
export type Template = { ofType(type: string): readonly Resource[] }

/** A field of resolved properties as an object; empty when absent. */
export const part = (of: unknown, field?: string): Readonly<Record<string, unknown>> => {
  const value = field === undefined ? of : (of as Record<string, unknown> | undefined)?.[field]
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
export const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''

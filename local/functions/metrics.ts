import { list, part, text } from '../front/resource.ts'

/** Metrics in a line of CloudWatch's embedded metric format (its specification, version 0); none in any other line. */
export function metricsIn(line: string): ReadonlyArray<readonly [metric: string, value: number]> {
  if (!line.startsWith('{') || !line.includes('"CloudWatchMetrics"')) return []
  let record: Readonly<Record<string, unknown>>
  try {
    record = part(JSON.parse(line))
  } catch {
    return []
  }
  return list(part(record, '_aws').CloudWatchMetrics)
    .flatMap((directive) => list(part(directive).Metrics).map((metric) => text(part(metric).Name)))
    .flatMap((name) => {
      const value = record[name]
      const values = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'number')
      return values.map((one) => [name, one] as const)
    })
}

import { list, part, type Template, text } from '../front/resource.ts'
import type { Pattern } from './filter.ts'
import type { Mapping } from './source.ts'

/** An event source mapping of the template and where it gives up to. */
export type PlacedMapping = Mapping & { readonly id: string; readonly queueArn: string | undefined }

/** Lambda's default for DynamoDB streams. */
const defaultBatch = 100

/** The template's event source mappings that are on. @throws naming a source or setting that the local cloud does not do */
export function mappingsOf(template: Template): readonly PlacedMapping[] {
  return template
    .ofType('AWS::Lambda::EventSourceMapping')
    .filter(({ properties }) => properties.Enabled !== false)
    .map(({ logicalId, properties }) => {
      const table = /:table\/([^/]+)\/stream\//.exec(text(properties.EventSourceArn))?.[1]
      if (!table) throw new Error(`the local cloud does not know the event source of ${logicalId}`)
      if (properties.TumblingWindowInSeconds)
        throw new Error(`the local cloud does not do tumbling windows (${logicalId})`)
      const called = text(properties.FunctionName)
      const found = template.ofType('AWS::Lambda::Function').find(({ name, arn }) => name === called || arn === called)
      if (!found) throw new Error(`the template has no function ${called} (${logicalId})`)
      const filters = list(part(properties, 'FilterCriteria').Filters)
      return {
        id: logicalId,
        table,
        functionArn: found.arn,
        batchSize: Number(properties.BatchSize ?? defaultBatch),
        patterns: filters.map((filter) => JSON.parse(text(part(filter).Pattern)) as Pattern),
        partialResponses: list(properties.FunctionResponseTypes).includes('ReportBatchItemFailures'),
        bisect: properties.BisectBatchOnFunctionError === true,
        maximumRetries: Number(properties.MaximumRetryAttempts ?? -1),
        maximumAgeSeconds: Number(properties.MaximumRecordAgeInSeconds ?? -1),
        queueArn: text(part(part(properties, 'DestinationConfig'), 'OnFailure').Destination) || undefined,
      }
    })
}

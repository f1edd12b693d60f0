/** A change of a table, as DynamoDB Streams gives it. */
export type StreamRecord = {
  readonly eventID: string
  readonly eventName: string
  readonly eventSourceARN?: string
  readonly dynamodb: { readonly SequenceNumber: string; readonly [field: string]: unknown }
}

export type StreamsCall = (action: string, body: object) => Promise<Record<string, unknown>>

/** Calls DynamoDB Streams at `endpoint` with an access key. Errors carry the service's error name. */
export function streamsAt(endpoint: string, accessKeyId: string, region: string): StreamsCall {
  return async (action, body) => {
    const day = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `DynamoDBStreams_20120810.${action}`,
        'x-amz-date': day,
        // DynamoDB Local and the gateway read who calls, and check no signature.
        authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${day.slice(0, 8)}/${region}/dynamodb/aws4_request, SignedHeaders=host;x-amz-date;x-amz-target, Signature=${'0'.repeat(64)}`,
      },
      body: JSON.stringify(body),
    })
    const answer = (await response.json()) as Record<string, unknown>
    if (response.ok) return answer
    const name =
      String(answer.__type ?? 'StreamsError')
        .split('#')
        .at(-1) ?? ''
    throw Object.assign(new Error(`${action}: ${name} ${String(answer.message ?? answer.Message ?? '')}`), { name })
  }
}

/** ARN of a table's stream, or undefined when it has none. */
export async function streamOf(call: StreamsCall, table: string): Promise<string | undefined> {
  const { Streams } = (await call('ListStreams', { TableName: table })) as { Streams?: Array<{ StreamArn: string }> }
  return Streams?.at(-1)?.StreamArn
}

/** Ids of a stream's shards, oldest first. */
export async function shardsOf(call: StreamsCall, stream: string): Promise<readonly string[]> {
  const ids: string[] = []
  let from: string | undefined
  do {
    const { StreamDescription } = (await call('DescribeStream', {
      StreamArn: stream,
      ...(from ? { ExclusiveStartShardId: from } : {}),
    })) as { StreamDescription: { Shards?: Array<{ ShardId: string }>; LastEvaluatedShardId?: string } }
    ids.push(...(StreamDescription.Shards ?? []).map(({ ShardId }) => ShardId))
    from = StreamDescription.LastEvaluatedShardId
  } while (from)
  return ids
}

/** Where a shard is to be read from: after a sequence number, or from its oldest record. */
export async function iteratorOf(call: StreamsCall, stream: string, shard: string, after?: string): Promise<string> {
  const ask = (body: object) => call('GetShardIterator', { StreamArn: stream, ShardId: shard, ...body })
  const oldest = { ShardIteratorType: 'TRIM_HORIZON' }
  const answer = await (after
    ? ask({ ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after }).catch((error: Error) => {
        if (error.name === 'TrimmedDataAccessException') return ask(oldest)
        throw error
      })
    : ask(oldest))
  return String(answer.ShardIterator)
}

export async function recordsAt(
  call: StreamsCall,
  iterator: string,
  limit: number,
): Promise<{ records: readonly StreamRecord[]; next?: string }> {
  const answer = (await call('GetRecords', { ShardIterator: iterator, Limit: Math.min(limit, 1000) })) as {
    Records?: StreamRecord[]
    NextShardIterator?: string
  }
  return { records: answer.Records ?? [], ...(answer.NextShardIterator ? { next: answer.NextShardIterator } : {}) }
}

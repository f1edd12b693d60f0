/** A change of a table, as DynamoDB Streams gives it. */
export type StreamRecord = {
  readonly eventID: string
  readonly eventName: string
  readonly eventSourceARN?: string
  readonly dynamodb: { readonly SequenceNumber: string; readonly [field: string]: unknown }
}

export type StreamsCall = (action: string, body: object) => Promise<Record<string, unknown>>

/** Sends a request to who answers for DynamoDB Streams. */
export type Send = (
  headers: Readonly<Record<string, string>>,
  body: Buffer,
) => Promise<{ readonly status: number; readonly body: Buffer }>

/** Calls DynamoDB Streams at `endpoint` with an access key. Errors carry the service's error name. */
export function streamsAt(endpoint: string, accessKeyId: string, region: string): StreamsCall {
  const send: Send = async (headers, body) => {
    const response = await fetch(endpoint, { method: 'POST', headers, body: new Uint8Array(body) })
    return { status: response.status, body: Buffer.from(await response.arrayBuffer()) }
  }
  return streamsBy(send, accessKeyId, region)
}

/** The same by whoever carries the requests. */
export function streamsBy(send: Send, accessKeyId: string, region: string): StreamsCall {
  return async (action, body) => {
    const day = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
    const headers = {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDBStreams_20120810.${action}`,
      'x-amz-date': day,
      // DynamoDB Local and the gateway read who calls, and check no signature.
      authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${day.slice(0, 8)}/${region}/dynamodb/aws4_request, SignedHeaders=host;x-amz-date;x-amz-target, Signature=${'0'.repeat(64)}`,
    }
    const { status, body: answered } = await send(headers, Buffer.from(JSON.stringify(body)))
    const answer = JSON.parse(answered.toString('utf8')) as Record<string, unknown>
    if (status < 400) return answer
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
  const answer = (await call('GetRecords', { ShardIterator: iterator, Limit: limit })) as {
    Records?: StreamRecord[]
    NextShardIterator?: string
  }
  return { records: answer.Records ?? [], ...(answer.NextShardIterator ? { next: answer.NextShardIterator } : {}) }
}

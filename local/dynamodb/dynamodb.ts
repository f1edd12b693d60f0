import type { HttpAnswer, HttpRequest } from '../front/http-api.ts'
import type { Resource } from '../front/resource.ts'
import type { Need, Service } from '../gateway/service.ts'
import { inputOf, JsonError, jsonFailure, operationOf } from '../protocol/json.ts'
import { Connection } from './call.ts'
import { type Change, needsOf, type Place, writtenBy } from './needs.ts'
import { type Running, startDynamoDb } from './start.ts'
import { Tables } from './tables.ts'

export type DynamoDbSetting = Place & {
  /** Folder of the state; absent: in memory. */
  readonly state?: string
  /** Called after items of a table were written: its stream has up to so many new records. Absent: TTL deleted them. */
  written?(table: string, items: number, changes?: readonly Change[]): void
}

/** DynamoDB and its streams: AWS's own DynamoDB Local. */
export class DynamoDb implements Service {
  readonly name = 'dynamodb'
  readonly #setting: DynamoDbSetting
  readonly #running: Running
  readonly #connection: Connection
  readonly #tables: Tables

  /** @throws with one line that says what to install when Java 17 is not there */
  static async start(setting: DynamoDbSetting): Promise<DynamoDb> {
    return new DynamoDb(setting, await startDynamoDb(setting.state))
  }

  private constructor(setting: DynamoDbSetting, running: Running) {
    this.#setting = setting
    this.#running = running
    this.#connection = new Connection(running.url)
    this.#tables = new Tables(this.#connection.call)
  }

  /** A table of the template: made when it is not there yet; its TTL attribute is that of the template. */
  create(table: Pick<Resource, 'name' | 'properties'>): Promise<void> {
    return this.#tables.create(table)
  }

  /** Deletes what has been expired for two days at `now`, ms since the epoch. */
  async expire(now: number): Promise<void> {
    for (const [table, items] of await this.#tables.expire(now)) this.#setting.written?.(table, items)
  }

  needs(request: HttpRequest): Promise<readonly Need[]> {
    return this.#needs(request).catch((error: unknown) => {
      // What cannot be read, and a table that is not there, need nothing: DynamoDB refuses them.
      if (error instanceof JsonError) return []
      throw error
    })
  }

  async handle(request: HttpRequest): Promise<HttpAnswer> {
    const answer = await this.#connection.forward(request)
    if (answer.status < 400) this.#tell(request)
    return answer
  }

  denied(message: string): HttpAnswer {
    return jsonFailure(new JsonError('AccessDeniedException', message))
  }

  async stop(): Promise<void> {
    this.#connection.close()
    await this.#running.stop()
  }

  async #needs(request: HttpRequest): Promise<readonly Need[]> {
    return await needsOf(operationOf(request), inputOf(request), this.#tables, this.#setting)
  }

  #tell(request: HttpRequest): void {
    const operation = operationOf(request)
    if (/Table$/.test(operation)) this.#tables.forget(String(inputOf(request).TableName))
    if (!this.#setting.written || !/^(Put|Update|Delete|BatchWrite|TransactWrite)Items?$/.test(operation)) return
    for (const [table, changes] of writtenBy(operation, inputOf(request)))
      this.#setting.written(table, changes.length, changes)
  }
}

import { vi } from 'vitest'
import type { startStore } from './dynamodb-local.ts'

/**
 * An environment in which functions find a store. Modules that are imported from here on are copies of their own, which read it;
 * `vi.unstubAllEnvs()` ends it.
 */
export function findStore(
  { access: { endpoint, region, credentials }, table }: Awaited<ReturnType<typeof startStore>>,
  more: Readonly<Record<string, string | undefined>> = {},
): void {
  for (const [name, value] of Object.entries({
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    TABLE: table,
    ...more,
  }))
    vi.stubEnv(name, value)
  vi.resetModules()
}

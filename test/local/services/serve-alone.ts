import { serve } from '../../../local/front/server.ts'
import { outside } from '../../../local/gateway/iam/principals.ts'
import type { Need, Service } from '../../../local/gateway/service.ts'

/** Largest body that a service alone takes, bytes (1 GB, the largest object of the local S3). */
const limit = 1_000_000_000

/** One service of the local cloud on 127.0.0.1, without a gateway in front: everything is allowed. */
export async function serveAlone(service: Service): Promise<{
  url: string
  /** What the calls since the last look at it needed. */
  asked(): readonly Need[]
  stop(): Promise<void>
}> {
  let needs: Need[] = []
  const { url, stop } = await serve(
    0,
    async (request) => {
      needs.push(...(await service.needs(request).catch(() => [])))
      return await service.handle(request, outside('alone', []))
    },
    limit,
  )
  return {
    url,
    asked: () => {
      const asked = needs
      needs = []
      return asked
    },
    stop: async () => {
      await stop()
      await service.stop()
    },
  }
}

/** How the SDK's clients reach it. */
export const clientSetting = (endpoint: string) => ({
  endpoint,
  region: 'eu-central-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
})

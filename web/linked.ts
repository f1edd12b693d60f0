import type { AskedView, RequestView } from '../functions/contract/request.ts'
import type { Language } from '../policy/schema.ts'

/** A request and the link that leads to it. */
export type Linked = { readonly request: RequestView; readonly token: string }

/** One that a person asked for. */
export type Asked = { readonly request: AskedView; readonly token: string }

/** A link's own address. */
export const addressOf = (token: string, language: Language, more = ''): string =>
  `/requests/${encodeURIComponent(token)}?${more}lang=${language}`

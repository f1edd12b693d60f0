import type { AskedView } from '../functions/contract/request.ts'
import type { Language, Policy } from '../policy/schema.ts'
import { enteredWordingOf } from '../policy/wording/entered.ts'
import { day } from '../policy/wording/wording.ts'

/** How a request came and since when the time for it counts, where somebody of the company entered it. */
export const asEntered = ({ entered, receivedAt }: AskedView, language: Language, policy: Policy): string | undefined =>
  entered && enteredWordingOf(language).asked[entered](day(receivedAt, language, policy))

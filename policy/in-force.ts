import json from '#policy' with { type: 'json' }
import type { Policy } from './schema.ts'

/** The policy that this build carries: validated when it was synthesized, read-only here. */
export const policy = json as unknown as Policy

import type { PackageFacts } from '../facts.ts'
export const aboutData = (facts: PackageFacts) => ({ company: facts.policy.company })

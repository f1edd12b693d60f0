import type { PackageFacts } from '../facts.ts'
export const aboutPage = (facts: PackageFacts) => `<!doctype html><title>${facts.reference}</title>`

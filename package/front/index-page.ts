import type { PackageFacts } from '../facts.ts'
import type { Series } from './front.ts'
export const indexPage = (facts: PackageFacts, _: Series) => `<!doctype html><title>${facts.reference}</title>`

import { servedSystem } from '../places.ts'
import { systemFunction } from '../work.ts'

/** What somebody of the company did by hand, where one system of the policy is a person or a paper archive. */
export const handler = systemFunction(servedSystem('manual').name, undefined)

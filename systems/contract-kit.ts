/** The contract's test kit: for those who write a system of their own. docs/systems.md shows how. Imported by tests only. */
export { Fuse, fused, Killed } from './contract-kit/fuse.ts'
export { type Law, laws } from './contract-kit/laws.ts'
export { handled, type Run, slice, untilDone, type World } from './contract-kit/world.ts'

/** Starts the local cloud in a process that a test can kill: prints its URLs, and stays. */
import { startCloud } from '../../../local/cloud.ts'

const [assembly = '', state = ''] = process.argv.slice(2)
const { site, control } = await startCloud({ assembly, state })
process.stdout.write(`${JSON.stringify({ site, control })}\n`)

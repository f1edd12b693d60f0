/** The demo company in a process that can be killed: prints where it is as JSON once it is open, and stays. */
import { openOffice } from '../../demo/office.ts'

const [assembly = '', state = ''] = process.argv.slice(2)
const { cloud } = await openOffice({ assembly, state, scheduleRestMs: 86_400_000 })
process.stdout.write(`${JSON.stringify({ site: cloud.site, control: cloud.control })}\n`)

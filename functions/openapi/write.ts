/** `npm run openapi`: prints the description of the API of the policy here. */
import { openapi } from './document.ts'

process.stdout.write(`${JSON.stringify(openapi(), undefined, 2)}\n`)

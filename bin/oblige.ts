import { parseArgs } from 'node:util'
import { isPackage, openArchive } from './verify/archive.ts'
import { inWords } from './verify/in-words.ts'
import { verifyPackage } from './verify/package.ts'
import { packageInWords } from './verify/package-in-words.ts'
import { readCertificate, readKeys, Unreadable } from './verify/read.ts'
import { verify } from './verify/verify.ts'

const usage = `Usage: oblige verify FILE|FOLDER [--keys URL|FILE]

Checks what Oblige signed, without asking anybody: a certificate, or a copy of somebody's data, as the zip or as
the folder that it was unpacked into. --keys names the company's published keys: the address of its privacy
centre with /keys at the end, or a file saved from there.

Exit code: 0 valid, 1 altered or signed by another key, 2 not decided (no keys to compare with, or not readable).`

/** The command line. Answers the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  let parsed: ReturnType<typeof options>
  try {
    parsed = options(args)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : 'Wrong options'}\n\n${usage}`)
    return 2
  }
  const { positionals, values } = parsed
  const [command, file, ...rest] = positionals
  if (values.help) {
    console.log(usage)
    return 0
  }
  if (command !== 'verify' || file === undefined || rest.length > 0) {
    console.error(usage)
    return 2
  }
  try {
    const keys = values.keys === undefined ? undefined : await readKeys(values.keys)
    if (await isPackage(file)) return await verifiedPackage(file, keys, values.keys)
    const document = await readCertificate(file)
    const verdict = verify(document, keys)
    console.log(inWords(verdict, file, values.keys))
    return verdict.kind === 'valid' ? 0 : verdict.kind === 'unproved' ? 2 : 1
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    console.error(error.message)
    return 2
  }
}

async function verifiedPackage(file: string, keys: Awaited<ReturnType<typeof readKeys>> | undefined, from?: string) {
  const archive = await openArchive(file)
  try {
    const verdict = await verifyPackage(archive, keys)
    console.log(packageInWords(verdict, file, from))
    return verdict.kind === 'valid' ? 0 : verdict.kind === 'unproved' ? 2 : 1
  } finally {
    archive.close()
  }
}

const options = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { keys: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  })

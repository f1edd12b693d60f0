import { parseArgs } from 'node:util'
import { readAnchors } from './verify/anchors.ts'
import { isPackage, openArchive } from './verify/archive.ts'
import { historyIn, historyInWords, isHistory, verifyHistory } from './verify/history.ts'
import { inWords } from './verify/in-words.ts'
import { verifyPackage } from './verify/package.ts'
import { packageInWords } from './verify/package-in-words.ts'
import { certificateIn, readCertificate, readDocument, readKeys, Unreadable } from './verify/read.ts'
import { verify } from './verify/verify.ts'

const usage = `Usage: oblige verify FILE|FOLDER [--keys URL|FILE] [--certificate FILE] [--anchors FOLDER]

Checks what Oblige signed, without asking anybody: a certificate, the history of a request, or a copy of somebody's
data, as the zip or as the folder that it was unpacked into. --keys names the company's published keys: the address
of its privacy centre, which has them at /.well-known/jwks.json, or a file saved from there. --certificate: whether a
history is the one that a certificate was signed for. --anchors: whether it is still the one that was anchored day by
day; the folder is a copy of the company's bucket of anchors.

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
    const document = await readDocument(file)
    if (isHistory(document)) return await verifiedHistory(document, file, keys, values)
    const verdict = verify(certificateIn(document, file), keys)
    console.log(inWords(verdict, file, values.keys))
    return codeOf(verdict.kind)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    console.error(error.message)
    return 2
  }
}

const codeOf = (kind: string): number => (kind === 'valid' ? 0 : kind === 'unproved' ? 2 : 1)

/** A certificate beside it has to be genuine itself. */
async function verifiedHistory(
  document: unknown,
  file: string,
  keys: Awaited<ReturnType<typeof readKeys>> | undefined,
  values: ReturnType<typeof options>['values'],
): Promise<number> {
  const history = historyIn(document, file)
  const beside = values.certificate === undefined ? undefined : await readCertificate(values.certificate)
  const certified = beside && verify(beside, keys)
  if (certified && !('certificate' in certified)) {
    console.log(inWords(certified, values.certificate ?? '', values.keys))
    return 1
  }
  const anchors = values.anchors === undefined ? undefined : await readAnchors(values.anchors)
  const verdict = verifyHistory(history, keys, {
    ...(beside ? { certificate: beside.certificate } : {}),
    ...(anchors ? { anchors } : {}),
  })
  console.log(historyInWords(verdict, file, values.keys))
  return codeOf(verdict.kind)
}

async function verifiedPackage(file: string, keys: Awaited<ReturnType<typeof readKeys>> | undefined, from?: string) {
  const archive = await openArchive(file)
  try {
    const verdict = await verifyPackage(archive, keys)
    console.log(packageInWords(verdict, file, from))
    return codeOf(verdict.kind)
  } finally {
    archive.close()
  }
}

const options = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      keys: { type: 'string' },
      certificate: { type: 'string' },
      anchors: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })

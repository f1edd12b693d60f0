import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { type Archive, openArchive } from '../../bin/verify/archive.ts'
import { verifyPackage } from '../../bin/verify/package.ts'
import { packageInWords } from '../../bin/verify/package-in-words.ts'
import { readKeys } from '../../bin/verify/read.ts'
import type { RequestView } from '../../functions/contract/request.ts'
import { lettersWordingOf } from '../../policy/wording/letters.ts'
import { ada } from '../company/known.ts'
import policy from '../policy.ts'
import { askFor, subjectOf } from './asked.ts'
import { Findings } from './findings.ts'
import type { Letterbox } from './letterbox.ts'
import type { Stage } from './tour.ts'
import { see } from './view.ts'
import { Visitor as Browser, linkIn, type Visitor } from './visitor.ts'

const letters = lettersWordingOf('en')

/** Somebody asks for a copy of everything and for what they provided, fetches both, and lets their time pass. */
export async function copies({ office, box, print }: Stage): Promise<Findings> {
  const { cloud, application } = office
  const findings = new Findings()
  const visitor = new Browser(cloud.site)
  print.startAt(cloud.clock.now())
  const before = await see(application, ada.accounts)
  findings.everythingThere('Ada', before)

  print.heading('Ada Quill asks for a copy of everything')
  const all = await askFor('access', letters.copyReady, ada.email, visitor, box)
  const { coverage } = (await visitor.read(all.link)) as RequestView
  findings.same('nothing of Ada changed by the copy', before, await see(application, ada.accounts))

  print.heading('She fetches it, with a code that is mailed to her')
  const folder = mkdtempSync(join(tmpdir(), 'oblige-copy-'))
  const file = await fetched(all, visitor, box, folder, findings)
  const archive = await openArchive(file)
  try {
    print.line(`${archive.sizes.size} files in ${file}`)
    for (const path of [...archive.sizes.keys()].slice(0, shownFiles)) print.line(`  ${path}`)
    if (archive.sizes.size > shownFiles) print.line(`  and ${archive.sizes.size - shownFiles} more`)
    await unpack(archive, folder)
    print.heading('Anybody can check it, offline')
    const keys = `${cloud.site}/.well-known/jwks.json`
    const verdict = await verifyPackage(archive, await readKeys(keys))
    for (const line of packageInWords(verdict, 'the copy', keys).split('\n')) print.line(line)
    findings.expect('the copy is signed by the published key', verdict.kind === 'valid')
    if (verdict.kind === 'valid')
      for (const { system, category, count } of coverage)
        findings.expect(
          `the copy holds all ${count} records of ${category}`,
          verdict.manifest.coverage.some(
            (line) => line.system === system && line.category === category && line.included === count,
          ),
        )
  } finally {
    archive.close()
  }
  const seen = before.parts.reduce((sum, { records }) => sum + records, 0)
  findings.expect(
    'everything that Papyra sees of Ada is in the copy',
    seen === coverage.reduce((sum, { count }) => sum + count, 0),
  )

  print.heading('And what she provided herself, to take it elsewhere')
  const own = await askFor('portability', letters.copyReady, ada.email, visitor, box)
  const portable = await openArchive(await fetched(own, visitor, box, folder, findings))
  const paths = [...portable.sizes.keys()]
  portable.close()
  print.line(
    `${paths.length} files, an address card among them: ${paths.filter((path) => path.endsWith('.vcf')).join(', ')}`,
  )
  findings.expect(
    'the portable copy has an address card',
    paths.some((path) => path.endsWith('.vcf')),
  )
  findings.expect('it holds no payments, which Ada did not provide', !paths.some((path) => path.includes('payment')))

  print.heading('Two weeks later both are deleted')
  await cloud.clock.advance(policy.periods.package)
  await cloud.clock.advance('PT1H')
  for (const { reference, link } of [all, own]) {
    await box.wait(ada.email, subjectOf(letters.copyExpiresSoon, reference))
    await box.wait(ada.email, subjectOf(letters.copyDeleted, reference))
    findings.expect(`${reference} is deleted`, ((await visitor.read(link)) as RequestView).status === 'discarded')
  }

  print.heading('To look at')
  print.line(`Open ${join(folder, 'my-data', 'index.html')} in a browser: it works without the internet.`)
  print.line(`The zip itself is ${file}.`)
  return findings
}

/** Paths that are named of a copy. */
const shownFiles = 12

/** Presses the buttons of the request's page until the copy is there. Answers the file. */
async function fetched(
  { reference, address, link }: { readonly reference: string; readonly address: string; readonly link: string },
  visitor: Visitor,
  box: Letterbox,
  folder: string,
  findings: Findings,
): Promise<string> {
  const asked = await visitor.press(await visitor.open(link), 'code')
  const mail = await box.wait(address, subjectOf(letters.downloadCode, reference))
  const code = /^ {4}([0-9A-Z]{4}-[0-9A-Z]{4})$/m.exec(mail.text)?.[1] ?? ''
  findings.expect('the mail with the code leads back to the request', linkIn(mail.text).includes('/requests/'))
  const wrong = await visitor.press(asked, 'download', { code: 'AAAA-AAAA' })
  findings.expect('a wrong code opens nothing', wrong.status === 400)
  const page = await visitor.press(wrong, 'download', { code })
  const there = /<a class="button" href="([^"]+)" download/.exec(page.html)?.[1]?.replaceAll('&amp;', '&')
  if (!there) throw new Error('the code opened nothing')
  const answer = await fetch(there)
  if (!answer.ok) throw new Error(`the copy was answered with ${answer.status}`)
  const file = join(folder, `my-data-${reference}.zip`)
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()))
  return file
}

/** Unpacks a copy into `my-data`, for whoever wants to look. */
async function unpack(archive: Archive, folder: string): Promise<void> {
  for (const path of archive.sizes.keys()) {
    const file = join(folder, 'my-data', path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, await buffer(await archive.read(path)))
  }
}

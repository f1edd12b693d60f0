/**
 * `npm run bench -- package [--full]`: from records to the finished zip, against the zip library alone and against
 * `zip`, over the same bytes, at three sizes. Each in a process of its own, for its own peak memory.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { packageKey } from '../package/keys.ts'
import { Package } from '../package/package.ts'
import { isPacked } from '../package/packed.ts'
import { covered } from '../test/package/copy.ts'
import { signing } from '../test/package/office.ts'
import { factsOf, packageFacts } from '../test/package/sample.ts'
import { SparseS3 } from '../test/package/sparse-s3.ts'
import { fileCount, filesOf, rowCount, rowsOf } from './package-subject.ts'
import type { Line } from './table.ts'

const reference = 'OB-BENCH-0002'
/** Megabytes that each packs before its clock runs, but where a process's first copy is meant: that one compiles the code. */
const practice = 32
/** Bytes; seconds by the clock; seconds of processor time, of all threads; most bytes of memory. */
type Measured = { readonly bytes: number; readonly seconds: number; readonly cpu: number; readonly peak: number }

/** Starts to measure this process. @returns what it took since */
function watch(): (bytes: number) => Measured {
  const [began, before] = [performance.now(), process.cpuUsage()]
  return (bytes) => {
    const { user, system } = process.cpuUsage(before)
    const seconds = (performance.now() - began) / 1000
    return { bytes, seconds, cpu: (user + system) / 1e6, peak: process.resourceUsage().maxRSS * 1024 }
  }
}

/** Ours: gathers and puts together a subject of about so many megabytes. */
async function packed(megabytes: number, zip: string, first: boolean): Promise<Measured> {
  const s3 = new SparseS3()
  if (!first) await copied(s3, practice, 'OB-BENCH-0001')
  const measured = watch()
  await copied(s3, megabytes, reference)
  const done = measured(0)
  s3.save(packageKey(reference, 1), zip)
  s3.stop()
  return done
}

/** One copy, in slices of 100 MB that were sent. */
async function copied(s3: SparseS3, megabytes: number, reference: string): Promise<void> {
  const copy = new Package(s3.client, 'packages', reference, 1)
  for (const [system, records] of [
    ['accounts', (from: number) => rowsOf(megabytes, from)],
    ['files', (from: number) => filesOf(megabytes, from)],
  ] as const) {
    let from: string | undefined = '0'
    for (let n = 1; from !== undefined; n++) {
      const sent = s3.sent
      const slice = { n, enough: () => s3.sent - sent > 100e6 }
      from = (await copy.gather(system, records(Number(from)), slice, factsOf())).next
    }
  }
  const coverage = [
    covered('accounts', 'identity', rowCount(megabytes)),
    covered('files', 'content', fileCount(megabytes)),
  ]
  await copy.assemble(packageFacts(coverage, { reference }), signing, { enough: () => false })
}

/** The library alone: the same files through yazl, into a file, as ours end in files that stand for S3. */
async function zipped(folder: string, zipFile: string, first: boolean): Promise<Measured> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  if (!first) await withLibrary(files.slice(0, practice), zipFile)
  const measured = watch()
  await withLibrary(files, zipFile)
  return measured(files.reduce((sum, file) => sum + statSync(file).size, 0))
}

async function withLibrary(files: readonly string[], zipFile: string): Promise<void> {
  const zip = new ZipFile()
  const done = pipeline(zip.outputStream, createWriteStream(zipFile))
  for (const file of files)
    zip.addReadStreamLazy(basename(file), { compress: !isPacked(file) }, (give) =>
      give(null, createReadStream(file, { highWaterMark: 256 * 1024 })),
    )
  zip.end()
  await done
}

/** V8's new objects may take three times so much, MB. Left to itself it takes what it can, and hides what is held. */
const young = '--max-semi-space-size=8'

/** What a process of its own measures. @param what `packed MEGABYTES ZIP` or `zipped FOLDER ZIP`, and `first` where nothing goes before */
function alone(...what: readonly string[]): Measured {
  const child = spawnSync(process.execPath, [young, import.meta.filename, ...what], { encoding: 'utf8' })
  if (child.status !== 0) throw new Error(child.stderr)
  return JSON.parse(child.stdout) as Measured
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0

/** Measures one size. Ours and the others take turns, so that a busy machine slows all alike. */
function measured(megabytes: number, turns: number, ...first: readonly 'first'[]): readonly Line[] {
  const folder = mkdtempSync(join(tmpdir(), 'oblige-bench-'))
  try {
    const [zip, files] = [join(folder, 'copy.zip'), join(folder, 'files')]
    mkdirSync(files)
    alone('packed', String(megabytes), zip)
    execFileSync('unzip', ['-q', zip, '-d', files])
    const [ours, library, tool]: [Measured[], Measured[], number[]] = [[], [], []]
    for (let turn = 0; turn < turns; turn++) {
      ours.push(alone('packed', String(megabytes), zip, ...first))
      library.push(alone('zipped', files, join(folder, 'library.zip'), ...first))
      if (existsSync('/usr/bin/zip')) tool.push(withTool(files))
    }
    const bytes = library[0]?.bytes ?? 0
    const seconds = (of: readonly Measured[]) => median(of.map((one) => one.seconds))
    const rate = (time: number) => `${(bytes / 1e6 / time).toFixed(0)} MB/s`
    const peak = (of: readonly Measured[]) => `peak ${Math.round(Math.max(...of.map((one) => one.peak)) / 1e6)} MB`
    const what = `${first.length > 0 ? 'first copy of a process' : 'a copy'}, ${(bytes / 1e6).toFixed(0)} MB, records to zip in S3`
    const us = `${rate(seconds(ours))}, ${peak(ours)}`
    const against = `yazl alone ${rate(seconds(library))}, ${peak(library)}`
    const cpu = (of: readonly Measured[]) => median(of.map((one) => one.cpu))
    const worked = (of: readonly Measured[]) => `${cpu(of).toFixed(2)} s of processor time`
    const lines = [
      {
        what,
        ours: us,
        against,
        ratio: seconds(library) / seconds(ours),
        ...(first.length > 0 ? {} : { aim: '>= 0.8' }),
      },
      { what, ours: worked(ours), against: `yazl alone ${worked(library)}`, ratio: cpu(library) / cpu(ours) },
    ]
    if (tool.length === 0 || first.length > 0) return lines
    const zips = { what, ours: us, against: `zip on files ${rate(median(tool))}`, ratio: median(tool) / seconds(ours) }
    return [...lines, zips]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function withTool(folder: string): number {
  const began = performance.now()
  // The same endings are stored as they are.
  execFileSync('sh', ['-c', 'zip -q -r -n .jpg:.png:.mp4 ../tool.zip . && rm ../tool.zip'], { cwd: folder })
  return (performance.now() - began) / 1000
}

export const packaging = (full: boolean): readonly Line[] => [
  ...measured(full ? 64 : 32, full ? 3 : 1, 'first'),
  ...(full ? [64, 256, 1024] : [32, 64, 128]).flatMap((megabytes) => measured(megabytes, full ? 3 : 1)),
]

const [what, from = '', to = '', first] = process.argv.slice(2)
if (process.argv[1] === import.meta.filename && (what === 'packed' || what === 'zipped')) {
  const done =
    what === 'packed' ? await packed(Number(from), to, first === 'first') : await zipped(from, to, first === 'first')
  console.log(JSON.stringify(done))
}

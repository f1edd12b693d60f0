import { columns } from './columns.ts'
import { printable } from './in-words.ts'
import type { Manifest, PackageVerdict } from './package.ts'

/** Paths that are named, of each kind. */
const mostNamed = 20

/** The verdict on a copy in plain words, and what a good one states. @param keys where the keys came from */
export function packageInWords(verdict: PackageVerdict, file: string, keys: string | undefined): string {
  switch (verdict.kind) {
    case 'altered-manifest':
      return `ALTERED: manifest.json of ${file} is not what was signed. Something in it was changed, or the signature was.`
    case 'another-key':
      return `SIGNED BY ANOTHER KEY: ${file} was signed by the key ${printable(verdict.kid)}, which is not among those that ${keys} publishes. It proves nothing.`
    case 'altered':
      return [
        `ALTERED: the manifest of ${file} is as it was signed, but the files are not those that it names.`,
        ...named('Changed', verdict.changed),
        ...named('Not there', verdict.missing),
        ...named('Covered by no signature', verdict.unsigned),
      ].join('\n')
    case 'unproved':
      return [
        `NOT PROVED: all ${verdict.files} files of ${file} are as they were signed, but nobody compared the key that signed them.`,
        `Anybody can sign with a key of their own. Compare it with the company's published keys:`,
        `  oblige verify ${file} --keys https://<the company's privacy centre>`,
        '',
        `What it states, if that is its key (${verdict.kid}):`,
        ...statement(verdict.manifest),
      ].join('\n')
    case 'valid':
      return [
        `VALID: all ${verdict.files} files of ${file} were signed by a key that ${keys} publishes, and nothing was changed since.`,
        '',
        ...statement(verdict.manifest),
      ].join('\n')
  }
}

function named(what: string, paths: readonly string[]): readonly string[] {
  if (paths.length === 0) return []
  const more = paths.length > mostNamed ? [`  and ${paths.length - mostNamed} more`] : []
  return [`${what}:`, ...paths.slice(0, mostNamed).map((path) => `  ${printable(path)}`), ...more]
}

function statement({ coverage, notPartOf, ...manifest }: Manifest): readonly string[] {
  const facts = columns([
    ['Request', `${manifest.reference}, ${manifest.right}, answered by ${manifest.company}`],
    ['Received', manifest.receivedAt],
    ['Copy made', manifest.at],
    ['Complete', coverage.some(({ outcome }) => outcome === 'missing') ? 'NO, see below' : 'yes'],
    ...(notPartOf.length > 0 ? [['Not asked for', notPartOf.join(', ')]] : []),
  ])
  const systems = columns(
    coverage.map(({ system, category, outcome, found, included, redacted, reason, statedBy }) => [
      system,
      category,
      outcome,
      found === included ? `${included} records` : `${included} of ${found} records`,
      [
        ...(redacted > 0 ? [`${redacted} redacted`] : []),
        ...(reason ? [`because of ${reason}`] : []),
        ...(statedBy ? [`stated by a person (${statedBy})`] : []),
      ].join(', '),
    ]),
  )
  return [...facts, '', 'What each system gave:', ...systems].map(printable)
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Labelled } from './labelled.ts'

/**
 * Letters as text: a file for each language, named by it, where each letter begins with a line of its own, `=== label`
 * (`=== label also:label for:agent` where it asks for more, or for somebody else), then its subject, an empty line, and what it says.
 *
 * @throws where a letter has no label or no subject, or the folder no letters
 */
export function lettersIn(folder: string): readonly Labelled[] {
  const files = readdirSync(folder).filter((name) => /^[a-z]{2}\.txt$/.test(name))
  if (files.length === 0) throw new Error(`${folder} has neither labels.csv nor letters`)
  return files.flatMap((file) => {
    const [before = '', ...letters] = readFileSync(join(folder, file), 'utf8').split(/^=== /m)
    if (before.trim() !== '') throw new Error(`${file}: something stands before the first letter`)
    return letters.map((letter, n) => {
      const read =
        /^(?<label>[a-z-]+)(?: also:(?<also>[a-z,-]+))?(?: for:(?<writer>agent|guardian))?\nSubject:(?<subject>[^\n]*)\n\n(?<text>.*)$/s.exec(
          letter,
        )
      if (!read?.groups) throw new Error(`${file}: letter ${n + 1} is not a label, a subject, an empty line and a text`)
      const { label = '', also, writer = 'self', subject = '', text = '' } = read.groups
      const name = `${file}:${n + 1}`
      const bytes = mailOf(subject.trim(), text)
      const others = also?.split(',') ?? []
      return {
        file: name,
        label,
        also: others,
        perhaps: [],
        writer,
        language: file.slice(0, 2),
        template: name,
        bytes,
        inOwnWords: true,
      }
    })
  })
}

const encoded = (text: string): string => Buffer.from(text).toString('base64')

/** As a mail program would send it. */
const mailOf = (subject: string, text: string): Uint8Array =>
  Buffer.from(
    [
      'From: Somebody <somebody@example.org>',
      'To: info@example.com',
      `Subject: ${subject === '' ? '' : `=?utf-8?B?${encoded(subject)}?=`}`,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      encoded(text.trim()).replace(/.{76}/g, '$&\r\n'),
      '',
    ].join('\r\n'),
  )

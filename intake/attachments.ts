import type { Attachment as Parsed } from 'postal-mime'
import { clean } from './headers.ts'

/** A file that came along: named and weighed, never opened. */
export type Attachment = {
  /** Without path, control characters or direction marks; `unnamed` when the mail gave none. */
  readonly name: string
  /** What the mail claims; nothing was looked into. */
  readonly type: string
  /** Decoded bytes. */
  readonly size: number
  /** Larger than `largestHandedOn`, or one too many: stays in the stored original only. */
  readonly leftOut: boolean
}

/**
 * Bytes of one attachment that is handed on; what is larger stays in the stored mail. An answer of a function has 6 MB, in
 * base64. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
export const largestHandedOn = 4 * 1024 * 1024
const mostHandedOn = 20

export function attachmentsOf(parsed: readonly Parsed[], sizes: readonly number[]): Attachment[] {
  return parsed.slice(0, 200).map((one, i) => {
    const size = sizes[cutAt(one, sizes) ?? -1] ?? length(one.content)
    return {
      name: fileName(one.filename),
      type: /^[\w.+-]+\/[\w.+-]+$/.test(one.mimeType) ? one.mimeType : 'application/octet-stream',
      size,
      leftOut: size > largestHandedOn || i >= mostHandedOn,
    }
  })
}

/** Which of the parts it is that were cut while the mail was raw (bounds.ts); undefined: it was not. */
export function cutAt({ content }: Parsed, sizes: readonly number[]): number | undefined {
  if (sizes.length === 0 || length(content) > 64) return undefined
  const index = /^oblige-cut-(\d+)\./.exec(asText(content))?.[1]
  return index === undefined || sizes[Number(index)] === undefined ? undefined : Number(index)
}

export function asText(content: Parsed['content']): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}

const length = (content: Parsed['content']): number =>
  typeof content === 'string' ? content.length : content.byteLength

/** `../../x\u202Efdp.exe` must not look like what it is not, nor lead anywhere. */
function fileName(name: string | null): string {
  const last = clean(name ?? '')
    .split(/[\\/]/)
    .at(-1)
    ?.trim()
    .slice(0, 120)
  return last && !/^\.+$/.test(last) ? last : 'unnamed'
}

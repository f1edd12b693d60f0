import { invalidArgument, malformedXml, Refusal } from './refusal.ts'
import { type Element, read, textOf } from './xml.ts'

export type Tags = Readonly<Record<string, string>>

/** Most tags of an object, and longest key and value in characters (S3 user guide, "Categorizing objects using tags"). */
const [most, longestKey, longestValue] = [10, 128, 256]
const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u
const invalid = (message: string) => new Refusal(400, 'InvalidTag', message)

/** Tags of the `x-amz-tagging` header, a query string. @throws Refusal */
export function tagsOfHeader(header: string | undefined): Tags {
  if (header === undefined) return {}
  const pairs = [...new URLSearchParams(header)]
  if (pairs.some(([key]) => key === '')) throw invalidArgument("The header 'x-amz-tagging' shall be encoded as UTF-8")
  return checked(pairs)
}

/** Tags of a PutObjectTagging body. @throws Refusal */
export function tagsOfBody(body: Buffer): Tags {
  const set = read(body)?.children.find(({ name }) => name === 'TagSet')
  if (!set) throw malformedXml()
  return checked(set.children.map(pairOf))
}

function pairOf(tag: Element): [string, string] {
  const [key, value] = [textOf(tag, 'Key'), textOf(tag, 'Value')]
  if (tag.name !== 'Tag' || key === undefined || value === undefined) throw malformedXml()
  return [key, value]
}

function checked(pairs: readonly [string, string][]): Tags {
  if (pairs.length > most) throw new Refusal(400, 'BadRequest', `Object tags cannot be greater than ${most}`)
  for (const [key, value] of pairs) {
    if (key === '' || key.length > longestKey || !allowed.test(key))
      throw invalid('The TagKey you have provided is invalid')
    if (key.startsWith('aws:')) throw invalid('System tags cannot be added or updated by the requester')
    if (value.length > longestValue || !allowed.test(value)) throw invalid('The TagValue you have provided is invalid')
  }
  const tags = Object.fromEntries(pairs)
  if (Object.keys(tags).length < pairs.length) throw invalid('Cannot provide multiple Tags with the same key')
  return tags
}

import {
  BdayProperty,
  EmailProperty,
  FNProperty,
  NicknameProperty,
  NoteProperty,
  OrgProperty,
  SpecialValueType,
  TelProperty,
  TextType,
  URIType,
  URLProperty,
  ValueParameter,
  VCARD,
} from 'vcard4'
import type { Row } from './plain.ts'

type Mapping = Readonly<Partial<Record<string, readonly string[]>>>
type Property = ConstructorParameters<typeof VCARD>[0][number]

const text = (value: string) => new TextType(value)
const makers: Readonly<Record<string, (value: string) => Property>> = {
  FN: (value) => new FNProperty([], text(value)),
  NICKNAME: (value) => new NicknameProperty([], text(value)),
  EMAIL: (value) => new EmailProperty([], text(value)),
  TEL: (value) => new TelProperty([], text(value)),
  // As the company wrote it, which need not be one of the forms of RFC 6350, 4.3.1.
  BDAY: (value) => new BdayProperty([new ValueParameter(text('text'))], text(value)),
  // What is no address stays readable as a note.
  URL: (value) =>
    URL.canParse(value) ? new URLProperty([], new URIType(new URL(value).href)) : new NoteProperty([], text(value)),
  ORG: (value) => new OrgProperty([], new SpecialValueType('OrgProperty', [text(value)])),
  NOTE: (value) => new NoteProperty([], text(value)),
}

/** A row as a vCard 4.0 (RFC 6350) by the policy's mapping; undefined when the row has nothing for one. */
export function cardOf(row: Row, mapping: Mapping): string | undefined {
  const values = Object.entries(mapping).flatMap(([property, fields = []]) => {
    const value = fields
      .map((field) => row[field])
      .filter((one) => typeof one === 'string' || typeof one === 'number')
      // No control character belongs into a card but the line's end.
      .map((one) =>
        String(one)
          .replace(/[^\P{Cc}\n]/gu, '')
          .trim(),
      )
      .filter((one) => one !== '')
      .join(' ')
    return value === '' ? [] : [[property, value] as const]
  })
  const [first] = values
  if (!first) return undefined
  // FN is the one property that every card has (RFC 6350, 6.2.1).
  const named = values.some(([property]) => property === 'FN') ? values : [['FN', first[1]] as const, ...values]
  const properties = named.flatMap(([property, value]) => makers[property]?.(value) ?? [])
  return `${new VCARD(properties).repr().trimEnd()}\r\n`
}

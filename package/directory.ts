/**
 * The list of files at the end of a zip (APPNOTE 6.3.10, 4.3.12 to 4.3.16): written, moved from a segment to where that
 * stands in the package, and closed. One disk, no comment.
 */

/** Where a zip's list of files begins, its length in bytes, and how many files it names. */
export type Directory = { readonly offset: number; readonly bytes: number; readonly entries: number }

const signatures = { record: 0x02014b50, end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50 }
const lengths = { record: 46, end: 22, end64: 56, locator64: 20 }
/** A 32-bit or 16-bit field that says: look into the zip64 fields. */
const [elsewhere, elsewhere16] = [0xffff_ffff, 0xffff]
/** The extra field of zip64 (4.5.3), and the version that a reader has to know for it (4.4.3.2). */
const [zip64Field, zip64Version] = [0x0001, 45]
/** Made by 6.3 on Unix; what a reader has to know at least; sizes and CRC follow the content, names are UTF-8 (4.4.2 to 4.4.4). */
const [madeBy, version] = [0x033f, 20]
export const flags = (1 << 3) | (1 << 11)

/** A file as the list names it: when it was changed, how it is stored, its bytes before and after that, and where it begins. */
export type Listed = {
  readonly path: string
  readonly modified: Date
  readonly method: number
  readonly crc: number
  readonly size: number
  readonly stored: number
  readonly offset: number
}

/** The line of the list for a file of whom nothing was known before its content (flag 3), with a name in UTF-8 (flag 11). */
export function recordOf({ path, modified, method, crc, size, stored, offset }: Listed): Buffer {
  const name = Buffer.from(path)
  const fixed = Buffer.alloc(lengths.record)
  fixed.writeUInt32LE(signatures.record, 0)
  const [time, date] = dosTime(modified)
  for (const [n, value] of [madeBy, version, flags, method, time, date].entries()) fixed.writeUInt16LE(value, 4 + 2 * n)
  fixed.writeUInt32LE(crc, 16)
  fixed.writeUInt16LE(name.length, 28)
  // A usual file that everybody may read and its owner may change.
  fixed.writeUInt32LE(0o100644 * 2 ** 16, 38)
  return placed(fixed, name, [universalTime(modified)], [size, stored, offset])
}

/** The same list for files that lie `by` bytes further on. @throws for a list that is not whole */
export function moved(directory: Buffer, by: number): Buffer {
  const records: Buffer[] = []
  for (let at = 0; at < directory.length; ) {
    if (directory.length - at < lengths.record || directory.readUInt32LE(at) !== signatures.record)
      throw new Error("the zip's list of files is not whole")
    const [name, extra, comment] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ]
    const end = at + lengths.record + name + extra + comment
    if (end > directory.length) throw new Error("the zip's list of files is not whole")
    records.push(movedRecord(directory.subarray(at, end), name, extra, by))
    at = end
  }
  return Buffer.concat(records)
}

function movedRecord(record: Buffer, name: number, extra: number, by: number): Buffer {
  const [from, to] = [lengths.record + name, lengths.record + name + extra]
  const fields = extraFields(record.subarray(from, to))
  const known = fields.find(({ id }) => id === zip64Field)?.data
  // Sizes and offset stand in the zip64 field in this order, each only when its own field says so (4.5.3).
  let next = 0
  const wide = (narrow: number) => {
    if (narrow !== elsewhere || !known) return narrow
    next += 8
    return Number(known.readBigUInt64LE(next - 8))
  }
  const [size, compressed, offset] = [
    wide(record.readUInt32LE(24)),
    wide(record.readUInt32LE(20)),
    wide(record.readUInt32LE(42)),
  ]
  const values = [size, compressed, offset + by] as const
  const fixed = Buffer.from(record.subarray(0, lengths.record))
  const others = fields.filter(({ id }) => id !== zip64Field)
  return Buffer.concat([placed(fixed, record.subarray(lengths.record, from), others, values), record.subarray(to)])
}

/** A record with its sizes and its offset, in zip64 where they need it. */
function placed(fixed: Buffer, name: Buffer, others: readonly ExtraField[], values: readonly [number, number, number]) {
  const large = values.filter((value) => value >= elsewhere)
  const zip64 = large.length > 0 ? [{ id: zip64Field, data: uint64s(large) }] : []
  const extras = Buffer.concat([...zip64, ...others].map(extraField))
  if (large.length > 0) fixed.writeUInt16LE(Math.max(zip64Version, fixed.readUInt16LE(6)), 6)
  for (const [n, field] of [24, 20, 42].entries()) fixed.writeUInt32LE(Math.min(values[n] ?? 0, elsewhere), field)
  fixed.writeUInt16LE(extras.length, 30)
  return Buffer.concat([fixed, name, extras])
}

type ExtraField = { readonly id: number; readonly data: Buffer }

function extraFields(extra: Buffer): readonly ExtraField[] {
  const fields: ExtraField[] = []
  for (let at = 0; at + 4 <= extra.length; ) {
    const end = at + 4 + extra.readUInt16LE(at + 2)
    fields.push({ id: extra.readUInt16LE(at), data: extra.subarray(at + 4, end) })
    at = end
  }
  return fields
}

function extraField({ id, data }: ExtraField): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16LE(id, 0)
  head.writeUInt16LE(data.length, 2)
  return Buffer.concat([head, data])
}

function uint64s(values: readonly number[]): Buffer {
  const all = Buffer.alloc(8 * values.length)
  for (const [n, value] of values.entries()) all.writeBigUInt64LE(BigInt(value), 8 * n)
  return all
}

/** Time and date as MS-DOS had them (4.4.6), in UTC; they begin with 1980. */
export function dosTime(at: Date): readonly [number, number] {
  if (at.getUTCFullYear() < 1980) return [0, (1 << 5) | 1]
  return [
    (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
    ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
  ]
}

/** When a file was changed, by the second and in UTC, as Info-ZIP writes it ("UT"; the local time above knows no zone). */
function universalTime(at: Date): ExtraField {
  const data = Buffer.from([3, 0, 0, 0, 0])
  data.writeInt32LE(Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, Math.floor(at.getTime() / 1000))), 1)
  return { id: 0x5455, data }
}

/** The end of a zip whose list of files stands where `directory` says. */
export function endOf({ offset, bytes, entries }: Directory): Buffer {
  const end = Buffer.alloc(lengths.end)
  end.writeUInt32LE(signatures.end, 0)
  for (const field of [8, 10]) end.writeUInt16LE(Math.min(entries, elsewhere16), field)
  end.writeUInt32LE(Math.min(bytes, elsewhere), 12)
  end.writeUInt32LE(Math.min(offset, elsewhere), 16)
  if (entries < elsewhere16 && bytes < elsewhere && offset < elsewhere) return end

  const end64 = Buffer.alloc(lengths.end64)
  end64.writeUInt32LE(signatures.end64, 0)
  end64.writeBigUInt64LE(BigInt(lengths.end64 - 12), 4)
  for (const field of [12, 14]) end64.writeUInt16LE(zip64Version, field)
  for (const field of [24, 32]) end64.writeBigUInt64LE(BigInt(entries), field)
  end64.writeBigUInt64LE(BigInt(bytes), 40)
  end64.writeBigUInt64LE(BigInt(offset), 48)
  const locator = Buffer.alloc(lengths.locator64)
  locator.writeUInt32LE(signatures.locator64, 0)
  locator.writeBigUInt64LE(BigInt(offset + bytes), 8)
  locator.writeUInt32LE(1, 16)
  return Buffer.concat([end64, locator, end])
}

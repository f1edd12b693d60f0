/**
 * The list of files at the end of a zip (APPNOTE 6.3.10, 4.3.12 to 4.3.16): read from a segment, moved to where the
 * segment stands in the package, and closed. Only what yazl writes is read: one disk, no comment.
 */

/** Where a zip's list of files begins, its length in bytes, and how many files it names. */
export type Directory = { readonly offset: number; readonly bytes: number; readonly entries: number }

const signatures = { record: 0x02014b50, end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50 }
const lengths = { record: 46, end: 22, end64: 56, locator64: 20 }
/** A 32-bit or 16-bit field that says: look into the zip64 fields. */
const [elsewhere, elsewhere16] = [0xffff_ffff, 0xffff]
/** The extra field of zip64 (4.5.3), and the version that a reader has to know for it (4.4.3.2). */
const [zip64Field, zip64Version] = [0x0001, 45]

/** Bytes that the end of a zip takes at most: both ends of zip64 and the old one. */
export const longestEnd = lengths.end64 + lengths.locator64 + lengths.end

/** Reads the end of a zip. @param tail its last bytes, `longestEnd` of them or the whole zip */
export function endOfZip(tail: Buffer): Directory {
  const at = tail.length - lengths.end
  if (at < 0 || tail.readUInt32LE(at) !== signatures.end)
    throw new Error('the end of the zip is not where it should be')
  const [entries, bytes, offset] = [tail.readUInt16LE(at + 10), tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)]
  if (entries !== elsewhere16 && bytes !== elsewhere && offset !== elsewhere) return { entries, bytes, offset }
  const at64 = at - lengths.locator64 - lengths.end64
  if (at64 < 0 || tail.readUInt32LE(at64) !== signatures.end64)
    throw new Error('the zip64 end is not where it should be')
  return {
    entries: Number(tail.readBigUInt64LE(at64 + 32)),
    bytes: Number(tail.readBigUInt64LE(at64 + 40)),
    offset: Number(tail.readBigUInt64LE(at64 + 48)),
  }
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
  const values = [size, compressed, offset + by]
  const large = values.filter((value) => value >= elsewhere)
  const zip64 = large.length > 0 ? [{ id: zip64Field, data: uint64s(large) }] : []
  const extras = Buffer.concat([...zip64, ...fields.filter(({ id }) => id !== zip64Field)].map(extraField))
  const fixed = Buffer.from(record.subarray(0, lengths.record))
  if (large.length > 0) fixed.writeUInt16LE(Math.max(zip64Version, fixed.readUInt16LE(6)), 6)
  for (const [n, field] of [24, 20, 42].entries()) fixed.writeUInt32LE(Math.min(values[n] ?? 0, elsewhere), field)
  fixed.writeUInt16LE(extras.length, 30)
  return Buffer.concat([fixed, record.subarray(lengths.record, from), extras, record.subarray(to)])
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

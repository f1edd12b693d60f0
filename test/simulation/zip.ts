import { inflateRawSync } from 'node:zlib'

/** All files of a zip as one text, read by its central directory (APPNOTE 4.3.12), and by nothing of the product. */
export function textIn(zip: Buffer): string {
  const texts: string[] = []
  for (let at = zip.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 46, 'latin1')) {
    const [method, stored] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)]
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const content = zip.subarray(start, start + stored)
    texts.push((method === 8 ? inflateRawSync(content) : content).toString('utf8'))
  }
  return texts.join('\n')
}

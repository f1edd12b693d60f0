/**
 * Stands in the bundles for nodemailer's client of HTTP: no attachment of ours lies at an address. Importing `node:http`
 * alone makes Node load a second client (undici), which took a tenth of the initialisation of whatever writes letters.
 */
export default function fetch(): never {
  throw new Error('an attachment of a letter lies in the letter, not at an address')
}

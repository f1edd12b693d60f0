/**
 * Stands in the bundles where nodemailer has a table of every media type by the ending of a file's name: 76 kB that each
 * cold start would read. Ours say what they are; what does not is bytes that nobody shall interpret (RFC 2046, 4.5.1).
 */
export const detectMimeType = (): string => 'application/octet-stream'

/** Of an attachment without a name: ours have one. */
export const detectExtension = (): string => 'bin'

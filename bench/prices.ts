/**
 * List prices in US dollars, us-east-1, on demand and beyond every free tier, as the services' pricing pages gave them
 * in 2026 (aws.amazon.com/SERVICE/pricing). Other regions differ by up to a fifth; check before you plan with them.
 */
export const prices = {
  /** Step Functions Standard: $0.025 for 1,000 state transitions, retries included. */
  transition: 0.025 / 1_000,
  /** DynamoDB on demand: $0.625 for a million write request units of 1 KB; a transaction takes two for each item. */
  writeUnit: 0.625 / 1_000_000,
  /** DynamoDB on demand: $0.125 for a million read request units of 4 KB, read consistently. */
  readUnit: 0.125 / 1_000_000,
  /** Lambda: $0.20 for a million requests. */
  invocation: 0.2 / 1_000_000,
  /** Lambda on arm64: $0.0000133334 for a gigabyte-second. */
  gigabyteSecond: 0.0000133334,
  /** SES: $0.10 for 1,000 mails sent. */
  mail: 0.1 / 1_000,
  /** KMS: $0.03 for 10,000 requests of symmetric and HMAC keys. */
  keyRequest: 0.03 / 10_000,
  /** KMS: $0.15 for 10,000 requests of elliptic curve keys. */
  signature: 0.15 / 10_000,
  /** S3 Standard: $0.005 for 1,000 PUT, COPY, POST or LIST requests, $0.0004 for 1,000 of all others. */
  storeWrite: 0.005 / 1_000,
  storeRead: 0.0004 / 1_000,
  /** HTTP API: $1.00 for a million requests. */
  apiRequest: 1 / 1_000_000,
} as const

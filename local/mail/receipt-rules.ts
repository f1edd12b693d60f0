import { list, part, type Template, text } from '../front/resource.ts'

type Action =
  | { readonly kind: 's3'; readonly bucket: string; readonly prefix: string }
  | { readonly kind: 'lambda'; readonly functionArn: string }

/** A receipt rule of SES: for whom, and what is done with their mail, in this order. */
export type ReceiptRule = {
  readonly name: string
  readonly arn: string
  readonly region: string
  /** Lower-case addresses and domains; empty: every recipient. */
  readonly recipients: readonly string[]
  readonly actions: readonly Action[]
}

/** The template's rules in the order of their sets. @throws naming an action that the local cloud does not do */
export const receiptRulesOf = (template: Template): readonly ReceiptRule[] =>
  template
    .ofType('AWS::SES::ReceiptRule')
    .map(({ name, arn, region, properties }) => ({ name, arn, region, rule: part(properties, 'Rule') }))
    .filter(({ rule }) => rule.Enabled === true)
    .map(({ name, arn, region, rule }) => ({
      ...{ name, arn, region },
      recipients: list(rule.Recipients).map((one) => text(one).toLowerCase()),
      actions: list(rule.Actions).map((action) => actionOf(action, name)),
    }))

function actionOf(action: unknown, rule: string): Action {
  const s3 = part(action, 'S3Action')
  if (s3.BucketName) return { kind: 's3', bucket: text(s3.BucketName), prefix: text(s3.ObjectKeyPrefix) }
  const lambda = part(action, 'LambdaAction')
  if (lambda.FunctionArn && lambda.InvocationType !== 'RequestResponse')
    return { kind: 'lambda', functionArn: text(lambda.FunctionArn) }
  throw new Error(`the local cloud does not know an action of the receipt rule ${rule}: ${JSON.stringify(action)}`)
}

/** Whether a rule is for an address: named itself, or by its domain (developer guide, "Recipient conditions"). */
export function isFor({ recipients }: ReceiptRule, address: string): boolean {
  const [domain = ''] = address.toLowerCase().split('@').slice(-1)
  const among = (one: string) =>
    one === address.toLowerCase() || one === domain || (one.startsWith('.') && domain.endsWith(one))
  return recipients.length === 0 || recipients.some(among)
}

import { type App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import type { IConstruct } from 'constructs'

/** Checks every stack by the AWS Solutions rules of cdk-nag; a finding that nobody accepted ends the synth. */
export function check(app: App): void {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
}

/** Accepts findings (by their id, e.g. `AwsSolutions-S1`) on one construct and what is inside it, each with its reason. */
export function accept(where: IConstruct, reasons: Readonly<Record<string, string>>): void {
  Validations.of(where).acknowledge(...Object.entries(reasons).map(([id, reason]) => ({ id, reason })))
}

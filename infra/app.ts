import { App } from 'aws-cdk-lib'
import { WrongPolicy } from '../policy/load.ts'
import { bundled } from './bundles.ts'
import { settingOf, WrongContext } from './setting.ts'
import { compose } from './synthesis.ts'

/** What `cdk` runs. A policy or context that cannot be used ends it with one sentence. */
try {
  // CDK's check of templates against CloudFormation's schemas doubles the time of every synth; deploying checks the same.
  const app = new App({ builtinCloudFormationValidation: false })
  const setting = await settingOf(app)
  const bundles = await bundled(setting.policy)
  try {
    await compose(app, setting, bundles)
    app.synth()
  } finally {
    bundles.remove()
  }
} catch (error) {
  if (!(error instanceof WrongPolicy || error instanceof WrongContext)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

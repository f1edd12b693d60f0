import { list, part, type Template, text } from '../front/resource.ts'

/** When objects under a prefix of a bucket are deleted by themselves, in days after they were put. */
export type Expiration = { readonly bucket: string; readonly prefix: string; readonly days: number }

/** The template's expirations. Of buckets without versions only: what becomes of older versions is not done here. */
export const expirationsOf = (template: Template): readonly Expiration[] =>
  template
    .ofType('AWS::S3::Bucket')
    .filter(({ properties }) => !properties.VersioningConfiguration)
    .flatMap(({ name, properties }) =>
      list(part(properties, 'LifecycleConfiguration').Rules)
        .map((rule) => part(rule))
        .filter(({ Status, ExpirationInDays }) => Status === 'Enabled' && Number(ExpirationInDays) > 0)
        .map((rule) => ({ bucket: name, prefix: text(rule.Prefix), days: Number(rule.ExpirationInDays) })),
    )

/** Marks an object version as restricted; its value is the reference of the request. */
export const restrictedTag = 'oblige-restricted'

/**
 * The statements that a company adds to its bucket's policy. Nobody but Oblige's function reads an object that carries
 * the tag, touches its tags, or sets the tag itself. Writing and deleting cannot be denied by a tag (Service
 * Authorization Reference, S3: `s3:ExistingObjectTag` is no condition key of PutObject and DeleteObject).
 */
export function denyRestricted(bucketArn: string, roleArn: string) {
  const deny = { Effect: 'Deny', Principal: '*', Resource: `${bucketArn}/*` }
  const others = { ArnNotEquals: { 'aws:PrincipalArn': roleArn } }
  return [
    {
      ...deny,
      Sid: 'ObligeRestricts',
      Action: [
        's3:GetObject*',
        's3:PutObject*Tagging',
        's3:DeleteObject*Tagging',
        's3:PutObject*Acl',
        's3:RestoreObject',
      ],
      Condition: { Null: { [`s3:ExistingObjectTag/${restrictedTag}`]: 'false' }, ...others },
    },
    {
      ...deny,
      Sid: 'ObligeAloneSetsTheTag',
      Action: ['s3:PutObject', 's3:PutObject*Tagging'],
      Condition: { Null: { [`s3:RequestObjectTag/${restrictedTag}`]: 'false' }, ...others },
    },
  ]
}

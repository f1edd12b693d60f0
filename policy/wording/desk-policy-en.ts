/** The versions of the policy, for the company's own people, in English. */
export const deskPolicyEn = {
  title: 'The policy and its earlier versions',
  lead: 'What was promised, as recorded by this deployment. Each version is identified by the hash of its full text, so anyone who keeps the file can check it.',
  noted:
    'A version is recorded in the night after its deployment, and counts from then. A version that was replaced before that night is not recorded.',
  tonight: 'deployed, to be recorded tonight',
  record: 'The current policy as a record of processing',
  inForce: 'in force',
  version: (short: string) => `Version ${short}`,
  since: (at: string) => `since ${at}`,
  between: (from: string, to: string) => `from ${from} to ${to}`,
  first: 'The first known version.',
  changes: (n: number) => (n === 1 ? 'One change' : `${n} changes`),
  columns: { field: 'Field', from: 'Before', to: 'Since then' },
  absent: 'not set',
  yes: 'yes',
  no: 'no',
  none: 'none',
  file: 'as JSON',
  more: 'Older versions are kept, but not shown here.',
}

export type DeskPolicyWording = typeof deskPolicyEn

/** The versions of the policy, for the company's own people, in English. */
export const deskPolicyEn = {
  title: 'The policy, and what it was before',
  lead: 'What was promised, as this deployment keeps it. A version is known by the hash of all that it says; whoever keeps the file can check it.',
  noted:
    'A version counts from the night after its deployment, in which it is noted; one that another replaced before is noted nowhere.',
  tonight: 'deployed, and noted in the coming night',
  record: 'What the policy in force says, as a record of processing',
  inForce: 'in force',
  version: (short: string) => `Version ${short}`,
  since: (at: string) => `since ${at}`,
  between: (from: string, to: string) => `from ${from} to ${to}`,
  first: 'The first that is known.',
  changes: (n: number) => (n === 1 ? 'One change' : `${n} changes`),
  columns: { field: 'Field', from: 'Before', to: 'Since then' },
  absent: 'not there',
  yes: 'yes',
  no: 'no',
  none: 'none',
  file: 'as JSON',
  more: 'Older versions are kept, and not shown here.',
}

export type DeskPolicyWording = typeof deskPolicyEn

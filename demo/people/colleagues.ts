/** Who works at the demo company's desk, and two who may not. Their secrets are no secrets: whoever starts the demo is all of them. */
export type Colleague = {
  readonly email: string
  readonly groups: readonly string[]
  readonly password: string
  /** Of the app on their phone (RFC 6238), base32; absent: they signed in with a password alone. */
  readonly authenticator?: string
}

const password = 'demo'

export const colleagues: readonly Colleague[] = [
  {
    email: 'officer@papyra.example.com',
    groups: ['privacy-officers'],
    password,
    authenticator: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  },
  // What takes two people takes another officer.
  {
    email: 'deputy@papyra.example.com',
    groups: ['privacy-officers'],
    password,
    authenticator: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  },
  {
    email: 'agent@papyra.example.com',
    groups: ['privacy-agents', 'everybody'],
    password,
    authenticator: 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU',
  },
  {
    email: 'auditor@papyra.example.com',
    groups: ['auditors'],
    password,
    authenticator: 'MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LK',
  },
  // Officer by group, and known by a password alone.
  { email: 'hasty@papyra.example.com', groups: ['privacy-officers'], password },
  // Works for the company and has nothing to do with privacy requests.
  {
    email: 'clerk@papyra.example.com',
    groups: ['everybody'],
    password,
    authenticator: 'ONSWG4TFOQQGMYTPONSWG4TFOQQGMYTP',
  },
  // In the group by mistake, with an address of somewhere else.
  {
    email: 'freelancer@elsewhere.example.org',
    groups: ['privacy-officers'],
    password,
    authenticator: 'NFXHG5DSNFXGOIDTNFXHG5DSNFXGOIDT',
  },
]

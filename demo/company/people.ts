import type { Account, Portal, Session, SignIn } from './company.ts'
import type { Dice } from './dice.ts'
import { ada, ben, busy } from './known.ts'

const regions = ['eu-central-1', 'eu-central-1', 'us-west-2', 'ap-southeast-1'] as const
const portalId = (n: number) => `p-${String(n + 1).padStart(3, '0')}`
/** Who signed something on paper, by account: the company sends out few contracts. */
const onPaper: Readonly<Record<string, string>> = {
  'a-1461': 'P-2024-017',
  'a-1466': 'P-2024-031',
  'a-1470': 'P-2025-004',
  'a-1471': 'P-2025-009',
}
const known = new Set<string>([...ada.accounts, ...ben.accounts])

const folderOf = (id: string): Pick<Account, 'folder'> => (onPaper[id] ? { folder: onPaper[id] } : {})

/** Whether the account belongs to one of the people to play with. */
export const isKnown = (accountId: string): boolean => known.has(accountId)

export function inventPortals({ of }: Dice, count: number): readonly Portal[] {
  const names = new Set(['Quill & Daughters', 'The Reading Room'])
  while (names.size < count) names.add(of.company.name())
  return [...names].map((name, n) => ({
    id: portalId(n),
    name,
    region: n < 2 ? 'eu-central-1' : of.helpers.arrayElement(regions),
    plan: n === 0 ? 'business' : of.helpers.arrayElement(['free', 'team', 'team', 'business']),
    createdAt: of.date.between({ from: '2021-02-01', to: '2023-12-01' }).toISOString(),
  }))
}

/** `count` people; each portal has an owner, and every twentieth person has a second account in another portal. */
export function inventAccounts(dice: Dice, portals: readonly Portal[], count: number): readonly Account[] {
  const { of } = dice
  const accounts: Account[] = []
  const addresses = new Set<string>()
  const add = (person: Pick<Account, 'firstName' | 'lastName' | 'email'>, portal: Portal, role: Account['role']) =>
    accounts.push({
      id: `a-${1001 + accounts.length}`,
      portalId: portal.id,
      role,
      ...person,
      // Numbers that Ofcom keeps free for drama: they ring nowhere.
      ...(accounts.length < 3 || of.datatype.boolean(0.4)
        ? { phone: `+44 7700 900${of.string.numeric({ length: 3, allowLeadingZeros: true })}` }
        : {}),
      language: of.helpers.arrayElement(['en', 'en', 'de']),
      createdAt: of.date
        .between({ from: portal.createdAt, to: accounts.length < 3 ? '2024-02-01' : '2025-03-01' })
        .toISOString(),
      ...folderOf(`a-${1001 + accounts.length}`),
      settings: {
        twoFactor: of.datatype.boolean(0.3),
        theme: of.helpers.arrayElement(['light', 'dark']),
        starred: of.helpers.multiple(() => of.system.commonFileName('md'), { count: { min: 0, max: 3 } }),
      },
    })
  const [own, guest] = portals as readonly [Portal, Portal]
  const named = ({ firstName, lastName, email }: typeof ada | typeof ben) => ({ firstName, lastName, email })
  add(named(ada), own, 'owner')
  add(named(ada), guest, 'user')
  add(named(ben), guest, 'owner')
  addresses.add(ada.email).add(ben.email)
  for (let n = 2; addresses.size < count; n++) {
    const person = stranger(dice, n, addresses)
    const owns = n < portals.length
    add(person, (owns ? portals[n] : of.helpers.arrayElement(portals)) ?? own, owns ? 'owner' : 'user')
    if (n % 20 === 0) add(person, of.helpers.arrayElement(portals.slice(n % 7)), 'user')
  }
  return accounts
}

/** Domains that RFC 2606 and RFC 6761 keep free: mail to them reaches nobody. */
const domains = ['example.com', 'example.org', 'mail.example.com', 'office.example.org', 'papyra.test']

function stranger({ of, people }: Dice, n: number, addresses: Set<string>) {
  const speaker = people[n % people.length] ?? of
  const firstName = speaker.person.firstName()
  const lastName = speaker.person.lastName()
  const plain = `${firstName}.${lastName}`
    .normalize('NFD')
    .replaceAll('ß', 'ss')
    .replaceAll(/ł/gi, 'l')
    .replaceAll(/[^A-Za-z.]/g, '')
    .toLowerCase()
  const domain = of.helpers.arrayElement(domains)
  let email = `${plain}@${domain}`
  for (let again = 2; addresses.has(email); again++) email = `${plain}${again}@${domain}`
  addresses.add(email)
  return { firstName, lastName, email }
}

/** Networks that RFC 5737 keeps for documentation. */
const networks = ['192.0.2', '198.51.100', '203.0.113']
const devices = [
  { system: 'Windows 11', browser: 'Firefox 128', screen: [1920, 1080] },
  { system: 'macOS 15', browser: 'Safari 18', screen: [1512, 982] },
  { system: 'Android 15', browser: 'Chrome 126', screen: [412, 915] },
  { system: 'iOS 18', browser: 'Safari 18', screen: [390, 844] },
  { system: 'Ubuntu 24.04', browser: 'Firefox 127', screen: [2560, 1440] },
] as const

export function inventSessions({ of, people }: Dice, accounts: readonly Account[]): readonly Session[] {
  return accounts.flatMap((account) => {
    const count = account.id === busy ? 240 : isKnown(account.id) ? 12 : of.number.int({ min: 1, max: 5 })
    const city = of.helpers.arrayElement(people).location.city()
    const starts = of.date.betweens({ from: account.createdAt, to: '2025-06-30', count })
    return starts.map((at) => ({
      accountId: account.id,
      startedAt: at.toISOString(),
      ip: `${of.helpers.arrayElement(networks)}.${of.number.int({ min: 1, max: 254 })}`,
      city,
      ...of.helpers.arrayElement(devices),
    }))
  })
}

export function inventSignIns({ of }: Dice, accounts: readonly Account[]): readonly SignIn[] {
  return accounts
    .filter((account) => isKnown(account.id) || of.datatype.boolean(0.3))
    .map((account) => ({
      accountId: account.id,
      provider: 'sign-in.example.org',
      profile: {
        email: account.email,
        name: `${account.firstName} ${account.lastName}`,
        picture: `https://sign-in.example.org/pictures/${of.string.uuid()}.png`,
      },
      linkedAt: of.date.between({ from: account.createdAt, to: '2025-06-30' }).toISOString(),
    }))
}

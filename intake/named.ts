import type { Mail } from './mail.ts'

/** By what a mail can name an account besides an address. */
const nameKinds = ['username', 'customerNumber', 'portal'] as const
type NameKind = (typeof nameKinds)[number]
/** One way to look an account up, as the policy says. */
type LookUp = { readonly attribute: string; readonly index?: string | undefined; readonly pattern: string }
export type LookUps = Readonly<Partial<Record<NameKind, LookUp>>>

/** Values of one mail that are looked up: who writes for themselves names one or two, and nobody may try out many. */
export const mostLookUps = 3

/** What people write before such a value, as far as it is a word of its own in their language; `*`: any ending. */
const labels: Readonly<Record<NameKind, readonly string[]>> = {
  customerNumber: [
    ...[
      'customer number',
      'customer no',
      'customer nr',
      'customer id',
      'customer',
      'client',
      'cliente',
      'member',
      'id',
      'account',
      'cust no',
      'cust',
      'client number',
    ],
    ...['client no', 'client id', 'member number', 'member no', 'member id', 'membership number', 'account number'],
    ...[
      'account no',
      'account id',
      'kundennummer',
      'kundennr',
      'kunden nr',
      'kundennr',
      'kundenkonto',
      'kdnr',
      'kd nr',
    ],
    ...['kontonummer', 'mitgliedsnummer', 'numéro client', 'numéro de client', 'numéro d adhérent', 'n client'],
    ...['n° client', 'no client', 'référence client', 'numéro', 'número de cliente', 'nº de cliente', 'n de cliente'],
    ...['nº cliente', 'número de socio', 'número de conta', 'numero cliente', 'numero di cliente', 'codice cliente'],
    ...[
      'n cliente',
      'klantnummer',
      'klantnr',
      'klant nr',
      'lidnummer',
      'numer klienta',
      'nr klienta',
      'číslo zákazníka',
    ],
    ...['zákaznické číslo', 'zákaznícke číslo', 'číslo zákazníka', 'kundnummer', 'kundnr', 'kundenummer', 'kundenr'],
    ...['asiakasnumero', 'asiakasnro', 'ügyfélszám', 'ügyfélazonosító', 'număr client', 'număr de client', 'nr client'],
    ...['broj kupca', 'broj korisnika', 'številka stranke', 'клиентски номер', 'номер клиента', 'номер клієнта'],
    ...['αριθμός πελάτη', 'müşteri numarası', 'müşteri no', 'kliendinumber', 'klienta numurs', 'kliento numeris'],
    ...['顧客番号', 'お客様番号', '会員番号', '客户编号', '客户号', '고객번호', '회원번호'],
  ],
  username: [
    ...[
      'user name',
      'username',
      'user',
      'user id',
      'userid',
      'login',
      'login name',
      'account name',
      'account',
      'account called',
    ],
    ...['benutzername', 'nutzername', 'benutzerkonto', 'nom d utilisateur', 'nom utilisateur', 'identifiant', 'pseudo'],
    ...['compte', 'usuario', 'nombre de usuario', 'utilizador', 'nome de utilizador', 'nome de usuário', 'nome utente'],
    ...['utente', 'gebruikersnaam', 'gebruiker', 'nazwa użytkownika', 'użytkownik', 'uživatelské jméno', 'uživatel'],
    ...[
      'používateľské meno',
      'användarnamn',
      'användare',
      'brugernavn',
      'brukernavn',
      'käyttäjätunnus',
      'käyttäjänimi',
    ],
    ...['felhasználónév', 'nume de utilizator', 'utilizator', 'korisničko ime', 'uporabniško ime', 'потребителско име'],
    ...[
      'имя пользователя',
      'логин',
      'ім я користувача',
      'логін',
      'όνομα χρήστη',
      'kullanıcı adı',
      'kullanıcı adım',
      'kasutajanimi',
    ],
    ...['lietotājvārds', 'naudotojo vardas', 'vartotojo vardas', 'ユーザー名', 'ユーザーid', '用户名', '사용자 이름'],
    ...['아이디', 'cuenta', 'conta', 'konto', 'účet', 'tili', 'fiók'],
  ],
  portal: [
    ...['portal', 'my portal', 'workspace', 'tenant', 'portail', 'portale', 'portaal', 'portál', 'portalen', 'портал'],
    ...['ポータル', '门户', '포털', 'πύλη'],
  ],
}

/** Labels that mean much else: a plain word after one of them is a name only behind a mark ("Account: annex", not "the account is mine"). */
const loose = new Set(['account', 'compte', 'cuenta', 'conta', 'konto', 'účet', 'tili', 'fiók'])

/** What may stand between a label and its value: marks, and a word such as "is". */
const gap =
  '(?:\\s*[:：=#№„“"\'(«-]+\\s*|\\s+(?:is|ist|lautet|est|es|è|é|är|er|on|je|to|jest|это|е|є|είναι)\\s*[:„“"\'«]?\\s*|\\s+)'
/** A value is one word; what is none of an account's it has to be told apart by the policy's pattern. */
const word = '#?(?<value>[\\p{L}\\p{N}][\\p{L}\\p{N}._/@-]{1,63})'

const escaped = (label: string) => label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', "[\\s.'’°º-]*")
const patterns = Object.fromEntries(
  nameKinds.map((kind) => {
    const any = labels[kind].toSorted((a, b) => b.length - a.length).map(escaped)
    return [kind, new RegExp(`(?<![\\p{L}\\p{N}])(?<label>${any.join('|')})[.]?(?<between>${gap})${word}`, 'giu')]
  }),
) as Readonly<Record<NameKind, RegExp>>

export type Named = { readonly kind: NameKind; readonly value: string }

/**
 * Accounts that a text names in another way than by an address: user names, customer numbers and portals that stand after a
 * word for them, or alone in a form that the policy gives such values. At most `mostLookUps`, in their order.
 */
export function namedIn(text: string, lookUps: LookUps): readonly Named[] {
  const found: Array<Named & { readonly at: number }> = []
  for (const kind of nameKinds) {
    const lookUp = lookUps[kind]
    if (!lookUp) continue
    const whole = new RegExp(`^(?:${lookUp.pattern})$`, 'iu')
    for (const match of text.matchAll(patterns[kind])) {
      const { label = '', between = '', value = '' } = match.groups ?? {}
      const said = value.replace(/[._/@-]+$/u, '')
      const isName = !loose.has(label.toLowerCase()) || /[^\p{L}\s]/u.test(between + said)
      if (isName && whole.test(said)) found.push({ kind, value: said, at: match.index })
    }
  }
  const each = new Map(
    found.toSorted((a, b) => a.at - b.at).map(({ kind, value }) => [`${kind} ${value}`, { kind, value }]),
  )
  return [...each.values()].slice(0, mostLookUps)
}

/** Where people name an account: what they wrote themselves, and what they pass on by hand; no quotation, no signature. */
export const textOfWriter = ({ text, forwarded, subject }: Mail): string =>
  [subject, text.own, text.letter, forwarded && forwarded.how !== 'rule' ? forwarded.text : ''].join('\n')

/**
 * The address that owns what a mail names: the only one under which everything that it names is known. None where a name is
 * not known, or several people answer to it: then nobody gets a letter because of it.
 *
 * @param addressesOf addresses of the accounts that have such a value
 */
export async function ownerNamed(
  named: readonly Named[],
  addressesOf: (one: Named) => Promise<readonly string[]>,
): Promise<string | undefined> {
  let owners: ReadonlySet<string> | undefined
  for (const one of named) {
    const here = new Set((await addressesOf(one)).map((address) => address.toLowerCase()))
    owners = owners === undefined ? here : new Set([...owners].filter((address) => here.has(address)))
  }
  const [owner] = owners ?? []
  return owners?.size === 1 ? owner : undefined
}

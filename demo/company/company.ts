/** The demo company's data, as its systems keep them. Times are ISO 8601 instants, money is in euros. */

export type Portal = {
  readonly id: string
  readonly name: string
  /** Where its administrator chose to keep it (N10). */
  readonly region: 'eu-central-1' | 'us-west-2' | 'ap-southeast-1'
  readonly plan: 'free' | 'team' | 'business'
  readonly createdAt: string
}

/** A person inside a portal; a person in two portals has two accounts with one address. */
export type Account = {
  readonly id: string
  readonly portalId: string
  readonly role: 'owner' | 'user'
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly phone?: string
  readonly language: 'en' | 'de'
  readonly createdAt: string
  /** Where there is something on paper: the number of the folder. */
  readonly folder?: string
  readonly settings: {
    readonly twoFactor: boolean
    readonly theme: 'light' | 'dark'
    readonly starred: readonly string[]
  }
}

export type Session = {
  readonly accountId: string
  readonly startedAt: string
  readonly ip: string
  readonly city: string
  readonly system: string
  readonly browser: string
  readonly screen: readonly [width: number, height: number]
}

/** What the sign-in provider told about a person who signs in with an account there. */
export type SignIn = {
  readonly accountId: string
  readonly provider: string
  readonly profile: { readonly email: string; readonly name: string; readonly picture: string }
  readonly linkedAt: string
}

/** A file in the portal; the last version is the one that is seen. */
export type File = { readonly key: string; readonly contentType: string; readonly versions: readonly string[] }

export type Invoice = {
  readonly id: number
  readonly account_id: string
  readonly number: string
  readonly billing_name: string
  readonly issued_at: string
  readonly net: string
  readonly tax_rate: string
  readonly lines: ReadonlyArray<{ readonly what: string; readonly seats: number; readonly price: string }>
  readonly paid: boolean
}

export type Payment = {
  readonly id: string
  readonly account_id: string
  readonly invoice_id: number
  readonly paid_at: string
  readonly amount: string
  readonly method: 'card' | 'transfer' | 'direct debit'
  /** The provider's answer as it came, hexadecimal for a bytea column. */
  readonly provider_answer: string
}

export type Subscription = {
  readonly id: number
  readonly account_id: string
  readonly email: string
  readonly topics: readonly string[]
  readonly history: ReadonlyArray<{ readonly at: string; readonly what: 'subscribed' | 'confirmed' | 'opened' }>
}

export type Thread = {
  readonly id: string
  readonly account_id: string
  readonly title: string
  readonly tags: readonly string[]
  readonly opened_at: string
}

export type Post = {
  readonly id: number
  readonly account_id: string
  readonly thread_id: string
  readonly body: string
  readonly written_at: string
  readonly likes: number
}

export type Company = {
  readonly portals: readonly Portal[]
  readonly accounts: readonly Account[]
  readonly sessions: readonly Session[]
  readonly signIns: readonly SignIn[]
  readonly files: readonly File[]
  readonly invoices: readonly Invoice[]
  readonly payments: readonly Payment[]
  readonly subscriptions: readonly Subscription[]
  readonly threads: readonly Thread[]
  readonly posts: readonly Post[]
}

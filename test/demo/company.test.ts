import { expect, test } from 'vitest'
import { inventCompany } from '../../demo/company/invent.ts'
import { ada, ben, busy } from '../../demo/company/known.ts'
import policyFile from '../../demo/policy.json' with { type: 'json' }
import policy from '../../demo/policy.ts'
import { checked } from '../../policy/load.ts'

const company = inventCompany()

test('the policy that tests and bundles read is the one that demo/policy.ts says', () => {
  expect(policyFile).toEqual(checked(policy))
})

test('the same seed makes the same company, another seed another one', () => {
  expect(inventCompany()).toEqual(company)
  expect(inventCompany(1).accounts).not.toEqual(company.accounts)
})

test('at least 500 people live in at least 60 portals, each with one owner', () => {
  expect(new Set(company.accounts.map(({ email }) => email)).size).toBeGreaterThanOrEqual(500)
  expect(company.portals.length).toBeGreaterThanOrEqual(60)
  const owners = company.accounts.filter(({ role }) => role === 'owner').map(({ portalId }) => portalId)
  expect(owners.sort()).toEqual(company.portals.map(({ id }) => id))
})

test('nothing points at a place that exists outside of documentation', () => {
  const everything = JSON.stringify(company)
  const mailDomains = [...everything.matchAll(/@([a-z0-9.-]+)/gi)].map(([, domain]) => domain)
  expect(mailDomains.length).toBeGreaterThan(500)
  expect(mailDomains.filter((domain) => !/(^|\.)(example\.(com|org)|test)$/.test(domain ?? ''))).toEqual([])
  const hosts = [...everything.matchAll(/https?:\/\/([^/"\\]+)/g)].map(([, host]) => host)
  expect(hosts.filter((host) => !/(^|\.)example\.(com|org)$|^www\.w3\.org$/.test(host ?? ''))).toEqual([])
  const addresses = company.sessions.map(({ ip }) => ip.split('.').slice(0, 3).join('.'))
  expect([...new Set(addresses)].sort()).toEqual(['192.0.2', '198.51.100', '203.0.113'])
  const phones = company.accounts.flatMap(({ phone }) => (phone ? [phone] : []))
  expect(phones.filter((phone) => !/^\+44 7700 900\d{3}$/.test(phone))).toEqual([])
})

test('keys are unique and every row has an owner that exists', () => {
  const { accounts, sessions, signIns, files, invoices, payments, subscriptions, threads, posts } = company
  const ids = new Set(accounts.map(({ id }) => id))
  const keys = [
    accounts.map(({ id }) => id),
    sessions.map(({ accountId, startedAt }) => `${accountId} ${startedAt}`),
    signIns.map(({ accountId, provider }) => `${accountId} ${provider}`),
    files.map(({ key }) => key),
    ...[invoices, payments, subscriptions, threads, posts].map((rows) => rows.map(({ id }) => String(id))),
  ]
  for (const one of keys) expect(new Set(one).size).toBe(one.length)
  const owners = [
    ...[...sessions, ...signIns].map(({ accountId }) => accountId),
    ...files.map(({ key }) => key.split('/')[1] ?? ''),
    ...[...invoices, ...payments, ...subscriptions, ...threads, ...posts].map(({ account_id }) => account_id),
  ]
  expect(owners.filter((owner) => !ids.has(owner))).toEqual([])
  const invoiceIds = new Map(invoices.map(({ id, account_id }) => [id, account_id]))
  expect(payments.filter(({ invoice_id, account_id }) => invoiceIds.get(invoice_id) !== account_id)).toEqual([])
})

test('the people to play with have something in every system, one of them much', () => {
  for (const person of [ada, ben]) {
    const own = (id: string) => (person.accounts as readonly string[]).includes(id)
    const { sessions, signIns, files, invoices, payments, subscriptions, threads, posts } = company
    const counts = [
      sessions.filter(({ accountId }) => own(accountId)),
      signIns.filter(({ accountId }) => own(accountId)),
      files.filter(({ key }) => own(key.split('/')[1] ?? '')),
      ...[invoices, payments, subscriptions, threads, posts].map((rows) => rows.filter((row) => own(row.account_id))),
    ].map((rows) => rows.length)
    expect(Math.min(...counts)).toBeGreaterThan(0)
  }
  const own = ({ accountId }: { accountId: string }) => accountId === busy
  expect(company.sessions.filter(own).length).toBeGreaterThan(200)
  const versions = company.files.filter(({ key, versions }) => key.includes(`/${busy}/`) && versions.length === 2)
  expect(versions.length).toBeGreaterThan(12)
  const kinds = new Set(company.files.filter(({ key }) => key.includes(`/${busy}/`)).map(({ key }) => key.slice(-3)))
  expect(kinds.size).toBe(5)
})

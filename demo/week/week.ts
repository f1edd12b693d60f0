import nodemailer from 'nodemailer'
import type { Cloud } from '../../local/cloud.ts'
import { inventCompany } from '../company/invent.ts'
import { ada, ben } from '../company/known.ts'
import policy from '../policy.ts'
import { linkIn, Visitor } from '../tour/visitor.ts'
import { type Happening, plan } from './plan.ts'

const aDay = 86_400_000
/** Those of the company's people whom the week is about, by their place in the plan: nobody whom other stories are about. */
function peopleOfTheWeek(): readonly string[] {
  const { accounts, files } = inventCompany()
  const known: readonly string[] = [ada.email, ben.email]
  const withFiles = new Set(files.map(({ key }) => key.split('/')[1]))
  const apart = accounts.filter(({ id, email }) => !withFiles.has(id) && !known.includes(email))
  return [...new Set(apart.map(({ email }) => email))].reverse()
}

/** What somebody did, and the reference of their request if the form gave one. */
export type Happened = Happening & { readonly email: string; readonly reference?: string }

/**
 * Lets four weeks pass at the company, in which its people ask and write as the plan says, and stops on the Monday on which
 * the officer comes back. @param heard of each as it happens @throws when a page is not what it should be
 */
export async function fillWeek(cloud: Cloud, heard: (one: Happened) => void): Promise<readonly Happened[]> {
  const people = peopleOfTheWeek()
  const begin = cloud.clock.now()
  const later: Array<{ readonly at: number; readonly run: () => Promise<unknown> }> = []
  const happened: Happened[] = []
  const until = async (at: number) => {
    for (const { run } of later.filter((one) => one.at <= at)) await run()
    later.splice(0, later.length, ...later.filter((one) => one.at > at))
    if (at > cloud.clock.now()) await cloud.clock.advance(new Date(at).toISOString())
  }
  for (const one of plan) {
    await until(begin + one.day * aDay)
    const email = people[one.who]
    if (email === undefined) throw new Error('the company has too few people for the plan')
    const asked = one.by === 'mail' ? undefined : await asks(cloud, email, one)
    if (one.by === 'mail') await writes(cloud, email, one)
    if (one.by === 'form' && one.restoresAfter && asked?.link) {
      const { link } = asked
      later.push({ at: begin + (one.day + one.restoresAfter) * aDay, run: () => presses(cloud, link, 'restore') })
    }
    happened.push({ ...one, email, ...(asked ? { reference: asked.reference } : {}) })
    heard(happened.at(-1) as Happened)
  }
  await until(begin + 28 * aDay)
  return happened
}

type ByForm = Extract<Happening, { readonly by: 'form' }>

/** Asks by the form, and confirms by the link in the mail unless the plan says otherwise. */
async function asks(cloud: Cloud, address: string, { right, language = 'en', states, unconfirmed }: ByForm) {
  const answer = await fetch(`${cloud.site}/requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ address, right, language }),
  })
  const { reference = '' } = (await answer.json()) as { reference?: string }
  if (answer.status !== 202) throw new Error(`the form was answered with ${answer.status}`)
  await cloud.clock.quiet()
  if (unconfirmed) return { reference }
  await presses(cloud, await linkTo(cloud, address, reference), 'confirm')
  const link = await linkTo(cloud, address, reference)
  if (states) await presses(cloud, link, 'state', states)
  return { reference, link }
}

/** The newest link that somebody was sent about a request. */
async function linkTo(cloud: Cloud, address: string, reference: string): Promise<string> {
  const mails = (await cloud.mails()).filter(({ to, subject }) => to.includes(address) && subject.includes(reference))
  return linkIn(mails.at(-1)?.text ?? '')
}

async function presses(cloud: Cloud, link: string, what: string, fields: Readonly<Record<string, string>> = {}) {
  const answer = await fetch(`${new Visitor(cloud.site).here(link)}/${what}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  })
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`${what} was answered with ${answer.status}`)
  await cloud.clock.quiet()
}

async function writes(cloud: Cloud, from: string, { subject, text }: Extract<Happening, { readonly by: 'mail' }>) {
  const transport = nodemailer.createTransport({ url: cloud.smtp })
  try {
    await transport.sendMail({ from, to: policy.mail.replyTo, subject, text, date: new Date(cloud.clock.now()) })
  } finally {
    transport.close()
  }
  await cloud.clock.quiet()
}

import { required } from '../../adapters/environment.ts'
import { Mac } from '../../adapters/keys.ts'
import { MailingLinks } from '../../adapters/mailing-links.ts'
import { policy } from '../../policy/in-force.ts'
import { Refused } from '../entry/http.ts'

const mac = new Mac(required('MAC_KEY'))
const links = new MailingLinks(mac)

/** Whose mails of which list a link is about. @throws Refused for links that are altered, or of a list that is no more */
export async function subscriptionOf(secret: string) {
  const found = await links.opened(secret)
  if (!found || !Object.hasOwn(policy.lists, found.list))
    throw new Refused({ status: 404, json: { error: 'unknown-link' }, page: { kind: 'link-unknown' } })
  return { ...found, hash: await mac.ofAddress(found.address) }
}

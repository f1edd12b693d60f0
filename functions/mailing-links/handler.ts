import { required } from '../../adapters/environment.ts'
import { Mac } from '../../adapters/keys.ts'
import { MailingLinks } from '../../adapters/mailing-links.ts'
import { policy } from '../../policy/in-force.ts'
import { forCompany } from '../entry/company.ts'
import { Addresses } from '../entry/shapes.ts'

const links = new MailingLinks(new Mac(required('MAC_KEY')))

/** The headers (RFC 2369, RFC 8058) that let a mail to each of up to 500 addresses be ended by one click. */
export const handler = forCompany('mailing-links', Addresses, async ({ body: { list, addresses } }) => ({
  list,
  links: await Promise.all(
    addresses.map(async (address) => {
      const link = `${policy.site}/mailing/${await links.sealed({ address, list })}`
      return {
        address,
        link,
        headers: { 'List-Unsubscribe': `<${link}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
      }
    }),
  ),
}))

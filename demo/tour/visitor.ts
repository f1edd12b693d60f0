/** A form of a page, with the values that it would send. */
type Form = {
  readonly action: string
  readonly fields: Readonly<Record<string, string>>
  readonly buttons: ReadonlyArray<{ readonly name: string; readonly value: string }>
}
export type Page = { readonly url: string; readonly status: number; readonly html: string }

/** A person with a browser that runs no scripts: opens pages, fills forms, follows links out of mails. */
export class Visitor {
  readonly #site: string

  /** @param site where the privacy centre is on this machine */
  constructor(site: string) {
    this.#site = site
  }

  /** An address of the privacy centre here, whatever public address a mail names it by. */
  here(link: string): string {
    const { pathname, search } = new URL(link, this.#site)
    return new URL(pathname + search, this.#site).href
  }

  open(link: string): Promise<Page> {
    return this.#browse(this.here(link))
  }

  /** The same address for programs: what is known about a request. */
  async read(link: string): Promise<unknown> {
    const answer = await fetch(this.here(link), { headers: { accept: 'application/json' } })
    if (!answer.ok) throw new Error(`${new URL(answer.url).pathname.split('/')[1]} answered ${answer.status}`)
    return answer.json()
  }

  /**
   * Fills a form and presses its button. @param ending how the form's action or its button's value ends
   * @throws when the page has no such form: then the story cannot go on
   */
  press(page: Page, ending: string, values: Readonly<Record<string, string>> = {}): Promise<Page> {
    const form = formsOf(page.html).find(
      ({ action, buttons }) => action.endsWith(`/${ending}`) || buttons.some(({ value }) => value === ending),
    )
    if (!form) throw new Error(`the page "${titleOf(page)}" has nothing to press for ${ending}`)
    const button = form.buttons.find(({ value }) => value === ending)
    const body = new URLSearchParams({
      ...form.fields,
      ...values,
      ...(button?.name ? { [button.name]: button.value } : {}),
    })
    return this.#browse(this.here(form.action), { method: 'POST', body })
  }

  async #browse(url: string, request: RequestInit = {}): Promise<Page> {
    const answer = await fetch(url, { ...request, headers: { accept: 'text/html', 'accept-language': 'en' } })
    return { url: answer.url, status: answer.status, html: await answer.text() }
  }
}

export const titleOf = ({ html }: Page): string => plain(/<title>([^<]*)/.exec(html)?.[1] ?? '').split(' – ')[0] ?? ''

/** The request's link in a mail's text. @throws when there is none */
export function linkIn(text: string): string {
  const link = /https?:\/\/\S+\/requests\/[A-Za-z0-9_-]+/.exec(text)?.[0]
  if (!link) throw new Error('the mail has no link')
  return link
}

function formsOf(html: string): readonly Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, opening = '', inside = '']) => ({
    action: attribute(opening, 'action'),
    fields: Object.fromEntries(
      [...inside.matchAll(/<input\b([^>]*)>/g)].flatMap(([, tag = '']) =>
        ['radio', 'checkbox'].includes(attribute(tag, 'type')) && !tag.includes(' checked')
          ? []
          : [[attribute(tag, 'name'), attribute(tag, 'value')]],
      ),
    ),
    buttons: [...inside.matchAll(/<button\b([^>]*)>/g)].map(([, tag = '']) => ({
      name: attribute(tag, 'name'),
      value: attribute(tag, 'value'),
    })),
  }))
}

const attribute = (tag: string, name: string): string => plain(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

const plain = (text: string): string =>
  text
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

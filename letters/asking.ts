import { identityWordingOf } from '../policy/wording/identity.ts'
import { keySentencesIn } from '../policy/wording/key-sentences.ts'
import { lettersWordingOf } from '../policy/wording/letters.ts'
import { aboutOf, moment } from '../policy/wording/wording.ts'
import type { Block } from './blocks.ts'
import { asEntered } from './entered.ts'
import { content, type Writers } from './writer.ts'

/** What is written to who asks, before anything is done. */
export const asking = {
  'confirm-request': ({ request, link, until, writtenIn }, language, policy) => {
    const { title, button, ...said } = lettersWordingOf(language).confirmRequest
    return content(
      title,
      writtenIn !== undefined && inTheirs(writtenIn),
      said.asked[request.right](policy.company.name),
      asEntered(request, language, policy),
      said.meaning[aboutOf(request.right)],
      request.named && identityWordingOf(language).letters.named,
      { button, link },
      said.until(moment(until, language, policy)),
      said.notYou,
    )
  },
  'not-found': ({ request, link }, language) => {
    const { title, button, ...said } = lettersWordingOf(language).notFound
    return content(title, said.done[aboutOf(request.right)], said.other, { button, link })
  },
  duplicate: ({ other, link }, language) => {
    const { title, button, ...said } = lettersWordingOf(language).duplicate
    return content(title, said.done(other), { button, link })
  },
} satisfies Partial<Writers>

/** What somebody has to know who wrote in another language than letters are written in. */
const inTheirs = (language: string): readonly Block[] =>
  keySentencesIn(language).map((paragraph) => ({ paragraph, language }))

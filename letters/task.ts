import { inLanguage, type Language, type Policy } from '../policy/schema.ts'
import { deskTasksWordingOf } from '../policy/wording/desk-tasks.ts'
import { moment } from '../policy/wording/wording.ts'
import type { Block } from './blocks.ts'
import type { Letter } from './contract.ts'

/** To somebody of the company: what is to be done by hand, and until when; about whom it is stands on the desk. */
export function taskByHand(
  { task, news, link }: Extract<Letter, { kind: 'task' }>,
  language: Language,
  policy: Policy,
): { readonly title: string; readonly blocks: readonly Block[] } {
  const { letters: words, verbs } = deskTasksWordingOf(language)
  const { title, ask } = words[news]
  const system = policy.systems[task.system]
  return {
    title,
    blocks: [
      { paragraph: ask(system ? inLanguage(system.label, language) : task.system) },
      { list: [verbs[task.verb]] },
      { paragraph: `${words.asked(task.asked)} ${words.due(moment(task.due, language, policy))}` },
      { paragraph: words.where },
      { button: words.button, link },
    ],
  }
}

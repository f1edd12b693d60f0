import { inLanguage } from '../policy/schema.ts'
import { deskTasksWordingOf } from '../policy/wording/desk-tasks.ts'
import { moment } from '../policy/wording/wording.ts'
import { content, type Writer } from './writer.ts'

/** To somebody of the company: what is to be done by hand, and until when; about whom it is stands on the desk. */
export const taskByHand: Writer<'task'> = ({ task, news, link }, language, policy) => {
  const { letters: words, verbs } = deskTasksWordingOf(language)
  const { title, ask } = words[news]
  const system = policy.systems[task.system]
  return content(
    title,
    ask(system ? inLanguage(system.label, language) : task.system),
    { list: [verbs[task.verb]] },
    `${words.asked(task.asked)} ${words.due(moment(task.due, language, policy))}`,
    words.where,
    { button: words.button, link },
  )
}

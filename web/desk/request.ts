import type { DeskPersonal, DeskRequest } from '../../functions/contract/desk/request.ts'
import { inLanguage, type Language, type Policy } from '../../policy/schema.ts'
import { deadlinesWordingOf } from '../../policy/wording/deadlines.ts'
import { deskWordingOf } from '../../policy/wording/desk.ts'
import { deskDisclosuresWordingOf } from '../../policy/wording/desk-disclosures.ts'
import { deskHistoryWordingOf } from '../../policy/wording/desk-history.ts'
import { enteredWordingOf } from '../../policy/wording/entered.ts'
import { mailboxWordingOf } from '../../policy/wording/mailbox.ts'
import { twoPeopleWordingOf } from '../../policy/wording/two-people.ts'
import { day, moment } from '../../policy/wording/wording.ts'
import { writtenWordingOf } from '../../policy/wording/written.ts'
import { coverage } from '../coverage.ts'
import { doubts } from '../doubts.ts'
import { type Html, html } from '../html.ts'
import { picture, timeline } from '../timeline.ts'
import { disclosure } from './disclosures.ts'
import { type Colleague, type DeskContent, form } from './frame.ts'
import { correspondence } from './mails.ts'
import { proposal, two } from './proposal.ts'
import { nameOfRight } from './queue.ts'
import { byHand } from './systems.ts'
import { told } from './told.ts'
import { writing, written } from './write.ts'

export type RequestPage = {
  readonly seen: DeskRequest
  readonly colleague: Colleague
  /** What the form of a note is known by: pressed twice, it is noted once. */
  readonly once: string
  /** Why what was pressed before was not done. */
  readonly refused?: string
  /** What was just done. */
  readonly done?: string
}

const pathOf = ({ line }: DeskRequest): string => `/desk/requests/${line.reference}`

/** A request as the company's people see it: what the person sees, what can be done, and who did what. */
export function request(
  { seen, colleague, once, refused, done }: RequestPage,
  language: Language,
  policy: Policy,
): DeskContent {
  const words = deskWordingOf(language)
  const { line, request: asked } = seen
  const heading = `${line.reference}: ${nameOfRight(line.right, language)}`
  const at = (instant: string) => html`<time datetime="${instant}">${moment(instant, language, policy)}</time>`
  const fact = (name: string, value: Html | string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  return {
    heading,
    colleague,
    main: html`${refused !== undefined && problem(refused, language, policy)}
${done !== undefined && news(done, language)}
<p class="eyebrow"><a href="/desk?lang=${language}">${words.back}</a></p>
<h1>${nameOfRight(line.right, language)} <span class="reference">${line.reference}</span></h1>
<dl class="answers">
${fact(words.request.status, words.statuses[line.status] ?? line.status)}
${fact(words.request.waits, words.waits[line.waitsFor])}
${fact(words.request.received, at(line.receivedAt))}
${fact(words.request.by, html`${at(line.promisedBy)}${line.pressing && html` <span class="pressing ${line.pressing}">${words.pressing[line.pressing]}</span>`}`)}
${fact(words.request.language, words.languages[line.language as Language] ?? line.language)}
${fact(words.request.channel, deadlinesWordingOf(language).daily.channels[line.channel])}
${line.country !== undefined && fact(words.request.country, line.country)}
</dl>
${
  asked && asked.right !== 'disclosure'
    ? html`<section aria-labelledby="way"><h2 id="way">${words.request.timeline}</h2>
<p class="hint">${words.request.asSeen}</p>
${picture(asked, language, policy)}
${timeline(asked, language, policy)}</section>
${coverage(asked, language, policy)}`
    : false
}
${seen.certified && html`<p><a href="${pathOf(seen)}/certificate">${words.request.certificate}</a></p>`}
${seen.disclosure && disclosure(seen.disclosure, language, policy)}
${told(seen, language, policy)}
${proposal(seen, colleague, language, policy)}
${byHand(seen, colleague, language, policy)}
${who(seen, colleague, language)}
${doing(seen, colleague, once, language, policy)}
${written(seen, colleague, language, policy)}
${correspondence(seen, colleague, language, policy)}
${history(seen, language, policy)}`,
  }
}

/** What was just done. */
function news(done: string, language: Language): Html | false {
  const { wrote, noted } = writtenWordingOf(language).page.done
  const link = deskWordingOf(language).request.link.sent
  const turnedDown = writtenWordingOf(language).page.turnDown.done
  const entered = enteredWordingOf(language).page.entered
  const asked = deskDisclosuresWordingOf(language).asking.done
  const proposed = twoPeopleWordingOf(language).done
  const text = { entered, wrote, noted, link, asked, proposed, 'turned-down': turnedDown }[done]
  return text !== undefined && html`<div class="panel" role="status"><p>${text}</p></div>`
}

function problem(refused: string, language: Language, policy: Policy): Html {
  const { other, ...words } = deskWordingOf(language).request.refused
  const { refused: written } = writtenWordingOf(language).page
  const texts: Readonly<Record<string, string>> = {
    ...words,
    'no-doubt': mailboxWordingOf(language).page.noDoubt,
    'no-words': written['no-words'](policy.limits.statement),
    'no-template': written['no-template'],
    'no-why': writtenWordingOf(language).page.turnDown['no-why'],
    'two-people': twoPeopleWordingOf(language).refused,
    'look-first': twoPeopleWordingOf(language).lookFirst,
  }
  const text = Object.hasOwn(texts, refused) ? texts[refused] : other
  return html`<div class="problem" role="alert" tabindex="-1" autofocus><p>${text}</p></div>`
}

/** Who it is: only after pressing for it, which the history then says. */
function who(seen: DeskRequest, colleague: Colleague, language: Language): Html {
  const words = deskWordingOf(language).request.look
  const content = seen.personal
    ? html`<p class="hint">${words.noted}</p>${personal(seen.personal, language)}`
    : seen.mayLook
      ? form(
          `${pathOf(seen)}/look`,
          colleague,
          language,
          html`<p>${words.more}</p><button class="quiet">${words.button}</button>`,
        )
      : html`<p>${colleague.role === 'auditor' ? words.role : words.gone}</p>`
  return html`<section aria-labelledby="who"><h2 id="who">${words.title}</h2>${content}</section>`
}

function personal(one: DeskPersonal, language: Language): Html {
  const words = deskWordingOf(language).request.look
  const line = (name: string, value: string | undefined) =>
    value !== undefined && html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  const fields = new Map<string, string>(Object.entries(words.fields))
  return html`<dl class="answers">
${line(words.address, one.address)}
${line(words.formerAddress, one.formerAddress)}
${line(words.account, one.account)}
${line(words.writer, one.writer)}
${Object.entries(one.keys ?? {}).map(([key, value]) => line(words.key(key), value))}
${Object.entries(one.stated ?? {}).map(([field, value]) => line(fields.get(field) ?? `${words.stated}: ${field}`, value))}
</dl>`
}

/** What the role can do now, each with its consequence in words. */
function doing(
  seen: DeskRequest,
  colleague: Colleague,
  once: string,
  language: Language,
  policy: Policy,
): Html | false {
  if (colleague.role === 'auditor') return false
  const words = deskWordingOf(language).request
  return html`<section aria-labelledby="acts"><h2 id="acts">${words.acts}</h2>
${!seen.acts.some(isForm) && seen.canWrite.length === 0 && seen.canTurnDown.length === 0 && !seen.canNote && html`<p>${words.none}</p>`}
${seen.acts.filter(isForm).map((act) => {
  const { title, fields } = actForm(act, seen, language, policy)
  return html`<details class="act"><summary>${title}</summary>
${form(`${pathOf(seen)}/${act}`, colleague, language, fields)}
</details>`
})}
${writing(seen, colleague, once, language)}
</section>`
}

/** What was proposed is answered beside it. */
type FormAct = Exclude<DeskRequest['acts'][number], 'confirm' | 'decline'>
const isForm = (act: DeskRequest['acts'][number]): act is FormAct => act !== 'confirm' && act !== 'decline'

/** Of what is decided: that it is only proposed, where the person would not get it. */
function takesIfNot({ line, takesTwo }: DeskRequest, language: Language): Html | false {
  const act = line.right === 'processing-objection' ? 'refuse-objection' : 'decline-correction'
  const isAsked = line.status === 'weighing' || line.status === 'deciding'
  return isAsked && takesTwo.includes(act) && html`<p class="hint">${twoPeopleWordingOf(language).page.takesIfNot}</p>`
}

function actForm(
  act: FormAct,
  seen: DeskRequest,
  language: Language,
  policy: Policy,
): { readonly title: string; readonly fields: Html } {
  const words = deskWordingOf(language).request
  const paper = (id: string) => html`<div class="field">
<p><label for="${id}-file">${words.hold.file}</label></p>
<p class="hint" id="${id}-hint">${words.hold.fileHint}</p>
<input id="${id}-file" name="file" type="text" autocomplete="off" maxlength="40" aria-describedby="${id}-hint">
</div>`
  switch (act) {
    case 'decide':
      return {
        title: words.decide.title,
        fields: html`<p>${words.decide.more}</p>${takesIfNot(seen, language)}<button>${words.decide.button}</button>`,
      }
    case 'doubt':
      return {
        title: words.doubt.title,
        fields: html`<p>${words.doubt.more}</p>${doubts(false, language, policy)}<button>${words.doubt.button}</button>`,
      }
    case 'hold':
      return {
        title: words.hold.title,
        fields: html`<p>${words.hold.more}</p>
<div class="field"><p><label for="reason">${words.hold.reason}</label></p>
<select id="reason" name="reason">${Object.entries(policy.holds).map(
          ([id, { reason }]) => html`<option value="${id}">${inLanguage(reason, language)}</option>`,
        )}</select></div>
${paper('hold')}<button>${words.hold.button}</button>`,
      }
    case 'unhold':
      return {
        title: words.unhold.title,
        fields: html`<p>${words.unhold.more}</p>${two('unhold', seen, language)}${paper('unhold')}<button>${words.unhold.button}</button>`,
      }
    case 'extend':
      return {
        title: words.extend.title,
        fields: html`<p>${words.extend.more(seen.longerUntil ? day(seen.longerUntil, language, policy) : '')}</p>
<div class="field"><p><label for="why">${words.extend.why}</label></p>
<select id="why" name="why">${(['complex', 'many'] as const).map(
          (why) => html`<option value="${why}">${words.extend.reasons[why]}</option>`,
        )}</select></div>
<button>${words.extend.button}</button>`,
      }
    case 'link': {
      const { title, more, toConfirm, button } = words.link
      const text = seen.line.status === 'unverified' ? toConfirm : more
      return { title, fields: html`<p>${text}</p><button>${button}</button>` }
    }
    case 'child':
    case 'no-child': {
      const { title, more, button } = act === 'child' ? words.child : words.noChild
      return { title, fields: html`<p>${more}</p>${paper(act)}<button>${button}</button>` }
    }
    case 'lift': {
      const isTold = seen.request?.liftAt !== undefined
      return {
        title: words.lift.title,
        fields: html`<p>${isTold ? words.lift.due : words.lift.announce}</p>${!isTold && two('lift', seen, language)}<button>${isTold ? words.lift.now : words.lift.button}</button>`,
      }
    }
  }
}

function history({ history: entries, whole, hold }: DeskRequest, language: Language, policy: Policy): Html {
  const words = deskWordingOf(language)
  const { entry } = words.request
  const { events } = deskHistoryWordingOf(language)
  return html`<section aria-labelledby="history"><h2 id="history">${words.request.history}</h2>
${hold && html`<p class="hint">${words.request.hold.reason}: ${inLanguage(policy.holds[hold.reason]?.reason ?? { en: hold.reason }, language)}</p>`}
<p class="${whole ? 'hint' : 'problem'}">${whole ? words.request.whole : words.request.broken}</p>
<div class="wide" tabindex="0" role="region" aria-label="${words.request.entries}"><table>
<thead><tr><th scope="col">${entry.n}</th><th scope="col">${entry.at}</th><th scope="col">${entry.what}</th><th scope="col">${entry.to}</th><th scope="col">${entry.who}</th></tr></thead>
<tbody>${entries.map(
    ({ n, at, event, to, detail, who, untold }) =>
      html`<tr><td>${n}</td><td><time datetime="${at}">${moment(at, language, policy)}</time></td><th scope="row">${events[event] ?? event}</th><td>${words.statuses[to] ?? to}</td><td>${detail ?? ''}${who !== undefined && html` <span class="hint">${who}</span>`}${untold && html` <span class="hint">${entry.untold}</span>`}</td></tr>`,
  )}</tbody></table></div>
</section>`
}

import type { DisclosureWording } from './disclosure-en.ts'

/** What is said about disclosures that a person is asked to approve (N12), in German: letters and pages. */
export const disclosureDe: DisclosureWording = {
  name: 'Zustimmung zur Weitergabe von Daten',
  terms: {
    title: 'Worum es geht',
    who: 'Wer sie bekäme',
    address: 'Sitz',
    purpose: 'Wofür',
    data: 'Welche Daten',
    until: 'Wie lange',
    untilDay: (day) => `bis zum Ende des ${day}`,
    by: 'Wer bei uns fragt',
  },
  letters: {
    asked: {
      title: 'Dürfen wir Ihre Daten weitergeben?',
      asked: (company, to) =>
        `${company} möchte personenbezogene Daten von Ihnen an ${to} geben und fragt Sie vorher. Ohne Ihr Ja geht nichts dorthin.`,
      free: 'Sie entscheiden frei. Ein Nein ist so gut wie ein Ja, und Sie brauchen keinen Grund zu nennen.',
      until: (until) => `Antworten können Sie bis ${until}. Antworten Sie nicht, ist das ein Nein.`,
      later: 'Ein Ja können Sie jederzeit widerrufen, auf derselben Seite, mit einem Klick.',
      button: 'Lesen und antworten',
    },
    given: {
      title: 'Sie haben einer Weitergabe Ihrer Daten zugestimmt',
      done: (at) => `Seit ${at} haben wir Ihr Ja hierzu, und zu nichts anderem:`,
      withdraw:
        'Sie können es jederzeit widerrufen, ohne Grund und kostenlos: ein Klick auf der Seite. Von da an wird nichts mehr weitergegeben. Was vorher weitergegeben wurde, macht der Widerruf nicht rückgängig.',
      button: 'Ansehen oder widerrufen',
      notYou:
        'Wenn nicht Sie Ja gesagt haben, widerrufen Sie jetzt: Jemand anderes kann den Link in unserer Mail an Sie geöffnet haben.',
    },
    refused: {
      title: 'Ihre Daten werden nicht weitergegeben',
      why: {
        no: (to) => `Sie haben Nein gesagt. Wir geben Ihre Daten nicht an ${to}.`,
        silence: (to) =>
          `Sie haben nicht rechtzeitig geantwortet, und das ist ein Nein. Wir geben Ihre Daten nicht an ${to}.`,
        unavailable: (to) =>
          `Wir hatten Sie gefragt, ob Ihre Daten an ${to} gehen dürfen. Ihre Daten sind jetzt unzugänglich oder werden gelöscht; die Frage ist damit erledigt: Dorthin geht nichts.`,
      },
      nothing:
        'Sie brauchen nichts weiter zu tun. Es bleibt dabei, es sei denn, Sie werden noch einmal gefragt und sagen Ja.',
      button: 'Ansehen',
    },
    ended: {
      title: 'Ihre Zustimmung ist beendet',
      why: {
        withdrawn: (to, at) =>
          `Sie haben Ihre Zustimmung widerrufen (${at}). Von da an geben wir nichts mehr von Ihren Daten an ${to}.`,
        over: (to, at) =>
          `Die Zeit, für die Sie zugestimmt hatten, ist vorbei (${at}). Von da an geben wir nichts mehr von Ihren Daten an ${to}.`,
        unavailable: (to, at) =>
          `Ihre Daten sind jetzt unzugänglich oder werden gelöscht. Damit ist Ihre Zustimmung beendet (${at}): Wir geben nichts mehr von ihnen an ${to}, auch wenn Sie alles zurückhaben.`,
      },
      before: 'Das wurde weitergegeben, während Sie zugestimmt hatten, soweit es vermerkt ist:',
      nothing: 'Es ist nicht vermerkt, dass etwas weitergegeben wurde.',
      other: (to) =>
        `Sie können ${to} bitten, zu löschen, was schon dort ist. Schreiben Sie dorthin, oder bitten Sie uns um Hilfe.`,
      button: 'Ansehen',
    },
    news: {
      title: {
        approved: 'Einer Weitergabe wurde zugestimmt',
        unapproved: 'Einer Weitergabe wurde nicht zugestimmt',
        ended: 'Eine Zustimmung ist beendet',
      },
      file: (file) => `Es geht um Ihre Akte ${file}.`,
      approved:
        'Die Person hat Ja gesagt. Fragen Sie jedes Mal neu, bevor etwas weitergegeben wird, denn die Person kann jederzeit widerrufen, und melden Sie danach, was wann weitergegeben wurde.',
      why: {
        no: 'Die Person hat Nein gesagt. Es darf nichts weitergegeben werden.',
        silence: 'Die Person hat nicht rechtzeitig geantwortet; das ist ein Nein. Es darf nichts weitergegeben werden.',
        withdrawn: 'Die Person hat ihre Zustimmung widerrufen. Es darf nichts mehr weitergegeben werden.',
        over: 'Die Zeit ist vorbei, für die die Person zugestimmt hatte. Es darf nichts mehr weitergegeben werden.',
        unavailable:
          'Die Daten der Person sind unzugänglich oder werden gelöscht. Was sie erlaubt hat, oder gefragt wurde, ist damit beendet. Es darf nichts weitergegeben werden.',
      },
    },
  },
  page: {
    asked: 'Dürfen wir Ihre Daten weitergeben?',
    askedText: (company, to) =>
      `${company} möchte personenbezogene Daten von Ihnen an ${to} geben. Ohne Ihr Ja geht nichts dorthin.`,
    free: 'Sie entscheiden frei. Ein Nein ist so gut wie ein Ja, und Sie brauchen keinen Grund zu nennen. Antworten Sie nicht, ist das ein Nein. Ein Ja können Sie hier jederzeit widerrufen.',
    over: 'Die Zeit für eine Antwort ist vorbei. Es wird nichts weitergegeben.',
    until: 'Antworten können Sie bis',
    yes: 'Ja, ich stimme zu',
    no: 'Nein, ich stimme nicht zu',
    approved: 'Sie haben einer Weitergabe zugestimmt',
    approvedText: (at) => `Sie haben Ja gesagt (${at}). Es ist ein Ja zu dem, was hier steht, und zu nichts anderem.`,
    withdrawText:
      'Sie können es jederzeit widerrufen, ohne Grund. Von da an wird nichts mehr weitergegeben. Was vorher weitergegeben wurde, macht der Widerruf nicht rückgängig.',
    withdraw: 'Meine Zustimmung widerrufen',
    refused: 'Ihre Daten werden nicht weitergegeben',
    refusedWhy: {
      no: (at) => `Sie haben Nein gesagt (${at}). Es wird nichts weitergegeben.`,
      silence: (at) => `Antworten konnten Sie bis ${at}. Keine Antwort ist ein Nein: Es wird nichts weitergegeben.`,
      unavailable: (at) =>
        `Ihre Daten sind unzugänglich geworden oder werden gelöscht; damit war das erledigt (${at}). Es wird nichts weitergegeben.`,
    },
    ended: 'Ihre Zustimmung ist beendet',
    endedWhy: {
      withdrawn: (at) => `Sie haben sie widerrufen (${at}). Von da an wird nichts mehr weitergegeben.`,
      over: (at) => `Ihre Zeit ist vorbei (${at}). Von da an wird nichts mehr weitergegeben.`,
      unavailable: (at) =>
        `Ihre Daten sind unzugänglich geworden oder werden gelöscht; damit war sie beendet (${at}). Es wird nichts mehr weitergegeben, auch wenn Sie alles zurückhaben.`,
    },
    passedOn: 'Was weitergegeben wurde',
    passedOnAt: (at, data) => `${at}: ${data}`,
    nothing: 'Es ist nicht vermerkt, dass etwas weitergegeben wurde.',
    checks: (times, last) =>
      times === 1
        ? `Unsere Programme oder Mitarbeitenden haben einmal gefragt, ob Sie noch zustimmen (${last}).`
        : `Unsere Programme oder Mitarbeitenden haben ${times}-mal gefragt, ob Sie noch zustimmen, zuletzt ${last}.`,
    receivedAt: 'Wir haben Sie gefragt',
    answerBy: 'Ihre Antwort, spätestens',
    said: 'Sie haben Ja gesagt',
    holdsUntil: 'Ihre Zustimmung endet von selbst',
    closed: 'Erledigt',
    endedAt: 'Ihre Zustimmung endete',
  },
}

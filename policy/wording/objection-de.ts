import type { ObjectionWording } from './objection-en.ts'

/** What is said about objections that have to be weighed (GDPR Art. 21(1)), in German: letters and pages. */
export const objectionDe: ObjectionWording = {
  state: {
    open: 'darüber entscheidet ein Mensch bei uns',
    stopped: 'beendet',
    'goes-on': 'geht weiter',
  },
  use: (purpose, data) => `${data} – ${purpose}`,
  reason: 'Der Grund',
  longer: {
    complex: 'Ihr Antrag komplex ist',
    many: 'sehr viele Anträge auf einmal eingegangen sind',
  },
  letters: {
    stateGrounds: {
      title: 'Bitte nennen Sie uns Ihre Gründe',
      asked:
        'Sie widersprechen einer Nutzung Ihrer personenbezogenen Daten und haben Ihre Adresse bestätigt. Sagen Sie uns jetzt, welcher Nutzung Sie widersprechen, und die Gründe, die sich aus Ihrer besonderen Situation ergeben:',
      button: 'Sagen, welcher Nutzung und warum',
      until: (until) => `Sie haben Zeit bis ${until}. Bevor Sie es uns gesagt haben, ändert sich nichts.`,
      how: 'Ein Mensch bei uns wägt Ihre Gründe gegen unsere ab. Sind unsere nicht zwingend, hören wir damit auf. Bis zur Entscheidung können Sie Ihre Daten auf derselben Seite unzugänglich machen lassen.',
    },
    toWeigh: {
      title: 'Über einen Widerspruch ist zu entscheiden',
      asked:
        'Eine Person, die ihre Adresse bestätigt hat, widerspricht diesen Nutzungen ihrer Daten (Artikel 21 Absatz 1 DSGVO):',
      by: (by) => `Die Person muss spätestens am ${by} eine Antwort haben.`,
      how: 'Eine Nutzung darf nur aus zwingenden schutzwürdigen Gründen weitergehen, die Sie nachweisen können, oder für Rechtsansprüche. Die Seite zeigt die Gründe der Person und nimmt Ihre Entscheidung auf. Brauchen Sie länger, sagen Sie es dort vor diesem Tag. Wer diesen Link hat, kann entscheiden: Geben Sie ihn niemandem weiter.',
      button: 'Ansehen und entscheiden',
    },
    upheld: {
      title: 'Wir folgen Ihrem Widerspruch',
      done: (at) =>
        `Sie haben einer Nutzung Ihrer personenbezogenen Daten widersprochen. Seit ${at} nutzen wir sie hierfür nicht mehr:`,
      still:
        'Die Daten selbst bleiben, wo andere Nutzungen sie brauchen. Möchten Sie sie löschen lassen, können Sie das beantragen.',
    },
    refused: {
      title: 'Unsere Entscheidung über Ihren Widerspruch',
      done: 'Sie haben einer Nutzung Ihrer personenbezogenen Daten widersprochen. Wir haben Ihre Gründe gegen unsere abgewogen. Das ist unsere Entscheidung:',
      why: 'Warum etwas davon weitergeht:',
      rights: (authority, url) =>
        `Wenn Sie nicht einverstanden sind, können Sie sich bei einer Aufsichtsbehörde beschweren. Für uns zuständig ist ${authority} (${url}). Sie können auch vor Gericht gehen oder mit weiteren Gründen noch einmal widersprechen.`,
    },
    decided: {
      words: 'Was wir Ihnen dazu sagen möchten:',
      suspended:
        'Haben Sie Ihre Daten inzwischen unzugänglich machen lassen, bleiben sie es, bis Sie auf der Seite dieses Antrags alles zurückholen.',
      forget: 'Sobald diese Mail versandt ist, löschen wir Ihre Angaben und Ihre Adresse aus dem Antrag selbst.',
      button: 'Den Antrag ansehen',
    },
    dropped: {
      title: 'Ihr Widerspruch ist abgeschlossen',
      done: 'Sie haben einer Nutzung Ihrer personenbezogenen Daten widersprochen und es dann zurückgenommen oder uns nicht rechtzeitig gesagt, welcher Nutzung und warum. Es wurde nichts geändert, und der Antrag ist abgeschlossen.',
      again: 'Sie können jederzeit und kostenlos wieder widersprechen.',
      button: 'Den Antrag ansehen',
    },
  },
  page: {
    objecting: 'Bitte nennen Sie uns Ihre Gründe',
    objectingText:
      'Wir haben Ihnen einen Link zu der Seite gemailt, auf der Sie uns sagen, welcher Nutzung Sie widersprechen und warum.',
    objectingOver:
      'Die Zeit, Ihre Gründe zu nennen, ist vorbei. Es wurde nichts geändert, und der Antrag wird gleich abgeschlossen.',
    weighing: 'Ein Mensch bei uns entscheidet über Ihren Widerspruch',
    weighingText:
      'Ihre Gründe werden gegen unsere abgewogen. Sie bekommen eine Mail mit der Entscheidung und ihren Gründen.',
    longerText: (reason, by) =>
      `Wie wir Ihnen geschrieben haben, dauert es länger als einen Monat, weil ${reason}. Spätestens am ${by} haben Sie unsere Antwort.`,
    upheld: 'Wir folgen Ihrem Widerspruch',
    upheldText: (at) => `Seit ${at} nutzen wir Ihre Daten hierfür nicht mehr.`,
    refused: 'Unsere Entscheidung über Ihren Widerspruch',
    refusedText: (at) => `Wir haben am ${at} entschieden. Was endet, was weitergeht und warum, steht unten.`,
    dropped: 'Ihr Widerspruch ist abgeschlossen',
    droppedText: (at) =>
      `Sie haben ihn zurückgenommen oder uns nicht rechtzeitig gesagt, welcher Nutzung Sie widersprechen und warum. Er wurde am ${at} abgeschlossen, und es wurde nichts geändert.`,
    superseded: (at) =>
      `Sie haben auch die Löschung beantragt. Sie war am ${at} fertig. Es gibt also nichts mehr zu nutzen, und dieser Antrag ist abgeschlossen.`,
    uses: 'Welchen Nutzungen Sie widersprechen',
    suspendText:
      'Soll niemand Ihre Daten nutzen, bis entschieden ist? Wir machen sie alle unzugänglich, auch für Sie selbst.',
    suspend: 'Meine Daten bis dahin unzugänglich machen',
    withdrawText: 'Anders überlegt? Dann bleibt alles, wie es ist.',
    withdraw: 'Den Widerspruch zurücknehmen',
    again: 'Noch einmal widersprechen',
    statedBy: 'Sie sagen uns spätestens, welcher Nutzung und warum',
    stated: 'Sie haben uns gesagt, welcher Nutzung und warum',
    decided: 'Sie haben unsere Entscheidung',
    tooLate: 'Es ist entschieden und kann nicht mehr zurückgenommen werden.',
  },
  form: {
    lead: 'Das Gesetz gibt Ihnen dieses Recht aus Gründen, die sich aus Ihrer besonderen Situation ergeben. Gegen Neuigkeiten und Angebote brauchen Sie keinen Grund: Beenden Sie sie mit dem Antrag dafür.',
    until: 'Sie können es uns sagen bis',
    which: 'Welcher Nutzung widersprechen Sie?',
    grounds: 'Ihre Gründe',
    groundsHint: (limit) =>
      `Was in Ihrer Situation gegen diese Nutzung spricht. Ein Mensch liest es. Höchstens ${limit.toLocaleString('de')} Zeichen.`,
    noUse: 'Wählen Sie mindestens eine Nutzung',
    noGrounds: 'Nennen Sie uns Ihre Gründe',
    wrong: (limit) => `Ihre Gründe: Verwenden Sie gewöhnliche Zeichen, höchstens ${limit.toLocaleString('de')}`,
    button: 'Widerspruch absenden',
  },
  decide: {
    title: 'Über einen Widerspruch entscheiden',
    lead: 'Eine Person, die ihre Adresse bestätigt hat, widerspricht Nutzungen ihrer Daten (Artikel 21 Absatz 1 DSGVO). Eine Nutzung darf nur aus zwingenden schutzwürdigen Gründen weitergehen, die Sie nachweisen können und die schwerer wiegen, oder für Rechtsansprüche.',
    by: 'Die Person muss eine Antwort haben bis',
    said: 'Ihre Gründe',
    question: (use) => `Wie entscheiden Sie? ${use}`,
    stop: 'Beenden',
    stopHint:
      'Programme, die vor jeder Nutzung fragen, erfahren es sofort. Beenden Sie alle anderen, bevor Sie entscheiden.',
    goOn: (reason) => `Weitermachen: ${reason}`,
    answer: 'In Ihren eigenen Worten',
    answerHint: (limit) =>
      `Nötig, wo etwas weitergeht: wie Sie die Gründe der Person gegen Ihre abgewogen haben. Die Person liest es in der Mail. Höchstens ${limit.toLocaleString('de')} Zeichen.`,
    undecided: 'Wählen Sie für jede eine Entscheidung',
    answerWrong: 'Sagen Sie, wie Sie abgewogen haben, mit gewöhnlichen Zeichen und nicht zu lang',
    button: 'Entscheiden und der Person mitteilen',
    longer: 'Brauchen Sie länger?',
    longerText: (by) =>
      `Bis ${by}, einmal, und nur aus einem dieser Gründe. Die Person erfährt, aus welchem (Artikel 12 Absatz 3 DSGVO).`,
    longerWhy: { complex: 'Der Antrag ist komplex', many: 'Sehr viele Anträge sind auf einmal eingegangen' },
    nothing: 'Hier gibt es nichts zu entscheiden',
    nothingText: 'Es ist entschieden, oder die Person hat es zurückgenommen. So steht es jetzt:',
  },
}

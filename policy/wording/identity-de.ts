import type { IdentityWording } from './identity-en.ts'

/** Was gesagt wird, solange nicht sicher ist, wer fragt (Art. 12 Abs. 6 DSGVO), auf Deutsch: Briefe und Seiten. */
export const identityDe: IdentityWording = {
  letters: {
    named:
      'Ihre Mail nennt ein Konto, mit einem Benutzernamen, einer Nummer oder einem Portal. Ist unter einer anderen Adresse eines mit diesem Namen bekannt, bekommt der Inhaber dort einen Link: Öffnen Sie den, wenn es Ihres ist. Der Link in dieser Mail gilt nur den Daten unter dieser Adresse. Gibt es darunter keine Daten, fragen wir Sie nach dem Öffnen, wer Sie sind. Ob unter diesem Namen ein Konto bekannt ist, sagen wir nur dem Inhaber.',
    needed: {
      title: 'Bitte sagen Sie uns, wer Sie sind',
      asked: (right) =>
        `Sie haben Folgendes verlangt und bestätigt: ${right}. Bevor wir es tun, müssen wir sicher sein, dass es Ihre Daten sind.`,
      why: (reason) => `Warum wir fragen: ${reason}.`,
      questions: 'Bitte beantworten Sie nur diese Fragen:',
      button: 'Fragen beantworten',
      until: (until) =>
        `Sie haben Zeit bis ${until}. Ohne Antwort schließen wir den Antrag dann. Sie können ihn jederzeit neu stellen.`,
      clock: (since, by) =>
        `Unsere Frist ruht von ${since} an, bis Sie antworten. Antworten Sie erst im letzten Moment, sind wir bis ${by} fertig. Antworten Sie früher, sind wir um so viel früher fertig.`,
      noCard:
        'Schicken Sie uns keine Kopie eines Ausweises: Wir brauchen keine. Ihre Antworten liest der Mensch, der entscheidet. Danach werden sie gelöscht.',
    },
    toCheck: {
      title: 'Jemand sagt, wer er ist',
      asked: (right) =>
        `Jemand hat Folgendes verlangt: ${right}. Die Adresse ist bestätigt, und wir haben gefragt, wer die Person ist. Jetzt hat sie geantwortet.`,
      by: (by) => `Die Frist läuft wieder: Der Antrag muss bis ${by} erledigt sein.`,
      button: 'Ansehen und entscheiden',
      how: 'Auf der Seite sehen Sie die Antworten und geben Ihre Entscheidung ein. Wer diesen Link hat, kann entscheiden: Geben Sie ihn niemandem.',
    },
    accepted: {
      title: 'Jemand verlangt etwas für Ihre Daten',
      done: (right) =>
        `Jemand, der von einer anderen E-Mail-Adresse schreibt, hat Folgendes verlangt: ${right}. Er sagt, dass ihm das Konto unter dieser Adresse gehört.`,
      why: 'Ein Mensch bei uns hat gefragt, wer er ist, und war von den Antworten überzeugt. Deshalb tun wir, was verlangt ist, und schreiben ihm darüber.',
      notYou: 'Waren Sie das nicht, dann antworten Sie sofort auf diese Mail: Ein Mensch liest sie.',
    },
    unidentified: {
      title: 'Wir können nicht feststellen, wer fragt',
      done: (right) =>
        `Sie haben Folgendes verlangt: ${right}. Wir haben gefragt, wer Sie sind. Entweder kam rechtzeitig keine Antwort, oder wir konnten daran nicht erkennen, wessen Daten es sind. Deshalb ist nichts geschehen, und der Antrag ist geschlossen.`,
      again: (until) =>
        `Sie können ihn jederzeit und kostenlos neu stellen. Tun Sie das bis ${until}, zählt er weiter von dem Tag an, an dem er zuerst bei uns ankam. Bis dahin behalten wir dafür Ihre Adresse, und nichts weiter.`,
      button: 'Antrag ansehen',
      rights: (authority, url) =>
        `Wenn Sie nicht einverstanden sind, können Sie sich bei einer Aufsichtsbehörde beschweren. Für uns zuständig ist ${authority} (${url}). Sie können auch vor Gericht gehen.`,
    },
  },
  page: {
    named:
      'Es geht um die Daten unter der Adresse, an die wir diesen Link geschickt haben, und nicht um ein Konto einer anderen Adresse, das Ihre Mail vielleicht nennt.',
    identifying: 'Bitte sagen Sie uns, wer Sie sind',
    over: 'Die Zeit zu antworten ist vorbei. Nichts ist geschehen, und der Antrag wird gleich geschlossen.',
    why: 'Warum wir fragen',
    lead: 'Beantworten Sie diese Fragen, so weit Sie können. Mehr brauchen wir nicht, auch keine Kopie eines Ausweises.',
    until: 'Sie können antworten bis',
    still: (since, by) =>
      `Unsere Frist ruht seit ${since}, bis Sie antworten. Ihr Antrag ist spätestens bis ${by} erledigt.`,
    button: 'Antworten senden',
    empty: 'Beantworten Sie mindestens eine der Fragen',
    wrong: (limit) => `Verwenden Sie gewöhnliche Zeichen, höchstens ${limit.toLocaleString('de')} für jede Antwort`,
    wrongAddress: 'Geben Sie die E-Mail-Adresse in der richtigen Form ein, etwa name@example.com',
    checking: 'Ein Mensch bei uns sieht Ihre Antworten an',
    checkingText: (by) =>
      `Seit Ihrer Antwort läuft unsere Frist wieder. Ihr Antrag ist spätestens bis ${by} erledigt, und Sie bekommen eine Mail.`,
    unidentified: 'Wir können nicht feststellen, wer fragt',
    unidentifiedText: (at) => `Nichts ist geschehen, und der Antrag wurde am ${at} geschlossen.`,
    againText: (until) =>
      `Bis ${until} können Sie ihn neu stellen, und er zählt weiter von dem Tag an, an dem er zuerst bei uns ankam.`,
    again: 'Neu stellen',
    asked: 'Wir haben gefragt, wer Sie sind; unsere Frist ruht',
    answered: 'Sie haben geantwortet; unsere Frist läuft weiter',
    deciding: 'Ein Mensch bei uns entscheidet',
    doneBy: 'Erledigt, spätestens',
  },
  check: {
    title: 'Ist es die Person?',
    lead: 'Jemand hat eine Adresse bestätigt und wurde gefragt, wer er ist. Glauben Sie ihm nur, wenn die Antwort allein dem Inhaber des Kontos bekannt ist und zu dem passt, was Sie wissen.',
    by: 'Der Antrag muss erledigt sein bis',
    wanted: 'Verlangt ist',
    said: 'Die Antworten',
    none: 'keine Antwort',
    account: 'Die E-Mail-Adresse des Kontos, das der Person gehört',
    accountHint:
      'So, wie sie bei Ihnen gespeichert ist. Um die Daten dieses Kontos geht der Antrag. Wir schreiben auch dorthin, dass wir jemanden als Inhaber anerkannt haben.',
    accept: 'Es ist der Inhaber',
    reject: 'Ich kann es nicht feststellen',
    rejectText: 'Oder die Antworten reichen nicht. Dann wird der Antrag geschlossen, und das wird der Person gesagt.',
    unknown: 'Unter dieser Adresse hat niemand ein Konto',
    wrongAddress: 'Geben Sie eine E-Mail-Adresse in der richtigen Form ein, etwa name@example.com',
    nothing: 'Hier ist nichts zu entscheiden',
    nothingText: 'Es wurde entschieden, oder die Person hat noch nicht geantwortet.',
  },
}

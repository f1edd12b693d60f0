/**
 * What somebody has to know who wrote in a language that is understood, and that letters are not written in: to be read above
 * the letter in the policy's own language. Each sentence is a paragraph.
 */
const sentences: Readonly<Record<string, readonly string[]>> = {
  bg: [
    'Получихме искане относно вашите лични данни.',
    'Моля, отворете връзката в този имейл, за да го потвърдите. Без това нищо няма да се случи.',
    'Съжаляваме, че останалата част не е на вашия език.',
  ],
  cs: [
    'Obdrželi jsme žádost týkající se vašich osobních údajů.',
    'Otevřete prosím odkaz v tomto e-mailu a žádost potvrďte. Bez toho se nic nestane.',
    'Omlouváme se, že zbytek není ve vašem jazyce.',
  ],
  da: [
    'Vi har modtaget en anmodning om dine personoplysninger.',
    'Åbn linket i denne e-mail for at bekræfte den. Uden det sker der ingenting.',
    'Vi beklager, at resten ikke er på dit sprog.',
  ],
  el: [
    'Λάβαμε ένα αίτημα για τα προσωπικά σας δεδομένα.',
    'Ανοίξτε τον σύνδεσμο σε αυτό το μήνυμα για να το επιβεβαιώσετε. Χωρίς αυτό δεν θα γίνει τίποτα.',
    'Λυπούμαστε που το υπόλοιπο δεν είναι στη γλώσσα σας.',
  ],
  en: [
    'We received a request about your personal data.',
    'Please open the link in this e-mail to confirm it. Without that nothing happens.',
    'We are sorry that the rest is not in your language.',
  ],
  de: [
    'Wir haben einen Antrag zu Ihren personenbezogenen Daten erhalten.',
    'Bitte öffnen Sie den Link in dieser E-Mail, um ihn zu bestätigen. Ohne das geschieht nichts.',
    'Es tut uns leid, dass der Rest nicht in Ihrer Sprache ist.',
  ],
  es: [
    'Hemos recibido una solicitud sobre sus datos personales.',
    'Abra el enlace de este correo para confirmarla. Sin eso no ocurrirá nada.',
    'Lamentamos que el resto no esté en su idioma.',
  ],
  et: [
    'Saime kätte taotluse teie isikuandmete kohta.',
    'Palun avage selles e-kirjas olev link, et see kinnitada. Ilma selleta ei juhtu midagi.',
    'Vabandame, et ülejäänud kiri ei ole teie keeles.',
  ],
  fi: [
    'Olemme vastaanottaneet henkilötietojanne koskevan pyynnön.',
    'Vahvistakaa se avaamalla tässä viestissä oleva linkki. Ilman sitä mitään ei tapahdu.',
    'Pahoittelemme, että loput eivät ole teidän kielellänne.',
  ],
  fr: [
    'Nous avons reçu une demande concernant vos données personnelles.',
    'Veuillez ouvrir le lien de cet e-mail pour la confirmer. Sans cela, rien ne se passera.',
    'Nous regrettons que la suite ne soit pas dans votre langue.',
  ],
  hr: [
    'Primili smo zahtjev u vezi s vašim osobnim podacima.',
    'Otvorite poveznicu u ovoj poruci kako biste ga potvrdili. Bez toga se ništa neće dogoditi.',
    'Žao nam je što ostatak nije na vašem jeziku.',
  ],
  hu: [
    'Kaptunk egy kérelmet az Ön személyes adataival kapcsolatban.',
    'Kérjük, a megerősítéshez nyissa meg az e-mailben lévő hivatkozást. Enélkül nem történik semmi.',
    'Sajnáljuk, hogy a többi nem az Ön nyelvén szól.',
  ],
  it: [
    'Abbiamo ricevuto una richiesta sui Suoi dati personali.',
    'Apra il link in questa e-mail per confermarla. Senza questo non accadrà nulla.',
    'Ci dispiace che il resto non sia nella Sua lingua.',
  ],
  ja: [
    'お客様の個人データに関する請求を受け取りました。',
    'このメールのリンクを開いてご確認ください。ご確認がない限り、何も行われません。',
    '以下がお客様の言語でないことをお詫びいたします。',
  ],
  ko: [
    '고객님의 개인정보에 관한 요청을 받았습니다.',
    '이 이메일의 링크를 열어 요청을 확인해 주십시오. 확인하지 않으시면 아무 일도 일어나지 않습니다.',
    '나머지 내용이 고객님의 언어로 제공되지 않아 죄송합니다.',
  ],
  lt: [
    'Gavome prašymą dėl jūsų asmens duomenų.',
    'Atidarykite nuorodą šiame laiške, kad jį patvirtintumėte. Be to nieko nebus daroma.',
    'Apgailestaujame, kad likusi dalis nėra jūsų kalba.',
  ],
  lv: [
    'Mēs saņēmām pieprasījumu par jūsu personas datiem.',
    'Lūdzu, atveriet saiti šajā e-pastā, lai to apstiprinātu. Bez tā nekas nenotiks.',
    'Atvainojiet, ka pārējais nav jūsu valodā.',
  ],
  nb: [
    'Vi har mottatt en forespørsel om personopplysningene dine.',
    'Åpne lenken i denne e-posten for å bekrefte den. Uten det skjer det ingenting.',
    'Vi beklager at resten ikke er på språket ditt.',
  ],
  nl: [
    'Wij hebben een verzoek over uw persoonsgegevens ontvangen.',
    'Open de link in deze e-mail om het te bevestigen. Zonder dat gebeurt er niets.',
    'Het spijt ons dat de rest niet in uw taal is.',
  ],
  pl: [
    'Otrzymaliśmy wniosek dotyczący Twoich danych osobowych.',
    'Otwórz link w tej wiadomości, aby go potwierdzić. Bez tego nic się nie stanie.',
    'Przepraszamy, że pozostała część nie jest w Twoim języku.',
  ],
  pt: [
    'Recebemos um pedido sobre os seus dados pessoais.',
    'Abra a ligação neste e-mail para o confirmar. Sem isso, nada acontecerá.',
    'Lamentamos que o resto não esteja no seu idioma.',
  ],
  ro: [
    'Am primit o cerere privind datele dumneavoastră personale.',
    'Vă rugăm să deschideți linkul din acest e-mail pentru a o confirma. Fără aceasta nu se întâmplă nimic.',
    'Ne pare rău că restul nu este în limba dumneavoastră.',
  ],
  ru: [
    'Мы получили запрос о ваших персональных данных.',
    'Пожалуйста, откройте ссылку в этом письме, чтобы подтвердить его. Без этого ничего не произойдёт.',
    'Приносим извинения за то, что остальное не на вашем языке.',
  ],
  sk: [
    'Dostali sme žiadosť týkajúcu sa vašich osobných údajov.',
    'Otvorte prosím odkaz v tomto e-maile a žiadosť potvrďte. Bez toho sa nič nestane.',
    'Ľutujeme, že zvyšok nie je vo vašom jazyku.',
  ],
  sl: [
    'Prejeli smo zahtevo glede vaših osebnih podatkov.',
    'Odprite povezavo v tem sporočilu, da jo potrdite. Brez tega se ne zgodi nič.',
    'Žal nam je, da preostanek ni v vašem jeziku.',
  ],
  sv: [
    'Vi har tagit emot en begäran om dina personuppgifter.',
    'Öppna länken i det här mejlet för att bekräfta den. Utan det händer ingenting.',
    'Vi beklagar att resten inte är på ditt språk.',
  ],
  tr: [
    'Kişisel verilerinizle ilgili bir talep aldık.',
    'Onaylamak için lütfen bu e-postadaki bağlantıyı açın. Bunu yapmazsanız hiçbir işlem yapılmaz.',
    'Geri kalanı sizin dilinizde olmadığı için üzgünüz.',
  ],
  uk: [
    'Ми отримали запит щодо ваших персональних даних.',
    'Будь ласка, відкрийте посилання в цьому листі, щоб підтвердити його. Без цього нічого не станеться.',
    'Перепрошуємо, що решта не вашою мовою.',
  ],
  zh: [
    '我们收到了一项关于您个人数据的请求。',
    '请打开本邮件中的链接予以确认。未经确认，我们不会采取任何行动。',
    '很抱歉，其余内容并非您的语言。',
  ],
}

/** By ISO 639-1; nothing for a language that has none here. */
export const keySentencesIn = (language: string): readonly string[] =>
  Object.hasOwn(sentences, language) ? (sentences[language] ?? []) : []

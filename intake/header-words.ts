/** How mail programs say From, Date, wrote, forwarded … in the languages that people set them to. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/[|\n]/).map((word) => word.trim()))

export const from =
  words(`from|von|de|da|van|od|fra|från|frá|lähettäjä|no|kimden|gönderen|feladó|от|від|відправник|отправитель
|发件人|寄件者|寄件人|差出人|送信者|보낸 사람|보낸사람|από|expéditeur|expediteur|remitente|mittente|remetente|afzender|nadawca|odesílatel|odosielateľ
|avsender|avsändare|afsender|saatja|nuo|siuntėjas|sūtītājs|pošiljatelj|expeditor|de la|подател|ze strany|kreu|gesendet von`)

export const others =
  words(`date|sent|to|cc|subject|reply-to|datum|gesendet|an|betreff|kopie|date d'envoi|envoyé|à|objet|copie
|fecha|enviado|enviado el|para|asunto|data|inviato|a|oggetto|enviada em|enviada|assunto|verzonden|aan|onderwerp|datum verzonden
|wysłano|do|temat|dw|odesláno|komu|předmět|kopie|dátum|predmet|odoslané|skickat|skickat den|till|ämne|kopia|sendt|dato|til|emne|kopi
|lähetetty|päiväys|päivämäärä|vastaanottaja|aihe|kopio|nosūtīts|datums|kam|kopija|temats|tēma|poslano|za|prima|ημερομηνία|στάλθηκε|προς|θέμα
|κοινοποίηση|trimis|dată|către|catre|subiect|elküldve|küldve|címzett|tárgy|másolatot kap|изпратено|дата|до|относно|тема|копие|надіслано|кому|копія
|отправлено|дата отправки|копия|tarih|gönderildi|kime|konu|bilgi|发送时间|发件日期|日期|时间|收件人|主题|抄送|收件者|主旨|日時|送信日時|宛先|件名|日付
|보낸 날짜|날짜|받는 사람|받는사람|제목|참조|kuupäev|saadetud|kellele|teema|išsiųsta|kam|tema|saatmisaeg|a data|sendt den|kopie an`)

export const subjectWords =
  words(`subject|betreff|objet|asunto|oggetto|assunto|onderwerp|temat|předmět|predmet|ämne|emne|aihe|temats|tēma|naslov|zadeva
|θέμα|subiect|tárgy|относно|тема|konu|主题|主題|主旨|件名|제목|teema|tema`)

/** Ends the line that a mail program writes above a quotation: "On … she wrote:". */
export const wrote =
  /(?:wrote|writes|schrieb|geschrieben|a écrit|a ecrit|escribió|escribio|ha scritto|escreveu|schreef|heeft geschreven|napisał(?:\(a\)|a)?|pisze|napsala?|napsal\(a\)|napísala?|napísal\(a\)|skrev|kirjoitti|rakstīja|napisao(?:\/la)?(?: je)?|je napisao(?:\/la)?|je napisala?|έγραψε|a scris|ezt írta|írta|написав(?:\(-ла\))?|написала?|написа|пишет|пише|yazdı|şunu yazdı|写道|写到|のメール|書きました|さんは書きました|님이 작성|작성|kirjutas|rašė|parašė)\s*[:：]?\s*$/iu

/** The same where the name stands last: "Am … um 09:14 schrieb Shop:". */
export const wroteName = /(?:schrieb|schreef|skrev|écrivait|napsala?|napisał(?:\(a\))?)\s.{1,120}[:：]$/iu

/** Words of the line above a mail that was forwarded by hand. */
export const forwardedWords =
  /forwarded|weitergeleitet|transféré|transfere|réexpédié|reenviado|rispedito|inoltrat|encaminhad|reencaminhad|doorgestuurd|przekazan|přeposlan|preposlan|vidarebefordra|videresend|välitet|pārsūtīt|proslijeđen|proslje|posredovan|προωθ|redirecțion|redirection|továbbított|препратен|пересл|пересыл|переадрес|пересила|перенаправ|iletilen|yönlendirilen|ileti başlangıcı|转发|轉寄|転送|전달|edastatud|persiųst/iu

/** Subject prefixes of forwarded mails. */
export const forwardedSubject =
  /^\s*(?:fwd?|wg|tr|rv|i|pd|vb|vs|vl|enc|ilt|i̇lt|doorst|továbbítva|fs|прсл|пер|пд|转发|轉寄|転送|전달|fwd\.|redir|edasi|προώθ|pārsūt|posr|prosl)\s*[:：]/iu

/** Subject prefixes of answers. */
export const repliedSubject =
  /^\s*(?:re|aw|antw|antwort|sv|vs|odp|ynt|yanıt|re\s?\[\d+\]|r|rif|res|ref|bls|atb|vá|vl?á|απ|σχετ|отв|відп|на|回复|回覆|答复|答覆|返信|회신|답장)\s*[:：]/iu

/** Lines that phones and programs add below a text. */
export const sentFrom =
  /^(?:sent (?:from|via|with)|get outlook for|gesendet (?:von|mit)|von mein\p{L}* .{2,40}gesendet|envoyé (?:de|depuis|à partir)|enviado (?:desde|do|de)|inviato da|verstuurd vanaf|verzonden (?:vanaf|met)|wysłano z|odesláno z|odoslané z|skickat från|sendt fra|lähetetty|nosūtīts no|poslano (?:s|iz)|στάλθηκε από|trimis de pe|elküldve|küldve|изпратено от|надіслано з|отправлено (?:с|из)|(?:iphone|android)['’]?\p{L}* ?(?:umdan|gönderildi)|.{2,20}['’]?(?:den|dan) gönderildi|发自我的|從我的|iphoneから送信|나의 .{2,20}에서 보냄|saadetud|išsiųsta iš|diese nachricht wurde von meinem)/iu

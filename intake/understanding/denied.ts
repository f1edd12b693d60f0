/** A clause that ends with its "not", as an imperative does in German and Dutch: "löschen Sie mein Konto bitte nicht". */
const last =
  /(?<!\p{L})(?:lösch|entfern|verwijder|wis)\p{L}*(?!\p{L})[^,.;:!?\n]{0,80}?(?<!\p{L})(?:nicht|niet)(?=\s*(?:[,.;:!?\n]|$))/iu
/** The "not" that follows its verb in Danish, Norwegian and Swedish; "not only" denies nothing. */
const after =
  /(?<!\p{L})(?:slett?|fjern|radera|ta bort)\s+(?:\p{L}+\s+)?(?:ikke|inte)(?!\p{L})(?!\s+(?:bare|kun|bara|enbart)(?!\p{L}))/iu
/** Where it is a part of the verb, or no space stands between. */
const inside =
  /(?<!\p{L})(?:silme(?:yin|yiniz|sin)|kaldırmay)|(?:削除|消去)(?:は)?(?:し)?ない(?:で|よう)|삭제하지\s*(?:마|말|않)|(?:不要|别|別|请勿|請勿)(?:再)?(?:删除|刪除|注销|註銷)/iu

/** Nothing is to be erased: "löschen Sie aber nichts", "delete nothing", "n’effacez rien", "radera ingenting". */
const nothing =
  /(?<!\p{L})(?:(?:(?:ge)?lösch|entfern|verwijder|wis)\p{L}*(?:\s+\p{L}+){0,3}\s+(?:nichts|niets)|(?:delete|erase|remove|wipe|deleting|erasing)\s+nothing|(?:efface|supprime|détrui)\p{L}*\s+(?:\p{L}+\s+)?rien|(?:slett?|fjern|radera|ta bort)\s+(?:\p{L}+\s+)?(?:ingenting|intet|inget))(?=\s*(?:[,.;:!?\n]|$))/iu

/** Whether a text says of an erasure that it is not wanted, by a "not" that no word before the verb says. */
export const deniesErasure = (text: string): boolean =>
  last.test(text) || after.test(text) || nothing.test(text) || inside.test(text)

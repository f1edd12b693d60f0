/** The phrase that ends a letter, and what stands below it. */

/** Closing phrases of the languages of the mailbox; thanks alone close nothing. */
const closing =
  /^(?:(?:with )?(?:my |our )?(?:best|kind|kindest|warm|warmest) (?:regards|wishes)|kind regards|regards|best|cheers|(?:yours )?(?:sincerely|faithfully|truly)(?: yours)?|respectfully|mit (?:freundlichen|besten|herzlichen|lieben|vielen|schönen) grüßen?|mit freundlichem gruß|(?:freundliche|beste|liebe|herzliche|viele|schöne) grüße|(?:freundlichen|besten|lieben|schönen|herzlichen) gruß|(?:freundliche|beste|liebe|herzliche|viele) gruesse|mfg|lg|hochachtungsvoll|(?:bien )?(?:cordialement|amicalement|respectueusement)|(?:meilleures|sincères|respectueuses) salutations|salutations(?: distinguées)?|(?:je vous prie|veuillez).{0,90}(?:salutations|sentiments|considération).{0,40}|(?:un )?(?:cordial )?saludos?(?: cordial(?:es)?)?|(?:muy )?(?:atentamente|cordialmente)|(?:cordiali|distinti|migliori) saluti|saluti|un cordiale saluto|(?:com os )?(?:melhores |meus )?cumprimentos|atenciosamente|cordialmente|met (?:vriendelijke|hartelijke) groet(?:en)?|(?:vriendelijke|hartelijke) groet(?:en)?|hoogachtend|mvg|(?:z |łączę )?(?:wyrazami szacunku|poważaniem|pozdrowieniami)|z (?:poważaniem|wyrazami szacunku)|pozdrawiam|s (?:pozdravem|úctou|přátelským pozdravem)|(?:med )?(?:vänliga?|venlige?|vennlige?) (?:hälsning(?:ar)?|hilsen(?:er)?)|(?:med )?(?:bästa|bedste|beste|bästa) (?:hälsningar|hilsen(?:er)?)|mvh|hälsningar|hilsen|(?:ystävällisin )?terveisin|ystävällisesti|kunnioittavasti|ar cieņu|ar laba vēlējumiem|s (?:poštovanjem|štovanjem|lijepim pozdravom|spoštovanjem)|srdačan pozdrav|(?:lijep )?pozdrav|lep pozdrav|με εκτίμηση|(?:με )?φιλικούς χαιρετισμούς|cu (?:stimă|respect|considerație)|(?:üdvözlettel|tisztelettel)|с (?:уважение|поздрав|уважением|наилучшими пожеланиями)|поздрави|з повагою|(?:saygılarımla|saygılarımızla|iyi günler|iyi çalışmalar)|此致|敬上|祝好|顺祝商祺|よろしくお願い(?:いた)?します|敬具|감사합니다|안녕히 계세요|lugupidamisega|pagarbiai|kveðja)[\s,.!;。、，]*$/iu

/** How the few begin that are whole sentences, and how long others can be, in characters: most lines are longer. */
const sentenceLike = /^(?:je vous prie|veuillez)/iu
const longestPhrase = 60

/** Names, addresses and telephone numbers are short and few; more is still the letter. Lines. */
const mostBelow = 12

/**
 * Divides what a person wrote at its last closing phrase, when little but names and addresses follows. The phrase
 * goes with what is below: neither says what the letter wants.
 */
export function signedOff(lines: readonly string[]): { text: string; below: string } {
  const whole = lines.join('\n').trim()
  const begin = lines.findIndex((line) => line.trim() !== '')
  const all = begin < 0 ? [] : lines.slice(begin, lines.findLastIndex((line) => line.trim() !== '') + 1)
  for (let i = all.length - 1; i > 0 && i >= all.length - 2 * mostBelow; i -= 1) {
    const line = (all[i] as string).trim().slice(0, 160)
    if ((line.length > longestPhrase && !sentenceLike.test(line)) || !closing.test(line)) continue
    const below = all.slice(i + 1).filter((line) => line.trim())
    if (below.length > mostBelow || below.some(isSentence)) break
    const text = all.slice(0, i).join('\n').trim()
    return text ? { text, below: all.slice(i).join('\n').trim() } : { text: whole, below: '' }
  }
  return { text: whole, below: '' }
}

/** A postscript, or a letter that goes on. */
const isSentence = (line: string): boolean =>
  /^\s*(?:p\.? ?s\b|ps[:.]|n\.?b\b)/i.test(line) ||
  line.trim().length > 90 ||
  (/[.!?。！？]\s*$/u.test(line) && line.trim().split(/\s+/).length > 4) ||
  /[?？]\s*$/u.test(line) ||
  /[。！]\s*$/u.test(line)

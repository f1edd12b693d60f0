import { normalised, wordsOf } from './words.ts'

/** Words of thanks in the languages of the lexicons, as their first letters. */
const thanking = [
  ...['thank', 'thx', 'cheers', 'dank', 'merci', 'gracias', 'grazie', 'obrigad', 'bedankt', 'tack', 'takk', 'kiitos'],
  ...['kiitoksia', 'dzieki', 'dziekuj', 'dekuj', 'diky', 'dakuj', 'hvala', 'multumesc', 'mersi', 'koszon', 'tesekkur'],
  ...['sagol', 'aitah', 'tanan', 'paldies', 'aciu', 'dekoju', 'ευχαριστ', 'спасибо', 'благодар', 'дякую', 'мерси'],
].map(normalised)
/** The same where words are not apart. */
const together = ['谢谢', '感谢', '多谢', 'ありがと', '感謝', '감사합니다', '고맙습니다', '고마워요'].map(normalised)

/** Most words of a text that says nothing but thanks. */
const most = 9

/** A longer text has to begin with its thanks: what it ends with is a greeting. */
const start = (words: number): number => (words > 6 ? 2 : words)

/** Whether a short text thanks. What else it says has to be looked at by whoever asks. */
export function thanks(text: string): boolean {
  const plain = normalised(text)
  const words = wordsOf(plain)
  if (words.length > most || /\p{N}/u.test(plain)) return false
  return (
    words.slice(0, start(words.length)).some((word) => thanking.some((one) => word.startsWith(one))) ||
    together.some((one) => plain.includes(one))
  )
}

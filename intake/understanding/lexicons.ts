import bg from './lexicon/bg.ts'
import type { Lexicon } from './lexicon/concepts.ts'
import cs from './lexicon/cs.ts'
import da from './lexicon/da.ts'
import de from './lexicon/de.ts'
import el from './lexicon/el.ts'
import en from './lexicon/en.ts'
import es from './lexicon/es.ts'
import et from './lexicon/et.ts'
import fi from './lexicon/fi.ts'
import fr from './lexicon/fr.ts'
import greeklish from './lexicon/greeklish.ts'
import hr from './lexicon/hr.ts'
import hu from './lexicon/hu.ts'
import { withLatin } from './lexicon/in-latin.ts'
import it from './lexicon/it.ts'
import ja from './lexicon/ja.ts'
import ko from './lexicon/ko.ts'
import lt from './lexicon/lt.ts'
import lv from './lexicon/lv.ts'
import nb from './lexicon/nb.ts'
import nl from './lexicon/nl.ts'
import pl from './lexicon/pl.ts'
import pt from './lexicon/pt.ts'
import ro from './lexicon/ro.ts'
import ru from './lexicon/ru.ts'
import shlyokavitsa from './lexicon/shlyokavitsa.ts'
import sk from './lexicon/sk.ts'
import sl from './lexicon/sl.ts'
import sv from './lexicon/sv.ts'
import tr from './lexicon/tr.ts'
import translit from './lexicon/translit.ts'
import uk from './lexicon/uk.ts'
import zh from './lexicon/zh.ts'

/** Every language that is understood. */
export const lexicons: readonly Lexicon[] = [
  en,
  de,
  fr,
  es,
  it,
  nl,
  pt,
  withLatin(bg, shlyokavitsa),
  cs,
  da,
  withLatin(el, greeklish),
  et,
  fi,
  hr,
  hu,
  ja,
  ko,
  lt,
  lv,
  nb,
  pl,
  ro,
  withLatin(ru, translit),
  sk,
  sl,
  sv,
  tr,
  uk,
  zh,
]

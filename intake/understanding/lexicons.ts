import type { Lexicon } from './lexicon/concepts.ts'
import cs from './lexicon/cs.ts'
import de from './lexicon/de.ts'
import en from './lexicon/en.ts'
import es from './lexicon/es.ts'
import fr from './lexicon/fr.ts'
import it from './lexicon/it.ts'
import ja from './lexicon/ja.ts'
import nl from './lexicon/nl.ts'
import pl from './lexicon/pl.ts'
import pt from './lexicon/pt.ts'
import ru from './lexicon/ru.ts'
import sv from './lexicon/sv.ts'
import zh from './lexicon/zh.ts'

/** Every language that is understood. */
export const lexicons: readonly Lexicon[] = [en, de, fr, es, it, nl, pt, cs, ja, pl, ru, sv, zh]

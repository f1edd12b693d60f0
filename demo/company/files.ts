import type { Account, File } from './company.ts'
import type { Dice } from './dice.ts'
import { busy } from './known.ts'
import { isKnown } from './people.ts'

type Kind = { readonly ending: string; readonly contentType: string; readonly write: (dice: Dice) => string }

const kinds: readonly Kind[] = [
  { ending: 'txt', contentType: 'text/plain; charset=utf-8', write: ({ of }) => `${of.lorem.paragraphs(2)}\n` },
  { ending: 'md', contentType: 'text/markdown; charset=utf-8', write: minutes },
  { ending: 'csv', contentType: 'text/csv; charset=utf-8', write: table },
  { ending: 'json', contentType: 'application/json', write: board },
  { ending: 'svg', contentType: 'image/svg+xml', write: drawing },
]

/** Files of every kind for the people to play with, a few for most others; every sixth was saved twice. */
export function inventFiles(dice: Dice, accounts: readonly Account[]): readonly File[] {
  const { of } = dice
  return accounts.flatMap((account) => {
    const count = account.id === busy ? 40 : isKnown(account.id) ? 10 : of.helpers.arrayElement([0, 0, 1, 1, 2])
    const names = of.helpers.uniqueArray(() => `${of.word.noun()}-${of.word.noun()}`, count)
    return names.map((name, n): File => {
      const kind = isKnown(account.id) ? kinds[n % kinds.length] : of.helpers.arrayElement(kinds)
      const { ending, contentType, write } = kind ?? of.helpers.arrayElement(kinds)
      const twice = isKnown(account.id) ? n % 3 === 0 : of.datatype.boolean(1 / 6)
      return {
        key: `accounts/${account.id}/${of.helpers.arrayElement(['documents', 'shared', 'drafts'])}/${name}.${ending}`,
        contentType,
        versions: of.helpers.multiple(() => write(dice), { count: twice ? 2 : 1 }),
      }
    })
  })
}

function minutes({ of }: Dice): string {
  const points = of.helpers.multiple(() => `- ${of.company.buzzPhrase()}`, { count: 4 }).join('\n')
  return `# ${of.company.catchPhrase()}\n\nPresent: ${of.number.int({ min: 2, max: 9 })}\n\n${points}\n`
}

function table({ of }: Dice): string {
  const rows = of.helpers.multiple(() => `${of.commerce.product()},${of.number.int(90)},${of.commerce.price()}`, {
    count: 12,
  })
  return `item,count,price\n${rows.join('\n')}\n`
}

function board({ of }: Dice): string {
  const cards = of.helpers.multiple(() => ({ title: of.hacker.verb(), done: of.datatype.boolean() }), { count: 5 })
  return `${JSON.stringify({ board: of.commerce.department(), cards }, null, 2)}\n`
}

function drawing({ of }: Dice): string {
  const bars = Array.from({ length: 6 }, (_, n) => {
    const height = of.number.int({ min: 10, max: 90 })
    return `<rect x="${n * 20}" y="${100 - height}" width="14" height="${height}" fill="${of.color.rgb()}"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 100">${bars.join('')}</svg>\n`
}

import { de, en, Faker, fr, pl } from '@faker-js/faker'

/** The company's last day before it got Oblige: nothing in its data is younger. */
const lastDay = '2025-06-30T18:00:00.000Z'

/** Draws names in several languages and everything else in English, all from one seed. */
export type Dice = { readonly of: Faker; readonly people: readonly Faker[] }

/** The same seed throws the same numbers. */
export function dice(seed: number): Dice {
  const speakers = [en, de, fr, pl].map((language, i) => {
    const faker = new Faker({ locale: [language, en], seed: seed + i })
    faker.setDefaultRefDate(lastDay)
    return faker
  })
  return { of: speakers[0] as Faker, people: speakers }
}

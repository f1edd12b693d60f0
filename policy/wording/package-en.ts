/** The English texts of a copy of a person's data. `package-de.ts` has the same shape. */
export const en = {
  otherPerson: '[about another person]',
  tooLong: (file: string) => `[too long for a spreadsheet: it stands whole in ${file}]`,
  schema: (name: string, system: string, category: string) =>
    `One line of ${name}-*.jsonl: one record of "${category}" from "${system}". Made from the records in this copy.`,
}
export type PackageWording = typeof en

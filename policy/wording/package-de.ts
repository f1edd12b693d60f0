import type { PackageWording } from './package-en.ts'

export const de: PackageWording = {
  otherPerson: '[über eine andere Person]',
  tooLong: (file) => `[zu lang für eine Tabelle: steht ganz in ${file}]`,
  schema: (name, system, category) =>
    `Eine Zeile von ${name}-*.jsonl: ein Datensatz aus „${category}“ von „${system}“. Aus den Datensätzen dieser Kopie gebildet.`,
}

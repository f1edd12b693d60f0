import { type House, openHouse } from './house.ts'

/** The house that all tests of `whole.test.ts` share: opening one takes longer than most of them. */
export let house: House

export async function open(): Promise<void> {
  house = await openHouse()
}

/** Does `work` for all, at most `width` at a time. */
export async function inTurns<T>(width: number, all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = all.values()
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const one of waiting) await work(one)
    }),
  )
}

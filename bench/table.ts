/** One measured ratio: what is ours, what it is measured against, and the aim if there is one. */
export type Line = {
  readonly what: string
  readonly ours: string
  readonly against: string
  readonly ratio: number
  readonly aim?: string
}

/** The lines as a Markdown table. */
export const table = (lines: readonly Line[]): string =>
  [
    '| what | ours | against | ratio | aim |',
    '| --- | --- | --- | --- | --- |',
    ...lines.map(
      ({ what, ours, against, ratio, aim }) =>
        `| ${what} | ${ours} | ${against} | ${ratio < 0.1 ? ratio.toPrecision(2) : ratio.toFixed(2)} | ${aim ?? ''} |`,
    ),
  ].join('\n')

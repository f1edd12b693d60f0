import { Html, html, type Value } from '../../web/html.ts'

/** A bar as long as a part of a whole. What it shows stands in words beside it. */
export function bar(part: number, whole: number): Value {
  const width = whole === 0 ? 0 : Math.max(part > 0 ? 0.5 : 0, (100 * part) / whole)
  return drawing('bar', 100, [rectangle('track', 0, 100), rectangle('filled', 0, width)])
}

/** The most months that a strip shows one by one; a longer time is shown in larger steps. */
const mostSteps = 240

/** When records are from: one step for each month, darker where there are more. @param months count by `2026-03` */
export function strip(months: Readonly<Record<string, number>>, from: string, to: string): Value {
  const [first, last] = [ordinal(from), ordinal(to)]
  const monthsAStep = Math.max(1, Math.ceil((last - first + 1) / mostSteps))
  const steps = new Map<number, number>()
  for (const [month, count] of Object.entries(months)) {
    const step = Math.floor((ordinal(month) - first) / monthsAStep)
    steps.set(step, (steps.get(step) ?? 0) + count)
  }
  const width = Math.floor((last - first) / monthsAStep) + 1
  const most = Math.max(...steps.values())
  const marks = [...steps].map(([step, count]) => rectangle('filled', step, 1, 0.25 + (0.75 * count) / most))
  return drawing('strip', width, [rectangle('track', 0, width), ...marks])
}

const ordinal = (month: string) => {
  const [year = 0, of = 1] = month.split('-').map(Number)
  return year * 12 + of
}

const drawing = (name: string, width: number, parts: readonly Html[]): Html =>
  html`<svg class="${name}" viewBox="0 0 ${width} 1" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`

const rectangle = (name: string, x: number, width: number, opacity = 1): Html =>
  html`<rect class="${name}" x="${x}" width="${width.toFixed(2)}" height="1"${opacity < 1 && new Html(` opacity="${opacity.toFixed(2)}"`)}/>`

import type { Request } from '../../domain/request.ts'
import { type Count, partsOfTask, receiptsFor } from '../../domain/stated.ts'
import { reasonsWhyNot, type Stated, type Task } from '../../domain/tasks.ts'
import { policy } from '../../policy/in-force.ts'
import { largestEvidence } from '../../policy/schema.ts'
import type { TaskProblem } from '../../web/desk/task.ts'
import { file as paper } from '../entry/shapes.ts'
import type { Said } from './shape.ts'
import type { Given } from './uploads.ts'

type Understood = Pick<Stated, 'outcome' | 'receipts' | 'reason' | 'file'> & { readonly files: readonly Given[] }

/** What a form says was done, or what is wrong with it. */
export function saidIn(body: Said, task: Task, request: Request): Understood | TaskProblem {
  const text = (name: string) => (typeof body[name] === 'string' ? body[name].trim() : '')
  const outcome = (['done', 'nothing', 'cannot'] as const).find((one) => one === text('outcome'))
  if (!outcome) return 'no-outcome'
  const reason = reasonsWhyNot.find((one) => one === text('reason'))
  const papers = text('paper')
  if (papers !== '' && !paper.safeParse(papers).success) return 'bad-paper'
  const parts = partsOfTask(task, request, policy)
  const isCopy = task.verb === 'export'
  const files = isCopy && outcome === 'done' ? filesIn(body, parts) : []
  if (files.reduce((sum, { file }) => sum + file.size, 0) > largestEvidence) return 'too-large'
  if (isCopy && outcome === 'done' && files.length === 0) return 'no-file'
  const counts: Count[] = []
  for (const [n, { category }] of parts.entries()) {
    const [count, kept] = [numberIn(text(`count-${n}`)), numberIn(text(`kept-${n}`))]
    if (count === undefined || kept === undefined) return 'bad-count'
    counts.push(isCopy ? { count: files.filter((one) => one.category === category).length, kept: 0 } : { count, kept })
  }
  const receipts = receiptsFor(task, { outcome, counts, ...(reason ? { reason } : {}) }, request, policy)
  if (typeof receipts === 'string') return receipts
  return {
    outcome,
    receipts,
    files,
    ...(reason && outcome === 'cannot' ? { reason } : {}),
    ...(papers === '' ? {} : { file: papers }),
  }
}

/** A form sends an empty file where none was chosen. */
const filesIn = (body: Said, parts: ReadonlyArray<{ readonly category: string }>): readonly Given[] =>
  parts.flatMap(({ category }, n) => {
    const file = body[`file-${n}`]
    return file instanceof File && file.size > 0 ? [{ category, file }] : []
  })

const numberIn = (typed: string): number | undefined => (/^\d{0,6}$/.test(typed) ? Number(typed) : undefined)

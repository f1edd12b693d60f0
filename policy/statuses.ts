/** How a request can stand once its address is proven: what a policy can name. domain/webhooks.ts has the compiler compare. */
export const statuses = [
  ...(['restricting', 'grace', 'restoring', 'restored', 'erasing', 'erased', 'erasing-again'] as const),
  ...(['holding', 'held', 'lifting', 'lifted', 'superseded'] as const),
  ...(['gathering', 'ready', 'discarding', 'discarded', 'withdrawing', 'withdrawn'] as const),
  ...(['stating', 'proving', 'deciding', 'correcting', 'corrected', 'declined', 'unchanged'] as const),
  ...(['stopping', 'stopped', 'objecting', 'weighing', 'upheld', 'refused', 'dropped'] as const),
  ...(['identifying', 'checking', 'unidentified', 'turned-down', 'not-found', 'duplicate'] as const),
  ...(['consenting', 'consented', 'unfounded'] as const),
  ...(['approving', 'approved', 'unapproved', 'approval-ended'] as const),
]

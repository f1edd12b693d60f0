/** What a function's worker is told at its start. */
export type WorkerSetting = {
  readonly functionName: string
  readonly functionArn: string
  readonly memoryMb: number
  /** URL of the bundle. */
  readonly module: string
  /** Name of the exported handler. */
  readonly handler: string
  /** The clock's offset to real time, ms, one Float64. */
  readonly offset: SharedArrayBuffer
}

/** As Lambda tells a caller of a failed function. */
export type FunctionError = {
  readonly errorType: string
  readonly errorMessage: string
  readonly trace: readonly string[]
}

export type ToWorker = { readonly id: string; readonly payload: unknown; readonly timeoutMs: number }
export type FromWorker =
  | { readonly ready: true }
  | { readonly id: string; readonly result: string }
  | { readonly id: string; readonly error: FunctionError }

/** Variable that tells a worker which public address leads where; its handler does not see it. */
export const siteOverride = 'OBLIGE_LOCAL_SITE'

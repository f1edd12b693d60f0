/** In this thread `Date` tells real time plus the offset; everything else about it stays. */
export function followTheClock(offset: Float64Array): void {
  const RealDate = Date
  const now = () => RealDate.now() + Math.round(offset[0] ?? 0)
  const ClockDate = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (target, parts, newTarget) => Reflect.construct(target, parts.length === 0 ? [now()] : parts, newTarget),
    get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  })
  globalThis.Date = ClockDate
}

/** What of a deposit goes back. Pure. */
import type { DepositRule } from './bookings.ts'

/**
 * What comes back to a customer who calls off a booking: all of it in good time, later the part that the rule says, in
 * whole minor units (halves up). Who does not come gets nothing; what the shop calls off goes back whole.
 */
export function depositToReturn(
  { amountMinor, freeCancelMinutes, lateRefundPercent }: DepositRule,
  startsAtMs: number,
  nowMs: number,
): number {
  const isFree = nowMs <= startsAtMs - freeCancelMinutes * 60_000
  return isFree ? amountMinor : Math.round((amountMinor * lateRefundPercent) / 100)
}

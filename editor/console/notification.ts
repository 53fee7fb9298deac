/** The system's own notification of a new order, for a counter whose tab is behind another. */
import { create } from 'zustand'
import { wordsNow } from '#editor/words/use-words.ts'
import type { MerchantOrder } from '#platform/contract/merchant.ts'

const KEY = 'shopwright.counter-notify'
const isKnown = typeof Notification !== 'undefined'

interface NotificationState {
  readonly isOn: boolean
  /** The person or the device said no to all of them; only the browser's settings change that. */
  readonly isDenied: boolean
}

export const useNotification = create<NotificationState>(() => ({
  isOn: isKnown && Notification.permission === 'granted' && localStorage.getItem(KEY) === 'on',
  isDenied: !isKnown || Notification.permission === 'denied',
}))

/** Asks the browser's permission where that is still open. */
export async function switchNotification(isWanted: boolean): Promise<void> {
  const permission = isWanted && isKnown ? await Notification.requestPermission() : 'default'
  const isOn = isWanted && permission === 'granted'
  localStorage.setItem(KEY, isOn ? 'on' : 'off')
  useNotification.setState({ isOn, isDenied: permission === 'denied' })
}

/** Only while the counter is out of sight; in sight, the board and the chime say it. */
export function notifyOf(orders: readonly MerchantOrder[]): void {
  if (!useNotification.getState().isOn || document.visibilityState === 'visible') return
  const words = wordsNow().console
  for (const order of orders) {
    const place = order.tableLabel ? words.table(order.tableLabel) : words.pickup
    const dishes = order.lines.map(({ name, quantity }) => `${quantity}× ${name}`).join(', ')
    const notification = new Notification(`${words.order(order.number ?? 0)} · ${place}`, {
      body: dishes,
      tag: order.id,
    })
    notification.addEventListener('click', () => window.focus())
  }
}

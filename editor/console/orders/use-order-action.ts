import { useCallback, useState } from 'react'
import { api, hope, queryCache, useMutation } from '#editor/api/index.ts'
import { showToast } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { wordsNow } from '#editor/words/use-words.ts'
import type { MerchantOrder, OrderAction } from '#platform/contract/merchant.ts'
import { keys } from '../keys.ts'
import { withChanged, withNewer } from '../rules/newer.ts'
import { statusAfter } from '../rules/order-rules.ts'
import { useShop } from '../shop-context.ts'

export interface OrderMove {
  readonly order: MerchantOrder
  readonly action: OrderAction
  /** Told to the customer; required for calling an order off. */
  readonly reason?: string
  /** Of an order that is called off: what it took goes back in stock; yes when left out. */
  readonly restock?: boolean
}

export interface OrderMoves {
  readonly move: (move: OrderMove) => void
  /** Orders that are being moved right now; their buttons wait. */
  readonly moving: ReadonlySet<string>
}

/** The next button of an order appears where the last one was: long enough that a double tap is not two moves. */
const restMs = 400

/** Moves orders on, each one step at a time. */
export function useOrderMoves(): OrderMoves {
  const { run } = useOrderAction()
  const [moving, setMoving] = useState<ReadonlySet<string>>(new Set())
  const move = useCallback(
    (each: OrderMove) => {
      const { id } = each.order
      setMoving((ids) => new Set([...ids, id]))
      void Promise.all([run(each), new Promise((resolve) => setTimeout(resolve, restMs))]).then(() =>
        setMoving((ids) => new Set([...ids].filter((other) => other !== id))),
      )
    },
    [run],
  )
  return { move, moving }
}

/** Shown at once, and put back with a sentence when the shop's server says no. */
function useOrderAction() {
  const { program } = useShop()
  const list = keys.orders(program.id)
  return useMutation(
    ({ order, action, reason, restock }: OrderMove) => api.actOnOrder(program.id, order.id, action, reason, restock),
    {
      hope: ({ order, action }) => [
        hope<MerchantOrder[]>(list, (orders) => withChanged(orders, order.id, (shown) => moved(shown, order, action))),
      ],
      onDone: (order) => {
        queryCache.tell<MerchantOrder[]>(list, (orders) => withNewer(orders, order))
        void queryCache.refresh(keys.today(program.id))
      },
      onFailed: (failure) => {
        showToast({ text: failureText(failure, wordsNow()), tone: 'bad' })
        if (failure.code !== 'offline') void queryCache.refresh(list)
      },
    },
  )
}

/** As it will be, unless something newer arrived since the person looked. */
function moved(shown: MerchantOrder, seen: MerchantOrder, action: OrderAction): MerchantOrder {
  if (shown.version !== seen.version) return shown
  const status = statusAfter(action)
  return { ...shown, status, timeline: [...shown.timeline, { status, atIso: new Date().toISOString() }] }
}

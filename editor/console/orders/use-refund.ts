import { useState } from 'react'
import { api, queryCache, useMutation } from '#editor/api/index.ts'
import { showToast } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { wordsNow } from '#editor/words/use-words.ts'
import type { MerchantOrder, RefundOrderInput } from '#platform/contract/merchant.ts'
import { keys } from '../keys.ts'
import { withNewer } from '../rules/newer.ts'
import { useShop } from '../shop-context.ts'

interface Refund {
  readonly order: MerchantOrder
  readonly amountMinor: number
  readonly reason: string
  /** What comes back in stock. */
  readonly restock: NonNullable<RefundOrderInput['restock']>
}

/** Gives money back. One dialog is one wish: tried again after a lost answer, it gives back once. */
export function useRefund(onDone: () => void) {
  const { program } = useShop()
  const [wish, setWish] = useState({ of: '', requestId: '' })
  const list = keys.orders(program.id)
  return useMutation(
    ({ order, amountMinor, reason, restock }: Refund) => {
      const of = `${order.id} ${amountMinor} ${reason} ${JSON.stringify(restock)}`
      const requestId = wish.of === of ? wish.requestId : crypto.randomUUID()
      setWish({ of, requestId })
      return api.refundOrder(program.id, order.id, {
        requestId,
        amountMinor,
        reason,
        ...(restock.length > 0 && { restock }),
      })
    },
    {
      onDone: (order) => {
        queryCache.tell<MerchantOrder[]>(list, (orders) => withNewer(orders, order))
        void queryCache.refresh(keys.today(program.id))
        const isCash = order.refunds?.at(-1)?.isCash
        const words = wordsNow().console
        showToast({ text: isCash ? words.refundDoneCash : words.refundDone, tone: 'good' })
        onDone()
      },
      onFailed: (failure) => {
        showToast({ text: failureText(failure, wordsNow()), tone: 'bad' })
        if (failure.code !== 'offline') void queryCache.refresh(list)
      },
    },
  )
}

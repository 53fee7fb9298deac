import { useState } from 'react'
import type { ShopFailureCode } from '#model/shop/failure.ts'
import { createAskOnce } from '../kit/ask-once.ts'
import type { Host } from '../kit/host.ts'

export type PaymentStep =
  | { readonly kind: 'ready' | 'working' }
  | { readonly kind: 'failed'; readonly code: ShopFailureCode }

/**
 * Asks the shop for a payment and leaves for the cashier. Pressing twice, or again after a lost answer, never makes a
 * second payment for the same wish.
 */
export function usePayment(host: Host, nodeId: string) {
  const [step, setStep] = useState<PaymentStep>({ kind: 'ready' })
  const [askOnce] = useState(() => createAskOnce(host))
  const pay = async (typedMinor: number | null, note: string) => {
    if (step.kind === 'working') return
    setStep({ kind: 'working' })
    const answer = await askOnce(host.shop.payDirect, { nodeId, amountMinor: typedMinor, note })
    if (answer.ok) host.pay(answer.value)
    // Stays at work while the page goes to the cashier; whoever comes back finds a new page.
    else setStep({ kind: 'failed', code: answer.failure.code })
  }
  return { step, pay, forget: () => step.kind === 'failed' && setStep({ kind: 'ready' }) }
}

import { useRef, useState } from 'react'
import type { OwnCoupon } from '#model/shop/coupons.ts'
import { createAskOnce } from '../kit/ask-once.ts'
import { failureWords } from '../kit/failure-words.ts'
import type { Host } from '../kit/host.ts'
import type { BlockEnv } from '../kit/view.ts'
import { wallWords } from './words.ts'

export interface Claims {
  /** Claimed here a moment ago, perhaps not in the wallet yet. */
  readonly fresh: readonly OwnCoupon[]
  /** Coupons that are being claimed. */
  readonly busyIds: readonly string[]
  claim(couponId: string): void
}

/** Claims coupons, also several at once, and each wish once, however often it is tried again. */
export function useClaims(host: Host, env: BlockEnv): Claims {
  const [fresh, setFresh] = useState<readonly OwnCoupon[]>([])
  const [busyIds, setBusy] = useState<readonly string[]>([])
  const askOnce = useRef(createAskOnce(host))
  const claim = async (couponId: string) => {
    if (busyIds.includes(couponId)) return
    setBusy((before) => [...before, couponId])
    const answer = await askOnce.current(host.shop.claimCoupon, couponId)
    setBusy((before) => before.filter((id) => id !== couponId))
    if (!answer.ok) return host.toast(failureWords(answer.failure.code, env.language))
    setFresh((before) => [...before, answer.value])
    host.toast(wallWords(env).done)
    host.refresh('wallet')
    host.refresh('card')
  }
  return { fresh, busyIds, claim: (couponId) => void claim(couponId) }
}

import { useEffect, useState } from 'react'
import { api } from '#editor/api/index.ts'
import type { PhonePreview } from '#platform/contract/merchant.ts'

/**
 * An address of what was just published that a phone can open. `preview`: the program's own address means the phone itself
 * there, so it is the draft's, which is the same at this moment. `none`: no phone finds this computer.
 */
export type PhoneAddress =
  | { readonly kind: 'finding' }
  | { readonly kind: 'own' | 'preview'; readonly address: string }
  | { readonly kind: 'none'; readonly problem: PhonePreview['problem'] }

/** @param url - where the program is open to customers */
export function usePhoneAddress(programId: string, url: string): PhoneAddress {
  const isHere = meansThisDevice(url)
  const [found, setFound] = useState<PhoneAddress>({ kind: 'finding' })
  useEffect(() => {
    if (!isHere) return
    let isCurrent = true
    api.openPhonePreview(programId).then(
      (preview) => isCurrent && setFound(addressOf(preview)),
      () => isCurrent && setFound({ kind: 'none', problem: null }),
    )
    return () => void (isCurrent = false)
  }, [programId, isHere])
  return isHere ? found : { kind: 'own', address: url }
}

/** Names and numbers that every device takes for itself. */
export function meansThisDevice(url: string): boolean {
  const { hostname } = new URL(url)
  return (
    hostname === 'localhost' || hostname.endsWith('.localhost') || hostname.startsWith('127.') || hostname === '[::1]'
  )
}

export function addressOf({ addresses, problem }: Pick<PhonePreview, 'addresses' | 'problem'>): PhoneAddress {
  const [address] = addresses
  return address === undefined ? { kind: 'none', problem } : { kind: 'preview', address }
}

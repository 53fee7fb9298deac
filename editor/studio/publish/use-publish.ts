import { useState } from 'react'
import type { PublishResult, PublishWhen } from '#platform/contract/merchant.ts'
import { api, asApiFailure, type ApiFailureCode } from '#editor/api/index.ts'
import { useSession } from '../session/use-session.tsx'

export type Step =
  | { readonly kind: 'ready' }
  | { readonly kind: 'publishing' }
  | { readonly kind: 'done'; readonly result: PublishResult; readonly when: PublishWhen | undefined }
  | { readonly kind: 'failed'; readonly code: ApiFailureCode }

/** Publishes, and knows how far it got. */
export function usePublish(onDone: () => void) {
  const { facts } = useSession()
  const [step, setStep] = useState<Step>({ kind: 'ready' })
  // One intention, one id: a second try after a lost answer must not make a second version.
  const [requestId, setRequestId] = useState(() => crypto.randomUUID())
  const publish = async (note: string, when: PublishWhen | undefined) => {
    setStep({ kind: 'publishing' })
    try {
      const result = await api.publish(facts.id, { requestId, note, ...(when && { when }) })
      setStep({ kind: 'done', result, when })
      setRequestId(crypto.randomUUID())
      onDone()
    } catch (thrown) {
      setStep({ kind: 'failed', code: asApiFailure(thrown).code })
    }
  }
  return {
    step,
    publish,
    /** Somebody wants something else now: it is another intention. */
    begin: () => {
      setRequestId(crypto.randomUUID())
      setStep({ kind: 'ready' })
    },
  }
}

import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import { create } from 'zustand'
import { useWords } from '#editor/words/use-words.ts'
import './toast.css'

export interface ToastMessage {
  readonly text: string
  readonly tone?: 'plain' | 'good' | 'bad'
  /** Usually "Undo". Taking it closes the toast. */
  readonly action?: { readonly label: string; readonly run: () => void }
}

interface Shown extends ToastMessage {
  readonly id: number
}

/** Long enough to read two lines and reach the button. */
const SHOWN_FOR_MS = 7000
const AT_MOST = 3

const useToasts = create<{ readonly toasts: readonly Shown[] }>(() => ({ toasts: [] }))
let lastId = 0

/** Shows a sentence at the bottom of the screen. The same sentence twice is shown once, starting anew. */
export function showToast(message: ToastMessage): void {
  const shown = { ...message, id: ++lastId }
  useToasts.setState(({ toasts }) => ({
    toasts: [...toasts.filter((toast) => toast.text !== message.text), shown].slice(-AT_MOST),
  }))
}

function closeToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
}

/** Where toasts appear; once, at the root of the app. */
export function ToastRegion() {
  const toasts = useToasts((state) => state.toasts)
  return (
    <div className="ui-toasts" data-area role="status" aria-live="polite">
      {toasts.map((toast) => (
        <Toast key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

function Toast({ toast }: { readonly toast: Shown }) {
  const words = useWords()
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => closeToast(toast.id), SHOWN_FOR_MS)
    return () => clearTimeout(timer)
  }, [isHeld, toast.id])
  const { action } = toast
  return (
    <div
      className="ui-toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toast.tone === 'bad' ? <CircleAlert className="ui-toast__icon--bad" size={16} aria-hidden /> : null}
      {toast.tone === 'good' ? <CircleCheck className="ui-toast__icon--good" size={16} aria-hidden /> : null}
      <span className="ui-toast__text">{toast.text}</span>
      {action ? (
        <Button
          className="ui-toast__button"
          onPress={() => {
            action.run()
            closeToast(toast.id)
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <Button
        className="ui-toast__button ui-toast__button--close"
        aria-label={words.common.close}
        onPress={() => closeToast(toast.id)}
      >
        <X size={16} aria-hidden />
      </Button>
    </div>
  )
}

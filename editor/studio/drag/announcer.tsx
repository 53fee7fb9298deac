import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

const store = createStore<{ readonly text: string }>(() => ({ text: '' }))

/** Says a sentence to those who listen to the screen. The last one said counts. */
export function announce(text: string): void {
  store.setState({ text })
}

/** What was said last. */
export function announced(): string {
  return store.getState().text
}

/** Where it is said; once in the studio. */
export function Announcer() {
  const text = useStore(store, (state) => state.text)
  return (
    <div className="ui-hidden" role="status" aria-live="assertive" aria-atomic data-testid="announcer">
      {text}
    </div>
  )
}

import { useEffect } from 'react'
import { useWords } from '#editor/words/use-words.ts'
import { matchesHotkey, type Hotkey } from '../commands/hotkey.ts'
import { isMac } from '../commands/is-mac.ts'
import { ownKeys } from '../commands/own-keys.ts'
import { useSession, useView } from '../session/use-session.tsx'
import { putBack, putDown, steer } from './carry.ts'
import type { Step } from './list-places.ts'

/** @returns undefined for keys that mean nothing to what is carried */
function actOf(event: KeyboardEvent): Step | 'putDown' | 'putBack' | undefined {
  const acts = Object.entries(ownKeys.carry) as [Step | 'putDown' | 'putBack', readonly Hotkey[]][]
  return acts.find(([, hotkeys]) => hotkeys.some((hotkey) => matchesHotkey(hotkey, event, isMac)))?.[0]
}

/** While something is carried, the keys are its own: nothing else on the screen hears them. */
export function CarryKeys() {
  const session = useSession()
  const words = useWords()
  const by = useView((view) => view.drag?.by)
  useEffect(() => {
    if (by === undefined) return
    const onKeyDown = (event: KeyboardEvent) => {
      const act = actOf(event)
      if (act === undefined || (by !== 'keys' && act !== 'putBack')) return
      if (act === 'putBack') putBack(session, words)
      else if (act === 'putDown') putDown(session, words)
      else steer(session, words, act)
      event.preventDefault()
      event.stopPropagation()
    }
    // A click elsewhere means that the person has gone on to something else.
    const onMouseDown = () => {
      if (by === 'keys') putBack(session, words)
    }
    window.addEventListener('keydown', onKeyDown, true)
    window.addEventListener('mousedown', onMouseDown, true)
    return () => {
      window.removeEventListener('keydown', onKeyDown, true)
      window.removeEventListener('mousedown', onMouseDown, true)
    }
  }, [by, session, words])
  return null
}

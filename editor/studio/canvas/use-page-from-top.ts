import { useEffect, useRef, type RefObject } from 'react'
import { useSession, useView } from '../session/use-session.tsx'

/** Another page is read from its beginning, unless something on it is chosen: that is brought into sight instead. */
export function usePageFromTop(stage: RefObject<HTMLElement | null>): void {
  const { view } = useSession()
  const pageId = useView((state) => state.pageId)
  const shown = useRef(pageId)
  useEffect(() => {
    const { selection, drag } = view.getState()
    const isOther = shown.current !== pageId
    shown.current = pageId
    if (isOther && selection.length === 0 && !drag) stage.current?.scrollTo({ top: 0, behavior: 'instant' })
  }, [pageId, stage, view])
}

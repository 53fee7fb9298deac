import { MousePointer2, Plus, Pointer } from 'lucide-react'
import { pageSlot } from '#model/index.ts'
import { Button } from '#editor/ui/button.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { useChildren, useSession, useView } from '../session/use-session.tsx'
import { useRoom } from '../use-room.ts'

/** What to do on a page with nothing on it. */
export function EmptyPage() {
  const { view, canEdit } = useSession()
  const words = useWords()
  const pageId = useView((state) => state.pageId)
  const isDragging = useView((state) => state.drag !== undefined)
  const children = useChildren(pageId, pageSlot)
  const isPhone = useRoom() === 'phone'
  if (pageId === undefined || children.length > 0 || isDragging || !canEdit) return null
  return (
    <div className="st-empty-page">
      {isPhone ? <Pointer size={24} aria-hidden /> : <MousePointer2 size={24} aria-hidden />}
      <p>{isPhone ? words.studio.pageIsEmptyTap : words.studio.pageIsEmptyHelp}</p>
      <Button
        variant="primary"
        icon={<Plus size={16} aria-hidden />}
        onPress={() => view.setState({ panel: 'insert' })}
      >
        {words.studio.panelNames.insert}
      </Button>
    </div>
  )
}

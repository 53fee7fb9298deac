import { MoreHorizontal } from 'lucide-react'
import { useRef } from 'react'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'

/** Opens the menu of what is chosen, below itself: for the block's tools, and for fingers, which have no right button. */
export function MoreButton() {
  const { view } = useSession()
  const words = useWords()
  const place = useRef<HTMLSpanElement>(null)
  return (
    <span ref={place} className="st-more">
      <IconButton
        size="small"
        placement="right"
        label={words.common.more}
        icon={<MoreHorizontal size={16} />}
        onPress={() => {
          const box = place.current?.getBoundingClientRect()
          if (box) view.setState({ menuAt: { x: box.left, y: box.bottom } })
        }}
      />
    </span>
  )
}

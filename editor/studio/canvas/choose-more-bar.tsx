import { Button } from '#editor/ui/button.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { useSession, useView } from '../session/use-session.tsx'
import '../drag/carry-bar.css'
import './choose-more-bar.css'

/** While each tap adds a block to the choice or takes it out: says so, and the way out. */
export function ChooseMoreBar() {
  const { view } = useSession()
  const words = useWords()
  const isChoosing = useView((state) => state.choosingMore)
  const count = useView((state) => state.selection.length)
  if (!isChoosing) return null
  return (
    <div className="st-carry st-choose-more" data-testid="choose-more">
      <span className="st-carry__text" role="status">
        {words.canvas.choosing(count)}
      </span>
      <Button onPress={() => view.setState({ choosingMore: false })}>{words.canvas.chosenAll}</Button>
    </div>
  )
}

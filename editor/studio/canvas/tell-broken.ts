import { showToast } from '#editor/ui/index.ts'
import { wordsNow } from '#editor/words/use-words.ts'

/** Says that a block broke the frame it is drawn in, and whether there is anything to do about it. */
export function tellBroken(then: 'begun-anew' | 'left-alone'): void {
  const { frameBegunAnew, frameLeftAlone } = wordsNow().canvas
  showToast({ text: then === 'begun-anew' ? frameBegunAnew : frameLeftAlone, tone: 'bad' })
}

/** What is seen of a part of the screen while its code is on its way, or cannot be had. */
import { PlugZap } from 'lucide-react'
import { useEffect } from 'react'
import { reloadIntoNewest } from '#editor/shell/start-worker.ts'
import { useWords, wordsNow } from '#editor/words/use-words.ts'
import { Button } from './button.tsx'
import { EmptyState } from './empty-state.tsx'
import { showToast } from './toast.tsx'
import './pieces.css'

interface PartProps {
  readonly isReachable: boolean
}

/** Where the part will be. Shows itself only when it takes a moment, so that what comes at once does not flicker. */
export function PartInPlace({ isMissing, isReachable }: PartProps & { readonly isMissing: boolean }) {
  const { common } = useWords()
  if (!isMissing)
    return (
      <div className="ui-late" aria-busy>
        <span className="ui-spinner" aria-hidden />
        <span className="ui-hidden">{common.loading}</span>
      </div>
    )
  return (
    <div className="ui-late" role="status">
      <EmptyState
        icon={<PlugZap size={28} />}
        title={common.partMissing}
        text={isReachable ? common.partMissingText : common.partMissingOffline}
        action={isReachable ? <Button onPress={() => void reloadIntoNewest()}>{common.loadAgain}</Button> : undefined}
      />
    </div>
  )
}

/** There is no place yet: said once, beside the work. */
export function PartOnTop({ isReachable }: PartProps) {
  useEffect(() => {
    const { common } = wordsNow()
    showToast({
      text: `${common.partMissing} ${isReachable ? common.partMissingText : common.partMissingOffline}`,
      tone: 'bad',
      ...(isReachable && { action: { label: common.loadAgain, run: () => void reloadIntoNewest() } }),
    })
  }, [isReachable])
  return null
}

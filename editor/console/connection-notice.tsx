import { VolumeOff, WifiOff } from 'lucide-react'
import type { StreamState } from '#editor/api/index.ts'
import { Button } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import { chime, useSound } from './sound.ts'

/** Says what the person cannot see: that nothing new arrives, or that nothing would be heard. */
export function ConnectionNotice({ stream }: { readonly stream: StreamState }) {
  const words = useWords()
  const { isOn, isBlocked } = useSound()
  return (
    <div role="status">
      {stream === 'lost' ? (
        <p className="console-notice console-notice--bad">
          <WifiOff size={18} aria-hidden />
          <span>{words.console.lostConnection}</span>
        </p>
      ) : isOn && isBlocked ? (
        <p className="console-notice">
          <VolumeOff size={18} aria-hidden />
          <span>{words.console.soundBlocked}</span>
          <Button size="small" onPress={chime}>
            {words.console.soundAllow}
          </Button>
        </p>
      ) : null}
    </div>
  )
}

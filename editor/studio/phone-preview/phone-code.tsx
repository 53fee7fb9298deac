import { Smartphone, Wifi, WifiOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { api, asApiFailure } from '#editor/api/index.ts'
import { Button } from '#editor/ui/button.tsx'
import { EmptyState } from '#editor/ui/empty-state.tsx'
import { QrPicture } from '#editor/ui/qr-picture.tsx'
import { Skeleton } from '#editor/ui/skeleton.tsx'
import { showToast } from '#editor/ui/toast.tsx'
import { useWords, wordsNow } from '#editor/words/use-words.ts'
import type { PhonePreview } from '#platform/contract/merchant.ts'
import { describeFailure } from '../session/describe-failure.ts'
import { countPhones } from '../presence/presence.ts'
import { useSession } from '../session/use-session.tsx'
import './phone-code.css'

const minuteMs = 60_000

/** What `PhoneButton` keeps of the code, so that closing the box does not make another. */
export interface PhoneCodeProps {
  readonly preview: PhonePreview | undefined
  readonly onOpened: (preview: PhonePreview | undefined) => void
}

/** The code that shows this draft on phones, who watches, and what to do when nothing happens. */
export function PhoneCode({ preview, onOpened }: PhoneCodeProps) {
  const words = useWords()
  const { facts, link } = useSession()
  const [failed, setFailed] = useState<string>()
  const now = useMinutes()
  const isOver = preview !== undefined && Date.parse(preview.expiresAtIso) <= now
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    if (preview !== undefined) return
    let isCurrent = true
    setFailed(undefined)
    api.openPhonePreview(facts.id).then(
      (opened) => isCurrent && onOpened(opened),
      (thrown: unknown) => isCurrent && setFailed(describeFailure(asApiFailure(thrown).code, wordsNow())),
    )
    return () => void (isCurrent = false)
    // Asked once per wish: `onOpened` is the parent's setter.
  }, [facts.id, preview, onOpened, asked])

  if (failed !== undefined)
    return (
      <EmptyState
        icon={<WifiOff size={28} />}
        title={failed}
        action={<Button onPress={() => setAsked((count) => count + 1)}>{words.common.tryAgain}</Button>}
      />
    )
  if (preview === undefined) return <Skeleton heightPx={264} />
  if (preview.problem !== null)
    return (
      <EmptyState
        icon={<WifiOff size={28} />}
        title={words.reach.phoneOnlyHere}
        text={preview.problem === 'only-here' ? words.reach.phoneOnlyHereHelp : words.reach.phoneNoNet}
        action={<Button onPress={() => onOpened(undefined)}>{words.common.tryAgain}</Button>}
      />
    )
  if (isOver)
    return (
      <EmptyState
        icon={<Smartphone size={28} />}
        title={words.reach.phoneEnded}
        action={
          <Button variant="primary" onPress={() => onOpened(undefined)}>
            {words.reach.phoneNew}
          </Button>
        }
      />
    )
  const stop = async () => {
    try {
      await api.closePhonePreview(facts.id, preview.id)
      showToast({ text: wordsNow().reach.phoneStopped, tone: 'good' })
      onOpened(undefined)
    } catch (thrown) {
      showToast({ text: describeFailure(asApiFailure(thrown).code, wordsNow()), tone: 'bad' })
    }
  }
  return (
    <OpenCode
      preview={preview}
      minutesLeft={Math.round((Date.parse(preview.expiresAtIso) - now) / minuteMs)}
      awareness={link.awareness}
      onStop={() => void stop()}
    />
  )
}

function OpenCode(props: {
  readonly preview: PhonePreview
  readonly minutesLeft: number
  readonly awareness: ReturnType<typeof useSession>['link']['awareness']
  readonly onStop: () => void
}) {
  const { preview, minutesLeft, awareness, onStop } = props
  const words = useWords()
  const [at, setAt] = useState(0)
  const phones = usePhones(awareness, preview.id)
  const { addresses } = preview
  const address = addresses[at % addresses.length] ?? ''
  return (
    <div className="phone-code">
      <p className="phone-code__help">{words.reach.phoneHelp}</p>
      <QrPicture className="phone-code__code" text={address} label={words.reach.phoneCode} ecc="L" />
      <p className="phone-code__phones" role="status" data-watching={phones}>
        <Smartphone size={16} aria-hidden />
        {words.reach.phonesWatching(phones)}
      </p>
      <p className="phone-code__note">{words.reach.phoneEnds(minutesLeft)}</p>
      <details className="phone-code__trouble">
        <summary>{words.reach.phoneTrouble}</summary>
        <p>
          <Wifi size={16} aria-hidden />
          {words.reach.phoneSameNet}
        </p>
        <p className="phone-code__address" data-testid="phone-address">
          {address}
        </p>
        {addresses.length > 1 ? (
          <Button size="small" onPress={() => setAt(at + 1)}>
            {words.reach.phoneOther}
          </Button>
        ) : null}
      </details>
      <Button isWide onPress={onStop}>
        {words.reach.phoneStop}
      </Button>
    </div>
  )
}

function usePhones(awareness: ReturnType<typeof useSession>['link']['awareness'], previewId: string): number {
  const [count, setCount] = useState(0)
  useEffect(() => {
    const look = () => setCount(countPhones(awareness.getStates(), previewId))
    look()
    awareness.on('change', look)
    return () => awareness.off('change', look)
  }, [awareness, previewId])
  return count
}

function useMinutes(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

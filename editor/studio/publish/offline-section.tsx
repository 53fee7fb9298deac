import { PowerOff } from 'lucide-react'
import { useState } from 'react'
import type { Publishing } from '#platform/contract/merchant.ts'
import { api } from '#editor/api/index.ts'
import { Button } from '#editor/ui/button.tsx'
import { LateDateTimeField } from '#editor/ui/late-date-time-field.tsx'
import { showToast } from '#editor/ui/toast.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import { useDoing } from '#editor/publishing/use-doing.ts'

interface OfflineSectionProps {
  readonly timeZone: string
  readonly onChanged: (publishing: Publishing) => void
}

/** Takes what is live away from visitors, now or at a moment. */
export function OfflineSection({ timeZone, onChanged }: OfflineSectionProps) {
  const { publishing: words } = useWords()
  const { facts, canEdit } = useSession()
  const [atMs, setAtMs] = useState<number | null>(null)
  const [isOpen, setOpen] = useState(false)
  const { isBusy, run } = useDoing()
  const now = () =>
    run(async () => {
      onChanged(await api.unpublish(facts.id))
      showToast({ text: words.wentOffline, tone: 'good' })
    })
  const later = () =>
    run(async () => {
      if (atMs === null) return
      onChanged(await api.planUnpublish(facts.id, new Date(atMs).toISOString()))
      setAtMs(null)
    })
  return (
    <details className="st-fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <PowerOff size={16} aria-hidden />
        {words.offline}
      </summary>
      <div className="st-fold__body">
        <p className="ui-field__help">{words.offlineHelp}</p>
        {isOpen ? (
          <LateDateTimeField
            label={words.offlineMoment}
            valueMs={atMs}
            timeZone={timeZone}
            onChange={setAtMs}
            isDisabled={!canEdit}
          />
        ) : null}
        <p className="st-rollout__ways">
          <Button isDisabled={!canEdit || atMs === null} isPending={isBusy} onPress={() => void later()}>
            {words.offlineAt}
          </Button>
          <Button variant="danger" isDisabled={!canEdit} isPending={isBusy} onPress={() => void now()}>
            {words.offlineNowButton}
          </Button>
        </p>
      </div>
    </details>
  )
}

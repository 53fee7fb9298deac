import { CircleAlert, Rocket } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { isUnchanged } from '#compiler/compare/compare-programs.ts'
import type { Publishing } from '#platform/contract/merchant.ts'
import { Standing } from '#editor/publishing/standing.tsx'
import { Button } from '#editor/ui/button.tsx'
import { Dialog } from '#editor/ui/dialog.tsx'
import { TextField } from '#editor/ui/text-field.tsx'
import { useWords, type Words } from '#editor/words/use-words.ts'
import { PublishFindings } from '../checks/publish-findings.tsx'
import { isError, useFindings } from '../checks/use-findings.ts'
import { describeFailure } from '../session/describe-failure.ts'
import { saveStateOf } from '../session/save-state.ts'
import { useSession, useView } from '../session/use-session.tsx'
import { OfflineSection } from './offline-section.tsx'
import { PreviewLinks } from './preview-links.tsx'
import { Published } from './published.tsx'
import { ReleaseList, useReleases } from './release-list.tsx'
import { ReviewChanges } from './review.tsx'
import { usePublish } from './use-publish.ts'
import { useReview, type Review } from './use-review.ts'
import { everybodyNow, WhenField, whenOf, type WhenChoice } from './when-field.tsx'
import './publish.css'

const WIDE_PX = 1120
const NARROW_PX = 560

/** What will change for visitors, when and for whom; then one click, and one to bring any version back. */
export function PublishDialog() {
  const { view, facts, canEdit } = useSession()
  const words = useWords()
  const isOpen = useView((state) => state.publishOpen)
  const timeZone = useShopZone()
  const releases = useReleases(facts.id)
  const { review, reload, tell } = useReview()
  const findings = useFindings()
  const waiting = useUnsaved()
  const [note, setNote] = useState('')
  const [choice, setChoice] = useState<WhenChoice>(everybodyNow)
  const { step, publish, begin } = usePublish(() => {
    setNote('')
    setChoice(everybodyNow)
    releases.reload()
    reload()
  })
  const body = useRef<HTMLDivElement>(null)
  const onChanged = (publishing: Publishing) => {
    // What was pressed may be gone now; the keyboard stays in the dialog.
    body.current?.focus()
    tell(publishing)
    releases.reload()
  }
  const when = whenOf(choice, Date.now())
  const publishing = review.status === 'loading' ? undefined : review.publishing
  const isSame = review.status === 'ready' && review.comparison !== undefined && isUnchanged(review.comparison)
  const isBlocked = !canEdit || waiting || findings.some(isError) || when === 'unfinished'
  const isOffered = step.kind !== 'done' && !isSame
  const hasSides = step.kind !== 'done' && review.status === 'ready' && review.comparison !== undefined && !isSame
  return (
    <Dialog
      title={words.studio.publish}
      isOpen={isOpen}
      onClose={() => view.setState({ publishOpen: false })}
      widthPx={hasSides ? WIDE_PX : NARROW_PX}
      foot={
        isOffered ? (
          <Button
            variant="primary"
            size="large"
            icon={<Rocket size={18} aria-hidden />}
            isPending={step.kind === 'publishing'}
            isDisabled={isBlocked}
            onPress={() => void publish(note.trim(), when === 'unfinished' ? undefined : when)}
          >
            {publishLabel(step.kind, choice, words)}
          </Button>
        ) : undefined
      }
    >
      <div ref={body} tabIndex={-1} className="st-publish">
        {step.kind === 'done' ? <Published result={step.result} when={step.when} /> : null}
        {step.kind === 'failed' ? (
          <p className="st-publish__failed" role="alert">
            <CircleAlert size={16} aria-hidden />
            {describeFailure(step.code, words)} {words.studio.publishFailed}
          </p>
        ) : null}
        {publishing ? (
          <Standing
            programId={facts.id}
            publishing={publishing}
            canPublish={canEdit}
            timeZone={timeZone}
            onChanged={onChanged}
          />
        ) : null}
        {isOffered ? <PublishFindings findings={findings} /> : null}
        {step.kind === 'done' ? null : <ReviewChanges review={review} />}
        {isOffered ? (
          <div className="st-publish__start">
            <TextField
              label={words.publishing.note}
              placeholder={words.publishing.notePlaceholder}
              value={note}
              onChange={setNote}
              maxLength={200}
              isDisabled={!canEdit}
            />
            <WhenField
              choice={choice}
              timeZone={timeZone}
              hasLive={hasLive(review)}
              onChange={(next) => {
                setChoice(next)
                begin()
              }}
              isDisabled={!canEdit || step.kind === 'publishing'}
            />
            <p>{waiting ? words.studio.publishWaits : words.studio.publishHelp}</p>
          </div>
        ) : null}
        <div className="st-folds">
          {canEdit ? <PreviewLinks timeZone={timeZone} isUnsaved={waiting} /> : null}
          {publishing?.live ? <OfflineSection timeZone={timeZone} onChanged={onChanged} /> : null}
        </div>
        <ReleaseList releases={releases} publishing={publishing} timeZone={timeZone} onChanged={reload} />
      </div>
    </Dialog>
  )
}

function publishLabel(step: 'ready' | 'publishing' | 'failed' | 'done', choice: WhenChoice, words: Words): string {
  if (step === 'publishing') return words.studio.publishing
  if (step === 'failed') return words.common.tryAgain
  if (choice.kind === 'at') return words.publishing.publishAt
  if (choice.kind === 'gradual') return words.publishing.publishGradually(choice.percent)
  return words.studio.publishNow
}

function hasLive(review: Review): boolean {
  return review.status !== 'loading' && review.publishing?.live != null
}

/** The shop's clock, by which moments are picked; this computer's until the shop is known. */
function useShopZone(): string {
  const { shop } = useSession()
  return useStore(shop, (state) => state.data?.shop.timeZone) ?? Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** What has not been stored yet would not be in the release. */
function useUnsaved(): boolean {
  const { link, canEdit } = useSession()
  const [unsaved, setUnsaved] = useState(true)
  useEffect(() => {
    const look = () =>
      setUnsaved(saveStateOf({ ...link.store.getState(), kept: 0, problem: undefined, canEdit }).kind !== 'saved')
    look()
    return link.store.subscribe(look)
  }, [link, canEdit])
  return unsaved
}

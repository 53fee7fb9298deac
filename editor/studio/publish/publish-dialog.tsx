import { CircleAlert, Copy, ExternalLink, Rocket } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { PublishResult } from '#platform/contract/merchant.ts'
import { api, asApiFailure, type ApiFailureCode } from '#editor/api/index.ts'
import { Button, buttonClass } from '#editor/ui/button.tsx'
import { Dialog } from '#editor/ui/dialog.tsx'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { showToast } from '#editor/ui/toast.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { describeFailure } from '../session/describe-failure.ts'
import { useSession, useView } from '../session/use-session.tsx'
import { saveStateOf } from '../session/save-state.ts'
import { ReleaseList, useReleases } from './release-list.tsx'
import './publish.css'

type Step =
  | { readonly kind: 'ready' }
  | { readonly kind: 'publishing' }
  | { readonly kind: 'done'; readonly result: PublishResult }
  | { readonly kind: 'failed'; readonly code: ApiFailureCode }

export function PublishDialog() {
  const { view } = useSession()
  const words = useWords()
  const isOpen = useView((state) => state.publishOpen)
  return (
    <Dialog
      title={words.studio.publish}
      isOpen={isOpen}
      onClose={() => view.setState({ publishOpen: false })}
      widthPx={520}
    >
      <PublishSteps />
    </Dialog>
  )
}

/** One click to publish, and one to bring any version back. */
function PublishSteps() {
  const { facts, canEdit } = useSession()
  const words = useWords()
  const releases = useReleases(facts.id)
  const [step, setStep] = useState<Step>({ kind: 'ready' })
  // One intention, one id: a second try after a lost answer must not make a second version.
  const [requestId, setRequestId] = useState(() => crypto.randomUUID())
  const waiting = useUnsaved()
  const publish = async () => {
    setStep({ kind: 'publishing' })
    try {
      const result = await api.publish(facts.id, requestId)
      setStep({ kind: 'done', result })
      setRequestId(crypto.randomUUID())
      releases.reload()
    } catch (thrown) {
      setStep({ kind: 'failed', code: asApiFailure(thrown).code })
    }
  }
  return (
    <div className="st-publish">
      {step.kind === 'done' ? <Published result={step.result} /> : null}
      {step.kind === 'failed' ? (
        <p className="st-publish__failed" role="alert">
          <CircleAlert size={16} aria-hidden />
          {describeFailure(step.code, words)} {words.studio.publishFailed}
        </p>
      ) : null}
      {step.kind === 'done' ? null : (
        <div className="st-publish__start">
          <p>{waiting ? words.studio.publishWaits : words.studio.publishHelp}</p>
          <Button
            variant="primary"
            size="large"
            isWide
            icon={<Rocket size={18} aria-hidden />}
            isPending={step.kind === 'publishing'}
            isDisabled={!canEdit || waiting}
            onPress={() => void publish()}
          >
            {step.kind === 'publishing'
              ? words.studio.publishing
              : step.kind === 'failed'
                ? words.common.tryAgain
                : words.studio.publishNow}
          </Button>
        </div>
      )}
      <ReleaseList releases={releases} />
    </div>
  )
}

function Published({ result }: { readonly result: PublishResult }) {
  const words = useWords()
  const { url, qrSvg, release, problems } = result
  const copy = async () => {
    await navigator.clipboard.writeText(url)
    showToast({ text: words.common.copied, tone: 'good' })
  }
  return (
    <div className="st-published" role="status">
      <img
        className="st-published__qr"
        alt={words.studio.qrCode}
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(qrSvg)}`}
      />
      <div className="st-published__words">
        <p className="st-published__title">{words.studio.versionIsLive(release.version)}</p>
        <p className="st-published__help">{words.studio.scanToOpen}</p>
        <p className="st-published__link">
          <span className="st-published__url">{url}</span>
          <IconButton
            size="small"
            label={words.studio.copyLink}
            icon={<Copy size={14} />}
            onPress={() => void copy()}
          />
        </p>
        <a className={buttonClass({ variant: 'primary' })} href={url} target="_blank" rel="noreferrer">
          <ExternalLink size={16} aria-hidden />
          {words.common.open}
        </a>
        {problems.length > 0 ? (
          <p className="st-published__problems">{words.studio.publishedWithProblems(problems.length)}</p>
        ) : null}
      </div>
    </div>
  )
}

/** What has not been stored yet would not be in the release. */
function useUnsaved(): boolean {
  const { link, canEdit } = useSession()
  const [unsaved, setUnsaved] = useState(true)
  useEffect(() => {
    const look = () => setUnsaved(saveStateOf({ ...link.store.getState(), canEdit }).kind !== 'saved')
    look()
    return link.store.subscribe(look)
  }, [link, canEdit])
  return unsaved
}

import { CloudAlert, FileWarning, X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { useLocale, useWords } from '#editor/words/use-words.ts'
import { sayMoment } from '#editor/words/say-moment.ts'
import { useSession } from '../session/use-session.tsx'
import './server-notices.css'

/** Below the top bar: what people should know of how their work is kept, for as long as it is so. */
export function ServerNotices() {
  const { link } = useSession()
  const { studio, common } = useWords()
  const locale = useLocale()
  const { storageFull, leftOut, missing } = useStore(link.store, (state) => state.notices)
  const [readLeftOut, setReadLeftOut] = useState<number>()
  return (
    <>
      {storageFull ? (
        <Notice id="server-full" icon={<CloudAlert size={18} aria-hidden />} title={studio.serverFull.title}>
          {studio.serverFull.text}
        </Notice>
      ) : null}
      {missing ? (
        <Notice
          id="missing-edits"
          icon={<FileWarning size={18} aria-hidden />}
          title={studio.missingEdits.title(missing.edits)}
        >
          {studio.missingEdits.text}
        </Notice>
      ) : null}
      {leftOut !== null && readLeftOut !== leftOut.edits ? (
        <Notice
          id="left-out"
          icon={<FileWarning size={18} aria-hidden />}
          title={studio.leftOut.title(leftOut.edits)}
          end={
            <IconButton
              size="small"
              label={common.close}
              icon={<X size={16} />}
              onPress={() => setReadLeftOut(leftOut.edits)}
            />
          }
        >
          {studio.leftOut.text(sayMoment(leftOut.latestMs, Date.now(), locale))}
        </Notice>
      ) : null}
    </>
  )
}

function Notice({
  id,
  icon,
  title,
  end,
  children,
}: {
  readonly id: string
  readonly icon: ReactNode
  readonly title: string
  readonly end?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <div className="st-server-notice" role="status" data-testid={id}>
      {icon}
      <p className="st-server-notice__words">
        <strong>{title}</strong> <span>{children}</span>
      </p>
      {end}
    </div>
  )
}

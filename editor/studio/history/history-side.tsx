import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { Segmented } from '#editor/ui/segmented.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { useSession, useView } from '../session/use-session.tsx'
import { OwnSteps } from './history-panel.tsx'
import { ShopSide } from './shop-side.tsx'
import { VersionList } from './version-list.tsx'
import './history-panel.css'

/** What was: versions of everybody's work, who changed the shop, and this tab's own steps. Lies beside the canvas, so that one sees what changes. */
export function HistorySide() {
  const { view } = useSession()
  const { history, versions, shopChanges, common } = useWords()
  const tab = useView((state) => state.historyTab)
  const head = useRef<HTMLElement>(null)
  const close = () => {
    view.setState({ historyOpen: false })
    document.querySelector<HTMLElement>('[data-glass]')?.focus({ preventScroll: true })
  }
  useEffect(() => head.current?.querySelector('button')?.focus(), [])
  return (
    <aside
      className="st-history"
      data-area
      aria-label={history.title}
      data-testid="history"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        close()
      }}
    >
      <header ref={head} className="st-panel__head">
        <h2 className="st-panel__title">{history.title}</h2>
        <IconButton size="small" label={common.close} icon={<X size={16} />} onPress={close} />
      </header>
      <div className="st-history__tabs">
        <Segmented
          label={versions.tabs}
          isLabelHidden
          options={[
            { value: 'versions', label: versions.versions },
            { value: 'shop', label: shopChanges.tab },
            { value: 'steps', label: versions.steps },
          ]}
          value={tab}
          onChange={(historyTab) => view.setState({ historyTab })}
        />
      </div>
      {tab === 'versions' ? <VersionList /> : tab === 'shop' ? <ShopSide /> : <OwnSteps />}
    </aside>
  )
}

import type { MouseEvent, ReactElement, ReactNode } from 'react'
import type { CompiledTab } from '#model/compiled-program.ts'
import type { PageId } from '#model/ids.ts'
import { Icon } from '#components/primitives/index.ts'
import { shellWords } from './words.ts'

export interface ShellProps {
  readonly mode: 'canvas' | 'preview' | 'live'
  readonly language: string
  readonly title: string
  /** Shown when there is somewhere to go back to. */
  readonly back: boolean
  readonly tabs: readonly CompiledTab[]
  readonly pageId: PageId | undefined
  /** Path of a page on this origin. */
  addressOf(pageId: PageId): string
  /** Taken instead of the address where pages change without leaving the document. */
  readonly onOpen?: (pageId: PageId) => void
  readonly onBack?: () => void
  readonly children: ReactNode
}

/** What surrounds every page of a program: title bar above, tab bar below. A link each, so both work without script. */
export function Shell(props: ShellProps): ReactElement {
  const { mode, title, back, tabs, children } = props
  return (
    <div className={tabs.length > 0 ? 'sw-shell sw-shell--tabs' : 'sw-shell'} data-mode={mode}>
      <header className="sw-title-bar">
        {back && (
          <a
            className="sw-title-bar__back"
            href="/"
            data-back=""
            aria-label={shellWords(props.language).back}
            onClick={insteadOf(props.onBack)}
          >
            <BackIcon />
          </a>
        )}
        <h1 className="sw-title-bar__title">{title}</h1>
      </header>
      <main className="sw-page">{children}</main>
      {tabs.length > 0 && <TabBar {...props} />}
    </div>
  )
}

function TabBar({ language, tabs, pageId, addressOf, onOpen }: ShellProps): ReactElement {
  return (
    <nav className="sw-tab-bar" aria-label={shellWords(language).tabs}>
      {tabs.map((tab) => (
        <a
          key={tab.pageId}
          className="sw-tab-bar__tab"
          href={addressOf(tab.pageId)}
          aria-current={tab.pageId === pageId ? 'page' : undefined}
          onClick={insteadOf(onOpen && (() => onOpen(tab.pageId)))}
        >
          <Icon name={tab.icon} size={24} />
          <span className="sw-tab-bar__label">{tab.label}</span>
        </a>
      ))}
    </nav>
  )
}

function insteadOf(act: (() => void) | undefined) {
  if (!act) return undefined
  return (event: MouseEvent) => {
    event.preventDefault()
    act()
  }
}

function BackIcon(): ReactElement {
  return (
    <svg
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d="M15 5l-7 7 7 7" />
    </svg>
  )
}

import { Component, lazy, Suspense, useEffect, type ReactNode } from 'react'
import { Compass, PlugZap } from 'lucide-react'
import { I18nProvider } from 'react-aria-components'
import { loadFrameAhead } from '#editor/studio/canvas/frame-ahead.ts'
import { NewVersion } from '#editor/shell/new-version.tsx'
import { reloadIntoNewest, startWorker } from '#editor/shell/start-worker.ts'
import { Button, buttonClass } from '#editor/ui/button.tsx'
import { EmptyState } from '#editor/ui/empty-state.tsx'
import { ToastRegion } from '#editor/ui/toast.tsx'
import { useLocale, useWords } from '#editor/words/use-words.ts'
import { Link, parseRoute, paths, usePathname } from './router.tsx'
import './app.css'

// Each area loads on its own: the counter never waits for the canvas, nor the studio for the order board.
const load = {
  home: () => import('./home/index.ts'),
  studio: () => {
    loadFrameAhead()
    return import('./studio/index.ts')
  },
  console: () => import('./console/index.ts'),
  phone: () => import('./studio/phone-preview/phone-page.tsx'),
}
const HomePage = lazy(() => load.home().then((area) => ({ default: area.HomePage })))
const NewProgramPage = lazy(() => load.home().then((area) => ({ default: area.NewProgramPage })))
const JoinPage = lazy(() => load.home().then((area) => ({ default: area.JoinPage })))
const StudioPage = lazy(() => load.studio().then((area) => ({ default: area.StudioPage })))
const ConsolePage = lazy(() => load.console().then((area) => ({ default: area.ConsolePage })))
const PhonePage = lazy(() => load.phone().then((file) => ({ default: file.PhonePage })))

/** Starts fetching what this address will show, so that it comes while the person's language does. */
export function fetchArea(pathname: string): void {
  const { area } = parseRoute(pathname)
  if (area === 'unknown') return
  load[area === 'new' || area === 'join' ? 'home' : area]().catch(() => {
    // Drawing it asks again, and says so if it fails.
  })
}

/** A screen other than the studio is up by then. */
const IDLE_AFTER_MS = 3000

export function App() {
  const locale = useLocale()
  const pathname = usePathname()
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  useEffect(() => {
    const { area } = parseRoute(pathname)
    // The studio starts it itself, once blocks can be chosen; a phone's preview is somebody else's browser.
    if (area === 'studio' || area === 'phone' || area === 'unknown') return
    const timer = setTimeout(() => void startWorker(), IDLE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [pathname])
  return (
    <I18nProvider locale={locale}>
      <AreaBoundary key={pathname.split('/').slice(0, 4).join('/')}>
        <Suspense fallback={<Loading />}>
          <Area pathname={pathname} />
        </Suspense>
      </AreaBoundary>
      <ToastRegion />
      <NewVersion />
    </I18nProvider>
  )
}

function Area({ pathname }: { readonly pathname: string }) {
  const route = parseRoute(pathname)
  switch (route.area) {
    case 'home':
      return <HomePage />
    case 'new':
      return <NewProgramPage />
    case 'join':
      return <JoinPage invitationKey={route.key} />
    case 'studio':
      return <StudioPage key={route.programId} programId={route.programId} />
    case 'console':
      return <ConsolePage key={route.programId} programId={route.programId} rest={route.rest} />
    case 'phone':
      return <PhonePage key={route.token} token={route.token} />
    case 'unknown':
      return <NotFound />
  }
}

function Loading() {
  const words = useWords()
  return (
    <main className="app-middle" aria-busy>
      <span className="ui-spinner" aria-hidden />
      <span className="ui-hidden">{words.common.loading}</span>
    </main>
  )
}

function NotFound() {
  const words = useWords()
  return (
    <main className="app-middle">
      <EmptyState
        icon={<Compass size={28} />}
        title={words.common.notFoundTitle}
        text={words.common.notFoundText}
        action={
          <Link to={paths.home} className={buttonClass({ variant: 'primary' })}>
            {words.common.toPrograms}
          </Link>
        }
      />
    </main>
  )
}

/** A mistake of ours, or a file that did not load after an update, costs one area its screen and nobody their work. */
class AreaBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError() {
    return { failed: true }
  }
  override render() {
    return this.state.failed ? <Failed /> : this.props.children
  }
}

function Failed() {
  const words = useWords()
  return (
    <main className="app-middle">
      <EmptyState
        icon={<PlugZap size={28} />}
        title={words.common.failedTitle}
        text={words.common.failedText}
        action={
          <Button variant="primary" onPress={() => void reloadIntoNewest()}>
            {words.common.loadAgain}
          </Button>
        }
      />
    </main>
  )
}

import { Component, lazy, Suspense, useEffect, type ReactNode } from 'react'
import { Compass, PlugZap } from 'lucide-react'
import { I18nProvider } from 'react-aria-components'
import { Button, buttonClass } from '#editor/ui/button.tsx'
import { EmptyState } from '#editor/ui/empty-state.tsx'
import { ToastRegion } from '#editor/ui/toast.tsx'
import { useLanguage, useWords } from '#editor/words/use-words.ts'
import { Link, parseRoute, paths, usePathname } from './router.tsx'
import './app.css'

// Each area loads on its own: the counter never waits for the canvas, nor the studio for the order board.
const HomePage = lazy(() => import('./home/index.ts').then((area) => ({ default: area.HomePage })))
const NewProgramPage = lazy(() => import('./home/index.ts').then((area) => ({ default: area.NewProgramPage })))
const StudioPage = lazy(() => import('./studio/index.ts').then((area) => ({ default: area.StudioPage })))
const ConsolePage = lazy(() => import('./console/index.ts').then((area) => ({ default: area.ConsolePage })))

export function App() {
  const language = useLanguage()
  const pathname = usePathname()
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <I18nProvider locale={language}>
      <AreaBoundary key={pathname.split('/').slice(0, 4).join('/')}>
        <Suspense fallback={<Loading />}>
          <Area pathname={pathname} />
        </Suspense>
      </AreaBoundary>
      <ToastRegion />
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
    case 'studio':
      return <StudioPage key={route.programId} programId={route.programId} />
    case 'console':
      return <ConsolePage key={route.programId} programId={route.programId} rest={route.rest} />
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
          <Button variant="primary" onPress={() => location.reload()}>
            {words.common.loadAgain}
          </Button>
        }
      />
    </main>
  )
}

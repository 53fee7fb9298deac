/** The app's addresses on the history API: four areas, so a routing library would be longer than this. */
import { useSyncExternalStore, type MouseEvent, type ReactNode } from 'react'

export type Route =
  | { readonly area: 'home' }
  | { readonly area: 'new' }
  | { readonly area: 'join'; readonly key: string }
  | { readonly area: 'studio'; readonly programId: string }
  /** `rest` is the part behind `/console/`, without slashes at its ends. */
  | { readonly area: 'console'; readonly programId: string; readonly rest: string }
  /** A draft on a phone, by the token of the code that was scanned. */
  | { readonly area: 'phone'; readonly token: string }
  | { readonly area: 'unknown' }

export const paths = {
  home: '/',
  new: '/new',
  studio: (programId: string) => `/p/${programId}`,
  console: (programId: string, rest = '') => `/p/${programId}/console${rest ? `/${rest}` : ''}`,
} as const

export function parseRoute(pathname: string): Route {
  const parts = pathname.split('/').filter(Boolean)
  const [first, programId, third, ...rest] = parts
  if (first === undefined) return { area: 'home' }
  if (first === 'new' && parts.length === 1) return { area: 'new' }
  if (first === 'phone' && programId !== undefined && third === undefined) return { area: 'phone', token: programId }
  if (first === 'join' && programId !== undefined && parts.length === 2) return { area: 'join', key: programId }
  if (first !== 'p' || programId === undefined) return { area: 'unknown' }
  if (third === undefined) return { area: 'studio', programId }
  return third === 'console' ? { area: 'console', programId, rest: rest.join('/') } : { area: 'unknown' }
}

const moved = new EventTarget()

/** @param options - `replace` leaves no step for the back button. */
export function navigate(path: string, options: { readonly replace?: boolean } = {}): void {
  if (options.replace) history.replaceState(null, '', path)
  else history.pushState(null, '', path)
  moved.dispatchEvent(new Event('moved'))
}

/** The present address without query and fragment. */
export function usePathname(): string {
  return useSyncExternalStore(subscribe, () => location.pathname)
}

function subscribe(listener: () => void): () => void {
  moved.addEventListener('moved', listener)
  window.addEventListener('popstate', listener)
  return () => {
    moved.removeEventListener('moved', listener)
    window.removeEventListener('popstate', listener)
  }
}

export interface LinkProps {
  readonly to: string
  readonly children: ReactNode
  readonly className?: string
  readonly 'aria-current'?: 'page'
  readonly 'aria-label'?: string
}

/** A real link that stays inside the app; a modified click opens a new tab as usual. */
export function Link({ to, children, ...rest }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    navigate(to)
  }
  return (
    <a href={to} onClick={follow} {...rest}>
      {children}
    </a>
  )
}

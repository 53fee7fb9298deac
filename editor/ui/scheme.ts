import { create } from 'zustand'

export type SchemeChoice = 'auto' | 'light' | 'dark'
export type Scheme = 'light' | 'dark'

const KEY = 'shopwright.scheme'
const systemDark = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : undefined

interface SchemeState {
  readonly choice: SchemeChoice
  readonly scheme: Scheme
}

/** What the person chose, and what follows from it with the system's preference. */
export const useScheme = create<SchemeState>(() => resolve(readChoice()))

export function chooseScheme(choice: SchemeChoice): void {
  localStorage.setItem(KEY, choice)
  useScheme.setState(resolve(choice))
}

/** Keeps `<html data-scheme>` in step with the choice and the system; call once at start. */
export function followScheme(): void {
  const show = ({ scheme }: SchemeState) => document.documentElement.setAttribute('data-scheme', scheme)
  show(useScheme.getState())
  useScheme.subscribe(show)
  systemDark?.addEventListener('change', () => useScheme.setState(({ choice }) => resolve(choice)))
}

function resolve(choice: SchemeChoice): SchemeState {
  return { choice, scheme: choice === 'auto' ? (systemDark?.matches ? 'dark' : 'light') : choice }
}

function readChoice(): SchemeChoice {
  const saved = typeof localStorage === 'undefined' ? null : localStorage.getItem(KEY)
  return saved === 'light' || saved === 'dark' ? saved : 'auto'
}

import { useEffect } from 'react'

/**
 * Tells CSS in `--ui-keyboard` how many pixels at the lower edge an on-screen keyboard covers, while mounted. Browsers
 * shrink only the visual viewport for it, so what is fixed to the window's lower edge would be under the keyboard.
 */
export function useKeyboardInset(): void {
  useEffect(() => {
    const seen = window.visualViewport
    const root = document.documentElement
    if (!seen) return
    const tell = () => {
      const coveredPx = seen.scale > 1 ? 0 : Math.max(0, window.innerHeight - seen.height - seen.offsetTop)
      root.style.setProperty('--ui-keyboard', `${Math.round(coveredPx)}px`)
    }
    tell()
    seen.addEventListener('resize', tell)
    seen.addEventListener('scroll', tell)
    return () => {
      seen.removeEventListener('resize', tell)
      seen.removeEventListener('scroll', tell)
      root.style.removeProperty('--ui-keyboard')
    }
  }, [])
}

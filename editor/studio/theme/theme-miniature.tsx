import { useCallback, type CSSProperties } from 'react'
import type { CompiledTheme } from '#model/compiled-program.ts'
import { themeVariables } from '#runtime/theme-css.ts'
import { useWords } from '#editor/words/use-words.ts'

interface ThemeMiniatureProps {
  readonly theme: CompiledTheme
  readonly title: string
  readonly subtitle: string
  readonly priceMinor: number
}

/** A corner of a phone drawn with the theme's own variables: ground, heading, picture, card, price, button. */
export function ThemeMiniature({ theme, title, subtitle, priceMinor }: ThemeMiniatureProps) {
  const { theme: words } = useWords()
  const scheme = theme.scheme === 'dark' ? 'dark' : 'light'
  const variables = themeVariables(theme, scheme)
  const setVariables = useCallback(
    (element: HTMLElement | null) => {
      if (element) element.style.cssText = variables
    },
    [variables],
  )
  return (
    <span ref={setVariables} className="st-mini" data-pictures={theme.pictures} aria-hidden>
      <span className="st-mini__heading">{subtitle}</span>
      <span className="st-mini__card">
        <span className="st-mini__picture" style={pictureStyle} />
        <span className="st-mini__words">
          <span className="st-mini__title">{title}</span>
          <span className="st-mini__row">
            <span className="st-mini__price">{priceMinor === 0 ? words.free : `¥${priceMinor / 100}`}</span>
            <span className="st-mini__button">+</span>
          </span>
        </span>
      </span>
    </span>
  )
}

/** A plate on a table, in the theme's colours: enough of a picture to show how pictures are cut and tinted. */
const pictureStyle: CSSProperties = {
  backgroundImage:
    'radial-gradient(circle at 50% 58%,var(--sw-brand) 0 22%,var(--sw-card) 23% 36%,transparent 37%),linear-gradient(160deg,#d9b48a,#8c5a3c)',
}

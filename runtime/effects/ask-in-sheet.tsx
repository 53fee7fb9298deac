/** Asks the visitor something in a sheet over the page, whatever the page is made of. */
import { type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { Sheet } from '#components/primitives/index.ts'
import css from './dialogs.css?inline'

/**
 * Resolves with what was answered, or undefined when the sheet was closed.
 * @param draw - what stands in the sheet; calls `answer` once
 */
export function askInSheet<Value>(
  words: { readonly title: string; readonly close: string },
  draw: (answer: (value: Value) => void) => ReactNode,
): Promise<Value | undefined> {
  wearStyles()
  return new Promise((resolve) => {
    const place = document.body.appendChild(document.createElement('div'))
    const root = createRoot(place)
    const answer = (value: Value | undefined) => {
      root.unmount()
      place.remove()
      resolve(value)
    }
    root.render(
      <Sheet open title={words.title} closeLabel={words.close} onClose={() => answer(undefined)}>
        {draw(answer)}
      </Sheet>,
    )
  })
}

let worn = false

/** Adopted, not inserted: a published page's policy lets in no style that it does not know. */
function wearStyles(): void {
  if (worn) return
  worn = true
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}

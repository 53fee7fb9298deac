import { drawnLines, lineClass, spanClass } from '#components/kit/rich-text.ts'
import type { RichSpan } from '#components/kit/rich-text.ts'
import { valueOfRuns } from '#model/rich-text.ts'
import type { TextRun } from '#model/rich-text.ts'

export interface TextDrawing {
  /** @param anew - after the browser has changed the elements by itself */
  draw(runs: readonly TextRun[], anew?: boolean): void
}

/**
 * Draws a formatted text for typing in: one element per line with the classes of `RichTextView`, so that it looks as it
 * will, and only lines that changed are made again.
 */
export function createTextDrawing(element: HTMLElement): TextDrawing {
  let drawn: readonly { readonly key: string; readonly line: HTMLElement }[] = []
  return {
    draw(runs, anew = false) {
      const known = new Map(anew ? [] : drawn.map((each) => [each.key, each.line]))
      const lines = drawnLines(valueOfRuns(runs))
      drawn = lines.map(({ list, spans }, index) => {
        const className = lineClass(list, lines[index - 1]?.list)
        const key = JSON.stringify([className, spans])
        const line = known.get(key) ?? drawLine(className, spans)
        known.delete(key)
        return { key, line }
      })
      const isSame =
        element.childNodes.length === drawn.length && drawn.every(({ line }, at) => element.childNodes[at] === line)
      if (isSame) return
      // What stays in place is not touched: taking an element out and in again would lose the caret in it.
      for (const child of [...element.childNodes]) if (!drawn.some(({ line }) => line === child)) child.remove()
      for (const [at, { line }] of drawn.entries())
        if (element.childNodes[at] !== line) element.insertBefore(line, element.childNodes[at] ?? null)
    },
  }
}

function drawLine(className: string, spans: readonly RichSpan[]): HTMLElement {
  const line = document.createElement('div')
  line.className = `sw-view ${className}`
  for (const span of spans) {
    const letters = document.createElement('span')
    letters.className = `sw-text ${spanClass(span)}`
    letters.textContent = span.text
    line.append(letters)
  }
  // A caret needs something to stand in.
  if (spans.length === 0) line.append(document.createElement('br'))
  return line
}

/**
 * The areas of the screen that F6 walks through, in the order in which they stand in the document: each is an element
 * with `data-area`. What it is for, beside its head and its tools, is marked with `data-area-start`: a part to look for
 * a control in first, or a control, as the canvas is.
 */
const tabbable =
  ':is(button, input, select, textarea):not(:disabled, [tabindex="-1"]), a[href]:not([tabindex="-1"]), [tabindex="0"], [contenteditable=true]'

/** What had the focus last in each area, to come back to. */
const lastIn = new WeakMap<Element, HTMLElement>()

export function areaOf(element: Element | null): Element | null {
  return element?.closest('[data-area]') ?? null
}

/** Call when the focus comes to an element. */
export function rememberInArea(element: HTMLElement): void {
  const area = areaOf(element)
  if (area) lastIn.set(area, element)
}

/**
 * Moves the focus to the next area, or with -1 to the one before; from the last to the first. Goes where the focus was
 * last in that area, else to its first control. Areas without a control are passed over.
 */
export function stepArea(from: Element | null, step: -1 | 1): void {
  const areas = [...document.querySelectorAll<HTMLElement>('[data-area]')]
  const here = areas.indexOf(areaOf(from) as HTMLElement)
  const first = here === -1 && step === -1 ? 0 : here
  for (let count = 1; count <= areas.length; count++) {
    const area = areas.at((first + count * step) % areas.length)
    const target = area && entryOf(area)
    if (!target) continue
    target.focus()
    return
  }
}

function entryOf(area: HTMLElement): HTMLElement | undefined {
  const start = area.querySelector<HTMLElement>('[data-area-start]')
  if (start?.matches(tabbable)) return start
  const last = lastIn.get(area)
  if (last && area.contains(last) && last.matches(tabbable) && last.checkVisibility()) return last
  return (start && controlsIn(start)[0]) ?? controlsIn(area)[0]
}

function controlsIn(part: Element): readonly HTMLElement[] {
  return [...part.querySelectorAll<HTMLElement>(tabbable)].filter((control) => control.checkVisibility())
}

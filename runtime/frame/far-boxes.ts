/** Where the editor's stage can show the page before it has told what it shows: the top of it, on a tall screen. */
const FIRST_SIGHT = { top: 0, bottom: 4000 } as const

export interface Sight {
  /** In pixels of the page. */
  readonly top: number
  readonly bottom: number
}

interface Place {
  readonly y: number
  readonly height: number
}

export interface FarBoxes {
  /** What the editor shows, with as much around it as may be scrolled to before the next word from it. */
  see(sight: Sight): void
  /** Draws a box that may have been far: something in it is another now, or is to be measured or typed in. */
  draw(box: Element): void
  drawAll(): void
  /** Now that these boxes are measured, those out of sight need not be drawn. */
  settle(boxes: ReadonlyMap<Element, Place>): void
}

/**
 * Keeps top-level boxes that nobody sees out of painting. Each keeps the height that was measured, so that nothing else
 * moves; a page of a hundred screens then costs what two cost, in each frame.
 */
export function createFarBoxes(): FarBoxes {
  const far = new Set<HTMLElement>()
  let sight: Sight = FIRST_SIGHT
  let known: ReadonlyMap<Element, Place> = new Map()

  function draw(box: Element): void {
    if (!far.delete(box as HTMLElement)) return
    const { style } = box as HTMLElement
    style.removeProperty('content-visibility')
    style.removeProperty('contain-intrinsic-block-size')
  }

  function arrange(): void {
    const leaving: { readonly box: HTMLElement; readonly innerPx: number }[] = []
    for (const [box, place] of known) {
      if (place.y + place.height >= sight.top && place.y <= sight.bottom) draw(box)
      // Whoever types in it has scrolled away for a moment only.
      else if (box instanceof HTMLElement && !far.has(box) && box.isConnected && !box.contains(document.activeElement))
        leaving.push({ box, innerPx: innerHeight(box, place.height) })
    }
    // All are read before the first is written: one after the other, each would have the styles made anew.
    for (const { box, innerPx } of leaving) {
      far.add(box)
      box.style.setProperty('contain-intrinsic-block-size', `${innerPx}px`)
      box.style.setProperty('content-visibility', 'hidden')
    }
  }

  return {
    see(next) {
      sight = next
      arrange()
    },
    draw,
    drawAll() {
      for (const box of [...far]) draw(box)
    },
    settle(boxes) {
      known = boxes
      for (const box of far) if (!boxes.has(box)) draw(box)
      arrange()
    },
  }
}

const around = ['padding-block-start', 'padding-block-end', 'border-block-start-width', 'border-block-end-width']

function innerHeight(box: HTMLElement, heightPx: number): number {
  const own = getComputedStyle(box)
  const inner = around.reduce((left, name) => left - Number.parseFloat(own.getPropertyValue(name)), heightPx)
  return Math.max(0, inner)
}

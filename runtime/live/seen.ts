/**
 * Tells the shop which blocks of a page were seen and tapped, by name and without a word about the person: once, when
 * the page is left or hidden, and again only what is new since. Fetched when the page is idle. It must stay tiny and
 * stand alone (`seen.test.ts`); what is counted of it is decided by the server (`platform/statistics`).
 */
import type { Notes } from './begun.ts'

/** Has the timer that runs while it is in sight. */
type Box = Element & { sw?: ReturnType<typeof setTimeout> }

const seenAfterMs = 1000
const nodes = '[data-node]'
const page = document
const browser = navigator as Navigator & { readonly globalPrivacyControl?: boolean }
const untold = ((self as Notes).sw ??= [])
const noted: { [note: string]: number } = {}

/** Outside of all blocks it notes a block that the shop does not know, and drops. */
const note = (kind: 's:' | 't:', box: Element) => {
  const text = kind + box.closest<HTMLElement>(nodes)?.dataset.node
  noted[text] ??= untold.push(text)
}

const eye = new IntersectionObserver(
  (entries) => {
    // Also at what was drawn meanwhile: for members, or anew because the shop changed.
    look()
    entries.map((entry) => {
      const box: Box = entry.target
      clearTimeout(box.sw)
      // Half of the block or, of one that is taller than the screen, half of the screen.
      if (entry.intersectionRatio >= 0.5 || entry.intersectionRect.height * 2 > innerHeight)
        box.sw = setTimeout(note, seenAfterMs, 's:', box)
    })
  },
  // Each twice the next, so that a block of any height is looked at between half and all of what can be seen of it.
  { threshold: [0.5, 0.25, 0.12, 0.06] },
)

const look = () => page.querySelectorAll(nodes).forEach((box) => eye.observe(box))

if (!browser.globalPrivacyControl && browser.doNotTrack !== '1') {
  look()
  // Nobody else sets these two; `addEventListener` would cost 20 of 400 bytes.
  // oxlint-disable-next-line unicorn/prefer-add-event-listener
  page.onclick = (event) => note('t:', event.target as Element)
  // oxlint-disable-next-line unicorn/prefer-add-event-listener
  page.onvisibilitychange = () =>
    page.hidden && untold[0] && browser.sendBeacon(page.body.dataset.tell!, untold.splice(0).join())
}

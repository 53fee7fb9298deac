/**
 * The only script a page carries. It fetches nothing until a block that reacts is touched, or the page is idle and the
 * block near, or the block waits for the visitor's own data. What is tapped or typed before is done again afterwards.
 * It is built on its own and set into the document as text, so it must not import anything at run time.
 */
import type * as Boot from './boot.ts'

const script = document.currentScript as HTMLScriptElement
const { boot = '', files = '', styles = '', seen, members } = script.dataset
let booting: Promise<typeof Boot> | undefined

/** The page holds only the styles of what is seen at first; whatever opens later needs the rest. */
function link(attributes: Partial<HTMLLinkElement>): Promise<HTMLLinkElement> {
  const element = Object.assign(document.createElement('link'), attributes)
  const loaded = new Promise<HTMLLinkElement>((resolve, reject) => {
    element.addEventListener('load', () => resolve(element))
    element.addEventListener('error', reject)
  })
  document.head.append(element)
  return loaded
}

/** All at once: each sheet that comes into force is a look at every element of the page. */
async function dress(): Promise<void> {
  // For another medium they are fetched and not in force; the browser would take its time for that.
  const hidden = { rel: 'stylesheet', media: 'print', fetchPriority: 'high' } as const
  const sheets = await Promise.all(styles.split(' ').flatMap((href) => (href ? link({ ...hidden, href }) : [])))
  for (const sheet of sheets) sheet.media = 'all'
}

function load(): Promise<typeof Boot> {
  if (!booting) {
    for (const href of files.split(' ')) link({ rel: 'modulepreload', href }).catch(() => {})
    booting = Promise.all([import(/* @vite-ignore */ boot) as Promise<typeof Boot>, dress()]).then(([module]) => module)
  }
  return booting
}

async function wake(island: HTMLElement): Promise<boolean> {
  try {
    await (await load()).wake(island)
    return true
  } catch {
    // Not reached: the next tap tries again.
    booting = undefined
    document.querySelector('[data-offline]')?.removeAttribute('hidden')
    return false
  } finally {
    island.removeAttribute('aria-busy')
  }
}

function sleepingIsland(target: EventTarget | null): HTMLElement | null {
  const island = target instanceof Element ? target.closest<HTMLElement>('[data-island]') : null
  return island && island.dataset.awake === undefined ? island : null
}

document.addEventListener('pointerdown', (event) => void (sleepingIsland(event.target) && load().catch(() => {})), true)

document.addEventListener(
  'click',
  (event) => {
    const target = event.target as Element
    if (target.closest('[data-back]') && history.length > 1 && document.referrer.startsWith(`${location.origin}/`)) {
      event.preventDefault()
      history.back()
    }
    const island = sleepingIsland(target)
    // A link works by itself.
    if (!island || target.closest('a[href]')) return
    event.preventDefault()
    event.stopPropagation()
    island.setAttribute('aria-busy', 'true')
    // A button that counts shows at once that it was pressed, and how often; its styles draw the number.
    const echo = target.closest<HTMLElement>('[data-echo]')
    if (echo) echo.dataset.echo = String(Number(echo.dataset.echo) + 1)
    void wake(island).then((awake) => {
      // What was counted is now either so, or is not.
      if (echo) echo.dataset.echo = ''
      // A picture inside a button has no `click` of its own.
      if (awake) target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
    })
  },
  true,
)

document.addEventListener(
  'input',
  ({ target }) => {
    const island = sleepingIsland(target)
    // What has been typed is handed over as it wakes.
    if (island) void wake(island)
  },
  true,
)

// Who is known to be a member must not first see what is for others. Reading waits for the disk: only pages with such
// parts do it before they are painted.
const kept = (key: string) => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
if (members !== undefined && kept('sw:member')) document.documentElement.toggleAttribute('data-member', true)

// Pages come in from the other side on the way back.
addEventListener('pagereveal', ({ viewTransition }) => {
  const { navigationType, entry, from } = navigation.activation ?? {}
  if (navigationType === 'traverse' && entry && from && entry.index < from.index) viewTransition?.types.add('back')
})

/** Takes away what is over, at its moment also from a page that stays open. */
function endWhatIsOver(): void {
  let nextMs = Infinity
  for (const part of document.querySelectorAll<HTMLElement>('[data-until]')) {
    const leftMs = Number(part.dataset.until) - Date.now()
    part.hidden = leftMs <= 0
    if (leftMs > 0) nextMs = Math.min(nextMs, leftMs)
  }
  // Longer than a timer can wait: nobody keeps a page open for weeks without looking at it.
  if (nextMs < 2 ** 31) setTimeout(endWhatIsOver, nextMs)
}
document.addEventListener('visibilitychange', endWhatIsOver)

// The code on a table leads here with the table in the address; later pages and visits of the same meal know it too.
const table = new URLSearchParams(location.search).get('table')
if (table)
  try {
    localStorage.setItem('sw:kv:table', JSON.stringify(table))
    localStorage.setItem('sw:kv:table-since', String(Date.now()))
  } catch {
    // Closed to us: the table is asked for.
  }

/** An address that names something inside a block, e.g. `#dish-…`: the block shows it as soon as it is awake. */
function wakeNamed(): void {
  const island = sleepingIsland(document.getElementById(location.hash.slice(1)))
  if (island) void wake(island)
}
addEventListener('hashchange', wakeNamed)

addEventListener('DOMContentLoaded', () => {
  wakeNamed()
  endWhatIsOver()
  // Somebody who was never here is no member.
  if (members !== undefined && kept('sw:session'))
    load().then(
      (module) => module.findAudience(),
      () => (booting = undefined),
    )
  for (const island of document.querySelectorAll<HTMLElement>('[data-eager]')) void wake(island)
})

addEventListener('load', () => {
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const island = isIntersecting ? sleepingIsland(target) : null
        if (!island) continue
        near.unobserve(target)
        void wake(island)
      }
    },
    { rootMargin: '200px' },
  )
  const look = () => {
    for (const island of document.querySelectorAll<HTMLElement>('[data-soon]')) void wake(island)
    // The mark itself has no box of its own; the node in it has.
    for (const box of document.querySelectorAll('[data-island]>*')) near.observe(box)
    // Nobody misses it where it cannot be had.
    if (seen) import(/* @vite-ignore */ seen).catch(() => {})
  }
  if ('requestIdleCallback' in globalThis) requestIdleCallback(look, { timeout: 4000 })
  else setTimeout(look, 1000)
})

/**
 * The only script a page carries. It fetches nothing until a block that reacts is touched, or the page is idle and the
 * block near, or the block waits for the visitor's own data. What is tapped or typed before is done again afterwards.
 * It is built on its own and set into the document as text, so it must not import anything at run time.
 */
import type * as Boot from './boot.ts'

const script = document.currentScript as HTMLScriptElement
const { boot = '', files = '', styles = '' } = script.dataset
let booting: Promise<typeof Boot> | undefined

/** The page holds only the styles of what is seen at first; whatever opens later needs the rest. */
function link(rel: string, href: string): Promise<unknown> {
  const element = document.createElement('link')
  element.rel = rel
  element.href = href
  const loaded = new Promise((resolve, reject) => {
    element.addEventListener('load', resolve)
    element.addEventListener('error', reject)
  })
  document.head.append(element)
  return loaded
}

function load(): Promise<typeof Boot> {
  if (!booting) {
    for (const href of files.split(' ')) link('modulepreload', href).catch(() => {})
    const dressed = Promise.all(styles.split(' ').map((href) => href && link('stylesheet', href)))
    booting = Promise.all([import(/* @vite-ignore */ boot) as Promise<typeof Boot>, dressed]).then(([module]) => module)
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
    // A picture inside a button has no `click` of its own.
    void wake(island).then(
      (awake) => awake && target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })),
    )
  },
  true,
)

document.addEventListener(
  'input',
  ({ target }) => {
    const island = sleepingIsland(target)
    if (island) void wake(island).then((awake) => awake && target?.dispatchEvent(new Event('input', { bubbles: true })))
  },
  true,
)

// The code on a table leads here with the table in the address; later pages and visits of the same meal know it too.
const table = new URLSearchParams(location.search).get('table')
if (table)
  try {
    localStorage.setItem('sw:kv:table', JSON.stringify(table))
    localStorage.setItem('sw:kv:table-since', String(Date.now()))
  } catch {
    // Closed to us: the table is asked for.
  }

addEventListener('DOMContentLoaded', () => {
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
    // The mark itself has no box of its own; the node in it has.
    for (const box of document.querySelectorAll('[data-island]>*')) near.observe(box)
  }
  if ('requestIdleCallback' in globalThis) requestIdleCallback(look, { timeout: 4000 })
  else setTimeout(look, 1000)
})

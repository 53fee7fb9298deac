/**
 * The floor: the smallest page with the same gestures on the same tree. It takes over what the canvas has drawn, markup
 * and styles, so layout costs the same, and does the rest with bare DOM and no library.
 */
import type { Frame } from '@playwright/test'

/** @param canvas - the editor's canvas frame, drawn */
export async function floorPageOf(canvas: Frame): Promise<string> {
  const { css, body, attributes } = await canvas.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement
    // The editor takes the pointer above its canvas; here the tree itself takes it.
    for (const element of copy.querySelectorAll('[inert]')) element.removeAttribute('inert')
    // What the editor leaves out of painting, the floor's page has to paint as it can.
    for (const element of copy.querySelectorAll<HTMLElement>('.sw-page > [data-node]')) {
      element.style.removeProperty('content-visibility')
      element.style.removeProperty('contain-intrinsic-block-size')
    }
    return {
      css: [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('\n'),
      body: copy.innerHTML,
      attributes: [...document.documentElement.attributes].map(({ name, value }) => `${name}="${value}"`).join(' '),
    }
  })
  return `<!doctype html><html ${attributes}><head><meta charset="utf-8"><style>${css}</style><style>${layout}</style></head>
<body><div id="stage">${body}<div id="frame"></div><div id="line"></div></div>
<aside id="panel"><textarea id="field" aria-label="Headline"></textarea></aside><script>(${gestures.toString()})()</script></body></html>`
}

const layout = `
#stage { position: fixed; inset: 0 auto 0 0; width: 390px; overflow: auto; user-select: none }
#panel { position: fixed; inset: 0 0 auto auto; width: 320px; padding: 16px }
#frame, #line { position: absolute; pointer-events: none; display: none }
#frame { outline: 2px solid #2563eb }
#line { height: 3px; background: #2563eb }
`

/** Runs in the page. */
function gestures() {
  const stage = document.getElementById('stage')!
  const frame = document.getElementById('frame')!
  const line = document.getElementById('line')!
  const field = document.getElementById('field') as HTMLTextAreaElement
  const undos: (() => void)[] = []
  let selected: HTMLElement | undefined
  let pressed: { readonly node: HTMLElement; readonly x: number; readonly y: number } | undefined
  let drop: { readonly parent: Element; readonly before: Element | null } | undefined

  const nodeAt = (target: EventTarget | null) =>
    target instanceof Element ? (target.closest<HTMLElement>('[data-node]') ?? undefined) : undefined
  const put = (element: HTMLElement, left: number, top: number, width: number, height?: number) =>
    Object.assign(element.style, {
      display: 'block',
      left: `${left}px`,
      top: `${top + stage.scrollTop}px`,
      width: `${width}px`,
      ...(height === undefined ? {} : { height: `${height}px` }),
    })
  const select = (node: HTMLElement | undefined) => {
    selected = node
    if (!node) return
    field.value = node.querySelector('[data-edit]')?.textContent ?? ''
    const { x, y, width, height } = node.getBoundingClientRect()
    put(frame, x, y, width, height)
  }

  stage.addEventListener('mousedown', (event) => {
    const node = nodeAt(event.target)
    if (node) pressed = { node, x: event.clientX, y: event.clientY }
    select(node)
  })
  addEventListener('mousemove', (event) => {
    if (!pressed || Math.abs(event.clientX - pressed.x) + Math.abs(event.clientY - pressed.y) < 5) return
    const over = nodeAt(document.elementFromPoint(event.clientX, event.clientY))
    if (!over || over === pressed.node || pressed.node.contains(over) || !over.parentElement) return
    const { x, y, width, height } = over.getBoundingClientRect()
    const isAfter = event.clientY > y + height / 2
    drop = { parent: over.parentElement, before: isAfter ? over.nextElementSibling : over }
    put(line, x, isAfter ? y + height : y, width)
  })
  addEventListener('mouseup', () => {
    if (pressed && drop) {
      const { node } = pressed
      const { parentElement: parent, nextElementSibling: next } = node
      undos.push(() => parent?.insertBefore(node, next))
      drop.parent.insertBefore(node, drop.before)
      select(node)
    }
    pressed = undefined
    drop = undefined
    line.style.display = 'none'
  })
  field.addEventListener('input', () => {
    const text = selected?.querySelector('[data-edit]')
    if (!text) return
    const before = text.textContent
    undos.push(() => (text.textContent = before))
    text.textContent = field.value
  })
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') select(nodeAt(selected?.parentElement ?? null))
    if (!event.ctrlKey) return
    if (event.key === 'z') undos.pop()?.()
    if (event.key === 'd' && selected) {
      const copy = selected.cloneNode(true) as HTMLElement
      selected.after(copy)
      undos.push(() => copy.remove())
      select(copy)
    }
    if (event.key === 'z' || event.key === 'd') event.preventDefault()
  })
}

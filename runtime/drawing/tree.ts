/** Makes the page what views describe: on an empty place, over what the server drew, and from then on change by change. */
import { afterFrame } from '#components/primitives/web/after-frame.ts'
import { type Drawable, drawableOf, Drawing, listOf, type Props } from './drawing.ts'
import { makeElement, setProperties, setValues } from './element.ts'
import { ask, fail, type Hook, Instance } from './instance.ts'

type Effects = [it: Instance, hook: Hook][]

/** Elements whose children are not what they should be, or not where. */
let unplaced = new Set<Instance>()
let layoutEffects: Effects = []
let effects: Effects = []
/** What the server drew where something is being drawn, as far as nothing has taken it over; undefined: nothing stands there. */
let standing: ChildNode[] | undefined
const stale = new Set<Instance>()

/** Has a view drawn again, soon. */
export function redraw(it: Instance): void {
  it.stale = true
  if (stale.size === 0) queueMicrotask(redrawStale)
  stale.add(it)
}

function redrawStale(): void {
  runEffects()
  commit(() => {
    // What is drawn may make more stale.
    while (stale.size > 0) {
      const inOrder = [...stale].sort((a, b) => a.depth - b.depth)
      stale.clear()
      for (const it of inOrder)
        try {
          if (it.stale && !it.gone) drawView(it)
        } catch (error) {
          reportError(error)
        }
    }
  })
}

/** Does what drawing leaves to do: puts elements in their places, then begins what is to begin before the browser paints. */
function commit(draw: () => void): void {
  const before = [unplaced, layoutEffects] as const
  unplaced = new Set()
  layoutEffects = []
  try {
    draw()
  } finally {
    for (const it of unplaced) place(it)
    const begun = layoutEffects
    ;[unplaced, layoutEffects] = before
    begin(begun)
  }
}

/** Draws into `root`, which stands for an element of the page. */
export function drawRoot(root: Instance, content: unknown, takesOver: boolean): void {
  runEffects()
  commit(() => standOver(takesOver ? root.node! : undefined, () => drawKids(root, [content])))
}

/** Draws the inside of an element; of what stood there, what nothing took over is removed. */
function standOver(element: Node | undefined, draw: () => void): void {
  const before = standing
  standing = element && [...element.childNodes]
  try {
    draw()
  } finally {
    for (const left of standing ?? []) left.remove()
    standing = before
  }
}

function drawView(it: Instance): void {
  try {
    drawKids(it, listOf(ask(it, redraw)))
    if (!it.stale) it.failed = false
  } catch (error) {
    fail(it, error)
  }
  for (const hook of it.hooks ?? []) {
    if (!hook.waits) continue
    hook.waits = false
    if (hook.isLayout) layoutEffects.push([it, hook])
    else if (effects.push([it, hook]) === 1) afterFrame(runEffects)
  }
}

/** Keeps what is of the same key and type, makes what is new, and takes away the rest. */
function drawKids(parent: Instance, wanted: readonly unknown[]): void {
  const old = parent.kids
  const kids: Instance[] = []
  let byKey: Map<Instance['key'], Instance> | undefined
  const find = (key: Instance['key']) => {
    const next = old[kids.length]
    if (!byKey && next?.key === key) return next
    // From here on the order is another one.
    byKey ??= new Map(old.slice(kids.length).map((it) => [it.key, it]))
    const found = byKey.get(key)
    byKey.delete(key)
    return found
  }
  parent.kids = kids
  try {
    for (let index = 0; index < wanted.length; index++) {
      const drawing = drawableOf(wanted[index])
      if (drawing === undefined) continue
      const key = (drawing as Drawing).key ?? index
      const was = find(key)
      if (was && typeOf(was.drawing) === typeOf(drawing)) {
        kids.push(was)
        update(was, drawing)
      } else {
        const made = new Instance(drawing, parent, key)
        kids.push(made)
        make(made)
      }
    }
  } catch (error) {
    parent.kids = []
    for (const it of new Set([...kids, ...old])) remove(it)
    throw error
  }
  if (kids.length === old.length && kids.every((it, index) => it === old[index])) return
  const kept = new Set(kids)
  for (const it of old) if (!kept.has(it)) remove(it)
  unplaced.add(hostOf(parent))
}

const typeOf = (drawing: Drawable) => (drawing as Partial<Drawing>).type

function hostOf(it: Instance): Instance {
  return it.node ? it : hostOf(it.parent!)
}

function make(it: Instance): void {
  const { drawing } = it
  if (!(drawing instanceof Drawing)) {
    const text = takeOver<Text>((node) => node.nodeType === 3)
    if (text && text.data !== drawing) text.data = drawing
    it.node = text ?? document.createTextNode(drawing)
  } else if (typeof drawing.type === 'string') {
    const found = takeOver<Element>((node) => (node as Partial<Element>).localName === drawing.type)
    it.node = found ?? makeElement(drawing.type, hostOf(it.parent!).node as Element)
    drawElement(it, {}, found)
  } else drawView(it)
}

/** @param was - the properties it has @param found - itself, if the server drew it */
function drawElement(it: Instance, was: Props, found?: Element): void {
  const node = it.node as Element
  const { props } = it.drawing as Drawing
  const html = props.dangerouslySetInnerHTML as { readonly __html: string } | undefined
  setProperties(node, was, props, found !== undefined)
  if (!html) standOver(found, () => drawKids(it, listOf(props.children)))
  else if (!found && html !== was.dangerouslySetInnerHTML) node.innerHTML = html.__html
  // What somebody typed before is theirs. Which option is chosen can be said once there are options.
  if (!found && ('value' in props || 'checked' in props))
    layoutEffects.push([it, { act: () => setValues(node, props) }])
  if (props.ref && props.ref !== was.ref) layoutEffects.push([it, refHook(it, props.ref as Ref)])
}

type Ref = ((node: Element | null) => void) | { current: Element | null }

function refHook(it: Instance, ref: Ref): Hook {
  const tell = (node: Element | null) => (typeof ref === 'function' ? ref(node) : (ref.current = node))
  const [hook] = (it.hooks ??= [{}])
  hook!.act = () => {
    tell(it.node as Element)
    return () => tell(null)
  }
  return hook!
}

/** The first thing of its kind that stands there. */
function takeOver<Kind extends ChildNode>(fits: (node: ChildNode) => boolean): Kind | undefined {
  const index = standing?.findIndex(fits) ?? -1
  return index < 0 ? undefined : (standing!.splice(index, 1)[0] as Kind)
}

function update(it: Instance, drawing: Drawable): void {
  const was = it.drawing
  if (was === drawing) return
  it.drawing = drawing
  if (!(drawing instanceof Drawing)) (it.node as Text).data = drawing
  else if (it.node) drawElement(it, (was as Drawing).props)
  else if (it.stale || !keeps(was as Drawing, drawing)) drawView(it)
}

/** Whether the view has promised to draw the same again. */
function keeps({ props: was }: Drawing, { type, props }: Drawing): boolean {
  const names = Object.keys(props)
  return (
    (type as { keeps?: true }).keeps === true &&
    names.length === Object.keys(was).length &&
    names.every((name) => Object.is(props[name], was[name]))
  )
}

/** Takes it away, with all it holds. @param isOutermost - its elements stand in one that stays */
function remove(it: Instance, isOutermost = true): void {
  it.gone = true
  for (const hook of it.hooks ?? []) attempt(it, () => finish(hook))
  for (const kid of it.kids) remove(kid, isOutermost && !it.node)
  if (isOutermost) it.node?.remove()
}

/** Puts the children of an element in order, moving few. */
function place(host: Instance): void {
  const parent = host.node!
  const nodes = nodesIn(host.kids, [])
  let next = parent.firstChild
  for (const node of nodes) {
    // What stands here comes later: out of the way with it, rather than all others around it.
    if (next && next !== node && next.nextSibling === node && nodes.includes(next)) {
      next.remove()
      next = node
    }
    if (next === node) next = node.nextSibling
    else parent.insertBefore(node, next)
  }
}

function nodesIn(kids: readonly Instance[], nodes: ChildNode[]): readonly ChildNode[] {
  for (const { node, kids: inside } of kids)
    if (node) nodes.push(node)
    else nodesIn(inside, nodes)
  return nodes
}

/** What waits for the browser to have painted, or for something to be drawn again. */
function runEffects(): void {
  const begun = effects
  effects = []
  begin(begun)
}

function begin(begun: Effects): void {
  for (const [it, hook] of begun) attempt(it, () => finish(hook))
  for (const [it, hook] of begun)
    attempt(it, () => {
      const end = it.gone || hook.act?.()
      if (typeof end === 'function') hook.end = end as () => void
    })
}

function finish(hook: Hook): void {
  const { end } = hook
  hook.end = undefined
  end?.()
}

/** What throws is for the box around it. */
function attempt(it: Instance, act: () => void): void {
  try {
    act()
  } catch (error) {
    try {
      fail(it, error)
    } catch {
      reportError(error)
    }
  }
}

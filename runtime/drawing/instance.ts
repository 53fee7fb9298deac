import { type Drawable, Component, type Drawing } from './drawing.ts'

/** What a view has asked to be remembered. */
export interface Hook {
  value?: unknown
  deps?: readonly unknown[]
  /** An effect: begins something, and says how to end it. */
  act?: () => unknown
  end?: () => void
  /** Before the browser paints, not after. */
  isLayout?: boolean
  /** It is to be begun (again). */
  waits?: boolean
}

const none: readonly never[] = []

/** One thing that stands on the page: an element or a text, or a view, which stands in what it drew. */
export class Instance {
  declare drawing: Drawable
  declare readonly parent: Instance | null
  /** Among its siblings: the key it was given, or its place. */
  declare readonly key: string | number
  declare readonly depth: number
  /** None of a view. */
  declare node?: Element | Text
  kids: readonly Instance[] = none
  declare hooks?: Hook[]
  declare component?: Component
  /** To be drawn again. */
  declare stale?: boolean
  /** What it holds threw, and it has not drawn something else yet. */
  declare failed?: boolean
  declare gone?: boolean

  constructor(drawing: Drawable, parent: Instance | null, key: string | number) {
    this.drawing = drawing
    this.parent = parent
    this.key = key
    this.depth = parent ? parent.depth + 1 : 0
  }
}

let asked: Instance | undefined
let hooksUsed = 0

/** The view that is being asked what to draw. */
export const askedNow = (): Instance => asked!

export const nextHook = (): Hook => ((asked!.hooks ??= [])[hooksUsed++] ??= {})

/** A view that changes its state whenever it is asked never comes to an end. */
const mostTimes = 25

/** Asks a view what to draw; again, if it changed its own state meanwhile. */
export function ask(it: Instance, redraw: (it: Instance) => void): unknown {
  const { type, props } = it.drawing as Drawing
  const before = asked
  const usedBefore = hooksUsed
  asked = it
  try {
    let content: unknown
    let times = 0
    do {
      it.stale = false
      hooksUsed = 0
      content = isClass(type) ? askComponent(it, type, redraw) : (type as (of: typeof props) => unknown)(props)
    } while (it.stale && ++times < mostTimes)
    return content
  } finally {
    asked = before
    hooksUsed = usedBefore
  }
}

type ComponentClass = new (props: Drawing['props']) => Component

const isClass = (type: Drawing['type']): type is ComponentClass =>
  (type as ComponentClass).prototype instanceof Component

function askComponent(it: Instance, Class: ComponentClass, redraw: (it: Instance) => void): unknown {
  const { props } = it.drawing as Drawing
  const component = (it.component ??= new Class(props))
  component.redraw = () => redraw(it)
  component.props = props
  return component.render()
}

/** The nearest box around it that catches, is told. @throws the error, if there is none */
export function fail(it: Instance | null, error: unknown): void {
  for (let at = it?.parent; at; at = at.parent) {
    const { component } = at
    // What it draws instead threw as well: that is for the box around it.
    if (!component?.componentDidCatch || (at.failed && !at.stale)) continue
    at.failed = true
    return component.componentDidCatch(error)
  }
  throw error
}

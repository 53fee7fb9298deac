import { Component, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { hydrateRoot, type Root } from 'react-dom/client'
import type { PropsOfPrimitive } from '../props.ts'
import { pressableAttributes } from './dom-attributes.ts'

let isTakingOver = false

/** Takes over what the server drew in `container`; boxes that wake alone leave what they hold as it stands. */
export function takeOver(container: Element, drawing: ReactNode): Root {
  const before = isTakingOver
  isTakingOver = true
  try {
    return hydrateRoot(container, drawing)
  } finally {
    isTakingOver = before
  }
}

/** Whatever begins a use of something inside. */
const touches = ['pointerdown', 'keydown', 'click'] as const
const asItStands = { __html: '' }

/**
 * A `View` whose inside is taken over by itself, and only when somebody touches it or something else is to be drawn there:
 * of a long list a page then wakes what is used. Drawn any other way than over what the server drew, it is a plain `View`.
 */
export function WakingBox(props: PropsOfPrimitive<'View'>) {
  const { children } = props
  const box = useRef<HTMLDivElement>(null)
  const [inside] = useState((): Inside => ({ stands: isTakingOver, drawn: children }))
  const [failed, setFailed] = useState<{ readonly error: unknown } | null>(null)
  // What a root of its own throws would pass by the box around this block that stands for it then.
  if (failed) throw failed.error
  const fenced = (drawing: ReactNode) => <Fence onError={(error) => setFailed({ error })}>{drawing}</Fence>
  const wake = () => (inside.root ??= takeOver(box.current!, fenced(inside.drawn)))
  useLayoutEffect(() => {
    if (!inside.stands) return
    const element = box.current!
    // Listened to directly and on the way down: what the touch is meant for reacts to this very touch.
    for (const type of touches) element.addEventListener(type, wake, { capture: true, once: true })
    return () => inside.root?.unmount()
  }, [])
  useLayoutEffect(() => {
    if (inside.stands && children !== inside.drawn) wake().render(fenced(children))
    inside.drawn = children
  })
  const attributes = pressableAttributes(props, 'sw-view')
  if (inside.stands) return <div {...attributes} ref={box} dangerouslySetInnerHTML={asItStands} />
  return <div {...attributes}>{children}</div>
}

class Fence extends Component<{ readonly onError: (error: unknown) => void; readonly children: ReactNode }> {
  override state = { failed: false }

  override componentDidCatch(error: unknown): void {
    this.setState({ failed: true })
    this.props.onError(error)
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children
  }
}

interface Inside {
  /** What the server drew is there and is not to be drawn. */
  readonly stands: boolean
  drawn: ReactNode
  root?: Root
}

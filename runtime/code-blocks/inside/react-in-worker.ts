/**
 * What `react` stands for inside a code block. It is drawn by Preact into a document of its own, in a worker, and told to the
 * page as messages: with the few things of React that Preact leaves to `preact/compat`.
 */
import { Component, createElement, options, toChildArray, type ComponentChildren, type FunctionComponent } from 'preact'
import { useEffect, useLayoutEffect, useState } from 'preact/hooks'

export { Component, createContext, Fragment } from 'preact'
export { useCallback, useContext, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'

// React hands over the browser's event inside its own.
options.event = (event: Event) => Object.assign(event, { nativeEvent: event })

export const Children = { count: (children: ComponentChildren) => toChildArray(children).length }

/** Draws again only when a property is another one than before. */
export function memo<Props extends object>(view: FunctionComponent<Props>): FunctionComponent<Props> {
  return function Memo(this: Component<Props>, props: Props) {
    this.shouldComponentUpdate = (next) => !isShallowEqual(this.props, next)
    return createElement(view, props)
  } as FunctionComponent<Props>
}

function isShallowEqual(a: object, b: object): boolean {
  const own = Object.entries(a)
  return own.length === Object.keys(b).length && own.every(([name, value]) => Reflect.get(b, name) === value)
}

/** A change between drawing and subscribing is noticed, also when `read` itself is another one. */
export function useSyncExternalStore<Value>(subscribe: (listener: () => void) => () => void, read: () => Value): Value {
  const value = read()
  const [{ latest }, redraw] = useState({ latest: { value, read } })
  const look = () => {
    if (!Object.is(latest.value, latest.read())) redraw({ latest })
  }
  useLayoutEffect(() => {
    latest.value = value
    latest.read = read
    look()
  }, [subscribe, value, read])
  useEffect(() => {
    look()
    return subscribe(look)
  }, [subscribe])
  return value
}

/** JSX as block views may write it: components only. No element has a name of its own, so `<div>` does not compile. */
import type { Key, ReactElement, ReactNode } from 'react'

export declare const Fragment: (props: { readonly children?: ReactNode }) => ReactElement
export declare function jsx(type: unknown, props: unknown, key?: Key): ReactElement
export declare const jsxs: typeof jsx

export declare namespace JSX {
  type Element = ReactElement
  type ElementType = (props: never) => ReactNode
  interface ElementAttributesProperty {
    props: unknown
  }
  interface ElementChildrenAttribute {
    children: unknown
  }
  interface IntrinsicAttributes {
    key?: Key | null | undefined
  }
  // Empty on purpose.
  type IntrinsicElements = Record<never, never>
}

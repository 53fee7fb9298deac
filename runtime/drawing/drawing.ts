/** What views return: descriptions of what is to stand on the page. */

export type Props = { readonly [name: string]: unknown }
/** One with `keeps` is not asked again while its properties are the same. */
type View = ((props: Props) => unknown) & { keeps?: true }
export type Type = string | View | (new (props: Props) => Component)

/** A class, so that nothing that was merely read as data can pass for a drawing. */
export class Drawing {
  declare readonly type: Type
  declare readonly props: Props
  /** What it is known by among its siblings; undefined: by its place. */
  declare readonly key: string | undefined

  constructor(type: Type, props: Props, key?: string) {
    this.type = type
    this.props = props
    this.key = key
  }
}

/** The little of React's classes that a box around what may throw needs: nothing but a class can catch. */
export class Component {
  declare props: Props
  declare state?: object
  /** Set by who draws it. */
  declare redraw: () => void
  declare componentDidCatch?: (error: unknown) => void

  constructor(props: Props) {
    this.props = props
  }

  setState(more: object): void {
    this.state = { ...this.state, ...more }
    this.redraw()
  }

  render(): unknown {
    return null
  }
}

export const Fragment = ({ children }: Props) => children

/** An element or a view, or a text. */
export type Drawable = Drawing | string

/** @returns undefined for what nothing is drawn for */
export function drawableOf(content: unknown): Drawable | undefined {
  if (content instanceof Drawing) return content
  if (Array.isArray(content)) return new Drawing(Fragment, { children: content })
  return typeof content === 'string' || typeof content === 'number' ? `${content}` || undefined : undefined
}

export const listOf = (content: unknown): readonly unknown[] => (Array.isArray(content) ? content : [content])

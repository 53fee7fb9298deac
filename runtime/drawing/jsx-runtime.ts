/** What `react/jsx-runtime` stands for: what `<View />` becomes. */
import { Drawing, type Props, type Type } from './drawing.ts'

export { Fragment } from './drawing.ts'

export const jsx = (type: Type, props: Props, key?: unknown) =>
  new Drawing(type, props, key === undefined ? undefined : `${key as string}`)

export { jsx as jsxs, jsx as jsxDEV }

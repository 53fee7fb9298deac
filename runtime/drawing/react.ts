/** What `react` stands for wherever programs are drawn: as much of it as views use. */
import type { Props } from './drawing.ts'

export { Children } from './children.ts'
export { Component, Fragment } from './drawing.ts'
export * from './hooks.ts'

/** Draws again only when a property is another one than before. */
export function memo(view: (props: Props) => unknown) {
  return Object.assign((props: Props) => view(props), { keeps: true })
}

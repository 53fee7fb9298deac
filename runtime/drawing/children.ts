import { drawableOf } from './drawing.ts'

/** A file of its own: only what is swiped through counts what it is given. */
export const Children = {
  count: (children: unknown): number =>
    Array.isArray(children)
      ? children.reduce((count: number, child) => count + Children.count(child), 0)
      : Number(drawableOf(children) !== undefined),
}

import { useLayoutEffect, useRef } from 'react'
import type { Decorator } from '@storybook/react-vite'
import { createRoot } from '#runtime/drawing/react-dom-client.ts'

/** Stories are elements of `runtime/drawing`, which Storybook's own renderer does not know: each is a tree of its own in its page. */
export const drawnByOurs: Decorator = (_, context) => {
  const draw = context.originalStoryFn as (args: unknown, context: unknown) => unknown
  return <Drawn draw={() => draw(context.args, context)} />
}

function Drawn({ draw }: { readonly draw: () => unknown }) {
  const box = useRef<HTMLDivElement>(null)
  const root = useRef<ReturnType<typeof createRoot>>(undefined)
  useLayoutEffect(() => {
    root.current ??= createRoot(box.current!)
    root.current.render(draw())
  })
  useLayoutEffect(() => () => root.current?.unmount(), [])
  return <div ref={box} />
}

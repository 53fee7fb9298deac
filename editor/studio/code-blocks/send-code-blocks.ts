import type { FrameLink } from '../canvas/frame-link.ts'
import type { OwnBlocks } from './own-blocks.ts'

/** Hands a frame that is up, or up again, all code blocks that can run. To be done before it starts to draw. */
export function sendCodeBlocks(own: Pick<OwnBlocks, 'current'>, to: Pick<FrameLink, 'send'>): void {
  const blocks = own.current()
  if (Object.keys(blocks).length > 0) to.send({ kind: 'code-blocks', blocks })
}

/** Tells a frame of each code block that is another, in the moment it is compiled. @returns stops it */
export function followCodeBlocks(own: Pick<OwnBlocks, 'onCompiled'>, to: Pick<FrameLink, 'send'>): () => void {
  return own.onCompiled((blocks) => to.send({ kind: 'code-blocks', blocks }))
}

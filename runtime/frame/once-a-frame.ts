export interface OnceAFrame {
  /** Where the frame's styles and layout are about to be made. */
  readonly before: () => void
  /** Once the frame has been handed over for painting. */
  readonly after: () => void
  /** When whoever waited for the frame has had their turn: styles and layout are still those of the frame. */
  readonly later: () => void
}

/** Runs each of them once for the next frame, however often asked. */
export function onceAFrame({ before, after, later }: OnceAFrame): { soon(): void; stop(): void } {
  let asked = 0
  const channel = new MessageChannel()
  // A message is handled after the frame that it was posted in.
  channel.port1.addEventListener('message', ({ data }: MessageEvent<'after' | 'later'>) => {
    if (data === 'later') return later()
    after()
    channel.port2.postMessage('later')
  })
  channel.port1.start()
  const run = () => {
    asked = 0
    before()
    channel.port2.postMessage('after')
  }
  return {
    soon() {
      asked ||= requestAnimationFrame(run)
    },
    stop() {
      cancelAnimationFrame(asked)
      channel.port1.close()
    },
  }
}

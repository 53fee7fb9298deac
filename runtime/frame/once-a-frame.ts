/**
 * Runs once in the next frame, however often asked: `before` where styles and layout are up to date, `after` once the
 * frame has been handed over for painting.
 */
export function onceAFrame(before: () => void, after: () => void): { soon(): void; stop(): void } {
  let asked = 0
  const channel = new MessageChannel()
  // A message is handled after the frame that it was posted in.
  channel.port1.addEventListener('message', after)
  channel.port1.start()
  const run = () => {
    asked = 0
    before()
    channel.port2.postMessage(null)
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

import type { FrameTools } from '../props.ts'

export const afterFrame: FrameTools['afterFrame'] = (act) => {
  let done = false
  const once = () => {
    if (done) return
    done = true
    act()
  }
  requestAnimationFrame(() => setTimeout(once))
  // No frames come while the page is hidden.
  setTimeout(once, 100)
}

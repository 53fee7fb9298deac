/** What moves under the thumb. */
import { useEffect, useRef, useState } from 'react'
import type { PropsOfPrimitive } from '../props.ts'
import { domAttributes, eventOf } from './dom-attributes.ts'
import { wantsLessMotion } from './less-motion.ts'

export function ScrollView(props: PropsOfPrimitive<'ScrollView'>) {
  const { scrollX, scrollY, scrollIntoView, scrollWithAnimation, onScroll, onScrollToLower, children } = props
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const child = scrollIntoView ? document.getElementById(scrollIntoView) : null
    if (!child || !box.current?.contains(child)) return
    // Moves this box alone: the element's own scrollIntoView would scroll the page as well.
    const from = box.current.getBoundingClientRect()
    const to = child.getBoundingClientRect()
    box.current.scrollBy({
      top: scrollY ? to.top - from.top - (from.height - to.height) / 2 : 0,
      left: scrollX ? to.left - from.left - (from.width - to.width) / 2 : 0,
      behavior: scrollWithAnimation && !wantsLessMotion() ? 'smooth' : 'instant',
    })
  }, [scrollIntoView, scrollWithAnimation, scrollX, scrollY])
  const way = `${scrollX ? ' sw-scroll-view--x' : ''}${scrollY ? ' sw-scroll-view--y' : ''}`
  return (
    <div
      {...domAttributes(props, `sw-scroll-view${way}`)}
      ref={box}
      onScroll={(event) => {
        const { scrollTop, scrollLeft, scrollHeight, clientHeight } = event.currentTarget
        onScroll?.(eventOf(event, { scrollTop, scrollLeft }))
        if (scrollTop + clientHeight >= scrollHeight - 50) onScrollToLower?.(eventOf(event, {}))
      }}
    >
      {children}
    </div>
  )
}

export function useScrollSpy(ids: readonly string[], offsetPx: number): string | undefined {
  const [active, setActive] = useState(ids[0])
  const all = ids.join(' ')
  useEffect(() => {
    let frame = 0
    const look = () => {
      frame = 0
      const known = all.split(' ')
      const passed = known.filter(
        (id) => (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) <= offsetPx + 1,
      )
      // At the very end the last one counts, even if it is too short to reach the line.
      const page = document.scrollingElement
      const atEnd = page && page.scrollTop > 0 && page.scrollTop + page.clientHeight >= page.scrollHeight - 2
      setActive((atEnd ? known : passed).at(-1) ?? known[0])
    }
    const soon = () => (frame ||= requestAnimationFrame(look))
    // Not at once: reading where things are would have the browser lay out the page in the middle of waking it.
    soon()
    // Captured, so that it hears scrolling boxes as well as the page.
    document.addEventListener('scroll', soon, { capture: true, passive: true })
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('scroll', soon, { capture: true })
    }
  }, [all, offsetPx])
  return active
}

export function scrollToId(id: string) {
  document.getElementById(id)?.scrollIntoView({ behavior: wantsLessMotion() ? 'instant' : 'smooth', block: 'start' })
}

/** What moves under the thumb. */
import { Children, useEffect, useRef, useState } from 'react'
import type { PropsOfPrimitive } from '../props.ts'
import { domAttributes, eventOf } from './dom-attributes.ts'

function wantsLessMotion() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}

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

export function Swiper(props: PropsOfPrimitive<'Swiper'>) {
  const { current, autoplay, interval = 5000, indicatorDots, onChange, children } = props
  const track = useRef<HTMLDivElement>(null)
  const [index, setIndex] = useState(current ?? 0)
  const [touched, setTouched] = useState(false)
  const count = Children.count(children)

  const goTo = (next: number, behavior: ScrollBehavior) =>
    track.current?.scrollTo({ left: next * track.current.clientWidth, behavior })
  useEffect(() => {
    if (current !== undefined) goTo(current, wantsLessMotion() ? 'instant' : 'smooth')
  }, [current])
  useEffect(() => {
    // Once someone has taken hold of it, it stays where they put it.
    if (!autoplay || touched || count < 2 || wantsLessMotion()) return
    const timer = setInterval(() => {
      if (!document.hidden) goTo((index + 1) % count, 'smooth')
    }, interval)
    return () => clearInterval(timer)
  }, [autoplay, touched, count, interval, index])

  return (
    <div {...domAttributes({ ...props, ariaLabel: undefined }, 'sw-swiper')}>
      <div
        className="sw-swiper__track"
        ref={track}
        // A scrolling box must be reachable by keyboard: the arrow keys then swipe.
        tabIndex={count > 1 ? 0 : undefined}
        role={count > 1 ? 'group' : undefined}
        aria-label={count > 1 ? props.ariaLabel : undefined}
        onPointerDown={() => setTouched(true)}
        onFocus={() => setTouched(true)}
        onScroll={(event) => {
          const { scrollLeft, clientWidth } = event.currentTarget
          const now = Math.round(scrollLeft / Math.max(1, clientWidth))
          if (now === index) return
          setIndex(now)
          onChange?.(eventOf(event, { current: now }))
        }}
      >
        {children}
      </div>
      {indicatorDots && count > 1 && (
        <div className="sw-swiper__dots" aria-hidden="true">
          {Array.from({ length: count }, (_, dot) => (
            <span key={dot} className={dot === index ? 'sw-swiper__dot sw-swiper__dot--on' : 'sw-swiper__dot'} />
          ))}
        </div>
      )}
    </div>
  )
}

export function SwiperItem(props: PropsOfPrimitive<'SwiperItem'>) {
  return <div {...domAttributes(props, 'sw-swiper-item')}>{props.children}</div>
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
    look()
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

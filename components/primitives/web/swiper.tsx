/** Pages to swipe through. */
import { Children, useEffect, useRef, useState } from 'react'
import type { PropsOfPrimitive } from '../props.ts'
import { domAttributes, eventOf } from './dom-attributes.ts'
import { wantsLessMotion } from './less-motion.ts'

export function Swiper(props: PropsOfPrimitive<'Swiper'>) {
  const { current, autoplay, interval = 5000, indicatorDots, onChange, children } = props
  const track = useRef<HTMLDivElement>(null)
  const [index, setIndex] = useState(current ?? 0)
  const [touched, setTouched] = useState(false)
  const count = Children.count(children)

  /** Where it is on its way to: pages that it passes, or has just left, are nobody's choice. */
  const aim = useRef<number>(undefined)
  const letGo = () => {
    aim.current = undefined
  }
  const goTo = (next: number, behavior: ScrollBehavior) => {
    const box = track.current
    if (!box) return
    aim.current = pageOf(box) === next ? undefined : next
    box.scrollTo({ left: next * box.clientWidth, behavior })
  }
  const isShown = useRef(false)
  useEffect(() => {
    // It begins where it is asked to; only later does it move there.
    if (current !== undefined) goTo(current, isShown.current && !wantsLessMotion() ? 'smooth' : 'instant')
    isShown.current = true
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
        onPointerDown={() => {
          setTouched(true)
          letGo()
        }}
        onKeyDown={letGo}
        onWheel={letGo}
        onFocusCapture={() => setTouched(true)}
        onScroll={(event) => {
          const now = pageOf(event.currentTarget)
          if (aim.current !== undefined && now !== aim.current) return
          letGo()
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

function pageOf({ scrollLeft, clientWidth }: HTMLElement): number {
  return Math.round(scrollLeft / Math.max(1, clientWidth))
}

export function SwiperItem(props: PropsOfPrimitive<'SwiperItem'>) {
  return <div {...domAttributes(props, 'sw-swiper-item')}>{props.children}</div>
}

/** Boxes, texts, pictures and things to press. */
import type { MouseEvent as ReactMouseEvent } from 'react'
import type { PropsOfPrimitive } from '../props.ts'
import { domAttributes, eventOf, pressableAttributes } from './dom-attributes.ts'
import { iconPath } from './icons.ts'
import { WakingBox } from './waking-box.tsx'

export function View(props: PropsOfPrimitive<'View'>) {
  if (props.wakesAlone) return <WakingBox {...props} />
  return <div {...pressableAttributes(props, 'sw-view')}>{props.children}</div>
}

export function Text(props: PropsOfPrimitive<'Text'>) {
  if (props.ariaRole !== 'heading') return <span {...pressableAttributes(props, 'sw-text')}>{props.children}</span>
  const { ariaRole: _role, ariaLevel = 2, ...rest } = props
  const Heading: 'h2' = `h${Math.min(6, Math.max(1, ariaLevel))}` as 'h2'
  return <Heading {...domAttributes(rest, 'sw-text')}>{props.children}</Heading>
}

export function Image(props: PropsOfPrimitive<'Image'>) {
  const { src, mode = 'aspectFill', lazyLoad, alt = '', widthPx, heightPx, srcSet, sizes } = props
  return (
    <img
      {...pressableAttributes(props, `sw-image sw-image--${mode}`)}
      src={src}
      srcSet={srcSet}
      sizes={sizes}
      alt={alt}
      width={widthPx}
      height={heightPx}
      loading={lazyLoad ? 'lazy' : undefined}
      decoding="async"
    />
  )
}

export function Button(props: PropsOfPrimitive<'Button'>) {
  return (
    <button {...domAttributes(props, 'sw-button')} type="button" disabled={props.disabled}>
      {props.children}
    </button>
  )
}

export function Navigator(props: PropsOfPrimitive<'Navigator'>) {
  const { url, onClick, children } = props
  if (url === undefined)
    return <div {...pressableAttributes({ ariaRole: 'link', ...props }, 'sw-navigator')}>{children}</div>
  const follow = (event: ReactMouseEvent) => {
    // A new tab, a new window, a download: what the person asked the browser for stays the browser's.
    if (!onClick || event.metaKey || event.ctrlKey || event.shiftKey || event.button > 0) return
    event.preventDefault()
    onClick(eventOf(event, {}))
  }
  return (
    <a {...domAttributes({ ...props, onClick: undefined }, 'sw-navigator')} href={url} onClick={follow}>
      {children}
    </a>
  )
}

export function Label(props: PropsOfPrimitive<'Label'>) {
  return (
    <label {...domAttributes(props, 'sw-label')} htmlFor={props.for}>
      {props.children}
    </label>
  )
}

export function Icon(props: PropsOfPrimitive<'Icon'>) {
  const { name = 'info', size } = props
  return (
    <svg
      {...domAttributes({ ...props, ariaHidden: true }, 'sw-icon')}
      viewBox="0 0 24 24"
      width={size ?? '1.25em'}
      height={size ?? '1.25em'}
    >
      <path d={iconPath(name)} />
    </svg>
  )
}

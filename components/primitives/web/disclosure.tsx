/** What opens and closes by itself: the browser does it, so it needs no script. */
import type { PropsOfPrimitive } from '../props.ts'
import { domAttributes } from './dom-attributes.ts'

export function Disclosure(props: PropsOfPrimitive<'Disclosure'>) {
  return (
    <details {...domAttributes(props, 'sw-disclosure')} open={props.open} name={props.name}>
      {props.children}
    </details>
  )
}

export function DisclosureHead(props: PropsOfPrimitive<'DisclosureHead'>) {
  return <summary {...domAttributes(props, 'sw-disclosure-head')}>{props.children}</summary>
}

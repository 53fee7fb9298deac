/** Property types of the primitives, made from the specification table. */
import type { ReactElement, ReactNode } from 'react'
import type { IconName } from './icon-paths.ts'
import type { primitives, PrimitiveName } from './spec.ts'

type Spec = typeof primitives

/** Plain CSS by camelCase name. Lengths are written with their unit: `'12px'`. Custom properties are allowed. */
export type Style = { readonly [property: string]: string | number | undefined }

type Kinds = {
  text: string
  number: number
  'yes-no': boolean
  texts: readonly string[]
  style: Style
  icon: IconName | (string & {})
}
type ValueOf<Kind> = Kind extends readonly string[] ? Kind[number] : Kind extends keyof Kinds ? Kinds[Kind] : never

interface Details {
  nothing: Record<never, never>
  value: { readonly value: string }
  index: { readonly current: number }
  switched: { readonly value: boolean }
  scrolled: { readonly scrollTop: number; readonly scrollLeft: number }
}

/** What every event carries, on every target. */
export interface PrimitiveEvent<Detail = Details['nothing']> {
  readonly detail: Detail
  stopPropagation(): void
}

type EventsOf<Events> = {
  readonly [Name in keyof Events]?: Events[Name] extends { detail: infer D extends keyof Details }
    ? (event: PrimitiveEvent<Details[D]>) => void
    : never
}

/** How readers are told what something is. Named as on the native platforms: `ariaLabel` is `aria-label`. */
export interface AriaProps {
  readonly ariaRole?: string
  readonly ariaLabel?: string
  readonly ariaLabelledby?: string
  readonly ariaDescribedby?: string
  readonly ariaHidden?: boolean
  readonly ariaExpanded?: boolean
  readonly ariaPressed?: boolean
  readonly ariaSelected?: boolean
  readonly ariaChecked?: boolean
  readonly ariaDisabled?: boolean
  readonly ariaCurrent?: boolean | 'page' | 'date' | 'time' | 'step'
  readonly ariaLive?: 'polite' | 'assertive' | 'off'
  readonly ariaAtomic?: boolean
  readonly ariaBusy?: boolean
  readonly ariaControls?: string
  readonly ariaHaspopup?: 'dialog' | 'listbox' | 'menu'
  readonly ariaInvalid?: boolean
  readonly ariaRequired?: boolean
  readonly ariaLevel?: number
  readonly ariaRoledescription?: string
  readonly ariaValuenow?: number
  readonly ariaValuemin?: number
  readonly ariaValuemax?: number
  readonly ariaValuetext?: string
}

export interface CommonProps extends AriaProps {
  readonly id?: string
  readonly className?: string
  readonly style?: Style
}

type ChildrenOf<Name extends PrimitiveName> = Spec[Name]['children'] extends 'none'
  ? Record<never, never>
  : { readonly children?: ReactNode }

export type PropsOfPrimitive<Name extends PrimitiveName> = CommonProps &
  ChildrenOf<Name> &
  EventsOf<Spec[Name]['events']> & { readonly [Prop in keyof Spec[Name]['props']]?: ValueOf<Spec[Name]['props'][Prop]> }

export type PrimitiveComponent<Name extends PrimitiveName> = (props: PropsOfPrimitive<Name>) => ReactElement | null

/** What every target has to provide under `primitives/index.ts`. */
export type Primitives = { readonly [Name in PrimitiveName]: PrimitiveComponent<Name> }

/** When something is done. Ours. */
export interface FrameTools {
  /** Does this once what has been drawn so far is shown: an answer to a tap must not wait for what follows of it. */
  afterFrame(act: () => void): void
}

/** Which of several things on the page is being read, and a way to get to one. Ours. */
export interface ScrollTools {
  /**
   * The id, of those given in page order, whose element was last to pass the line `offsetPx` below the top of what scrolls;
   * the first while none has.
   */
  useScrollSpy(ids: readonly string[], offsetPx: number): string | undefined
  /** Brings the element to the top, below its CSS `scroll-margin-top`; smoothly unless less motion is wanted. */
  scrollToId(id: string): void
}

import type { ComponentType, ReactElement, ReactNode } from 'react'
import type { JsonValue } from '#model/json.ts'
import {
  Button,
  Disclosure,
  DisclosureHead,
  Icon,
  Image,
  Input,
  Label,
  Navigator,
  Picker,
  ScrollView,
  Swiper,
  SwiperItem,
  Switch,
  TabHead,
  TabPanel,
  Tabs,
  Text,
  Textarea,
  View,
} from '#components/primitives/index.ts'
import type { PrimitiveName } from '#components/primitives/spec.ts'
import type { DrawnElement, DrawnPrimitive } from './drawing.ts'
import type { TypedValues } from './typed-values.ts'

interface Drawn {
  readonly elements: readonly DrawnElement[]
  readonly typed: TypedValues
  /** Absent where nothing reacts: on the canvas. */
  readonly happened: ((id: number, name: string, detail: JsonValue) => void) | undefined
}

/** Draws with the real primitives what a code block said it draws. */
export function DrawnElements(drawn: Drawn): ReactNode {
  return drawn.elements.map((element) => drawElement(element, drawn))
}

/** By name and not as a whole: what a page loads for its other blocks stays apart from what only this needs. */
const primitives = {
  Button,
  Disclosure,
  DisclosureHead,
  Icon,
  Image,
  Input,
  Label,
  Navigator,
  Picker,
  ScrollView,
  Swiper,
  SwiperItem,
  Switch,
  TabHead,
  TabPanel,
  Tabs,
  Text,
  Textarea,
  View,
} satisfies { readonly [Name in Exclude<PrimitiveName, 'Sheet' | 'Video'>]: unknown }

const byName = primitives as unknown as {
  readonly [name: string]: ComponentType<{ readonly [prop: string]: unknown; readonly children?: ReactNode }>
}

function drawElement(element: DrawnElement, drawn: Drawn): ReactNode {
  if ('text' in element) return element.text
  return drawPrimitive(element, drawn)
}

function drawPrimitive({ id, name, props, events, children }: DrawnPrimitive, drawn: Drawn): ReactElement | null {
  const { happened, typed } = drawn
  const Primitive = byName[name]
  if (!Primitive) return null
  const handlers = events.map((event) => [
    event,
    (happening: { readonly detail: JsonValue; stopPropagation(): void }) => {
      // The innermost that wants to hear of it hears of it: the block's own answer would come too late to decide.
      happening.stopPropagation()
      happened?.(id, event, happening.detail)
    },
  ])
  const inside = children.map((child) => drawElement(child, drawn))
  const value = typed.of(id)
  return (
    <Primitive
      key={id}
      {...props}
      {...(value === undefined ? {} : { value })}
      {...(happened ? Object.fromEntries(handlers) : {})}
    >
      {inside.length > 0 ? inside : undefined}
    </Primitive>
  )
}

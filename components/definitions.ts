/** Every kind of block there is, without views: servers, workers and the editor's inspector load this. */
import { bannerCarousel } from './banner-carousel/definition.ts'
import { booking } from './booking/definition.ts'
import { columns } from './columns/definition.ts'
import { heading } from './heading/definition.ts'
import { iconNavigation } from './icon-navigation/definition.ts'
import { image } from './image/definition.ts'
import type { BlockDefinition } from './kit/define-block.ts'
import { membershipCard } from './membership-card/definition.ts'
import { menu } from './menu/definition.ts'
import { noticeBar } from './notice-bar/definition.ts'
import { openingHours } from './opening-hours/definition.ts'
import { orderStatus } from './order-status/definition.ts'
import { payButton } from './pay-button/definition.ts'
import { section } from './section/definition.ts'
import { shopLocation } from './shop-location/definition.ts'
import { text } from './text/definition.ts'

/** In the order of the palette. */
const all: readonly BlockDefinition[] = [
  menu,
  booking,
  membershipCard,
  orderStatus,
  payButton,
  heading,
  text,
  image,
  bannerCarousel,
  noticeBar,
  iconNavigation,
  openingHours,
  shopLocation,
  section,
  columns,
]

export const definitions: { readonly [type: string]: BlockDefinition } = Object.fromEntries(
  all.map((definition) => [definition.type, definition]),
)

/** Undefined for a type that this version of the product does not know. */
export function findDefinition(type: string): BlockDefinition | undefined {
  return Object.hasOwn(definitions, type) ? definitions[type] : undefined
}

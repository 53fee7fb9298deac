/** The view of every kind of block. Pages load single views; this is for what needs them all: pre-rendering, stories. */
import type { JsonObject } from '#model/json.ts'
import { BannerCarouselView } from './banner-carousel/view.tsx'
import { BookingView } from './booking/view.tsx'
import { ColumnsView } from './columns/view.tsx'
import { HeadingView } from './heading/view.tsx'
import { IconNavigationView } from './icon-navigation/view.tsx'
import { ImageView } from './image/view.tsx'
import type { BlockView } from './kit/view.ts'
import { MembershipCardView } from './membership-card/view.tsx'
import { MenuView } from './menu/view.tsx'
import { NoticeBarView } from './notice-bar/view.tsx'
import { OpeningHoursView } from './opening-hours/view.tsx'
import { OrderStatusView } from './order-status/view.tsx'
import { PayButtonView } from './pay-button/view.tsx'
import { iconPaths } from './primitives/icon-paths.ts'
import { offerIcons } from './primitives/index.ts'
import { SectionView } from './section/view.tsx'
import { ShopLocationView } from './shop-location/view.tsx'
import { TextView } from './text/view.tsx'

offerIcons(iconPaths)

const views = {
  'banner-carousel': BannerCarouselView,
  booking: BookingView,
  columns: ColumnsView,
  heading: HeadingView,
  'icon-navigation': IconNavigationView,
  image: ImageView,
  'membership-card': MembershipCardView,
  menu: MenuView,
  'notice-bar': NoticeBarView,
  'opening-hours': OpeningHoursView,
  'order-status': OrderStatusView,
  'pay-button': PayButtonView,
  section: SectionView,
  'shop-location': ShopLocationView,
  text: TextView,
} satisfies { readonly [type: string]: BlockView<never> }

/**
 * The view that draws blocks of this type, or undefined for an unknown one. Hand it only properties that the compiler
 * has checked against the definition of the same type.
 */
export function findView(type: string): BlockView<JsonObject> | undefined {
  return Object.hasOwn(views, type)
    ? ((views as { [type: string]: BlockView<never> })[type] as BlockView<JsonObject>)
    : undefined
}

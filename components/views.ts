/** The view of every kind of block. Pages load single views; this is for what needs them all: pre-rendering, stories. */
import type { JsonObject } from '#model/json.ts'
import { ArticleListView } from './article-list/view.tsx'
import { BannerCarouselView } from './banner-carousel/view.tsx'
import { BookingView } from './booking/view.tsx'
import { CardView } from './card/view.tsx'
import { CityServicesView } from './city-services/view.tsx'
import { CheckInView } from './check-in/view.tsx'
import { CollapsibleView } from './collapsible/view.tsx'
import { ColumnsView } from './columns/view.tsx'
import { ContactButtonsView } from './contact-buttons/view.tsx'
import { CountdownView } from './countdown/view.tsx'
import { CouponWallView } from './coupon-wall/view.tsx'
import { DividerView } from './divider/view.tsx'
import { FaqView } from './faq/view.tsx'
import { FlashSaleView } from './flash-sale/view.tsx'
import { FloatingButtonView } from './floating-button/view.tsx'
import { GalleryView } from './gallery/view.tsx'
import { FormView } from './form/view.tsx'
import { HeadingView } from './heading/view.tsx'
import { HotAreaImageView } from './hot-area-image/view.tsx'
import { IconNavigationView } from './icon-navigation/view.tsx'
import { ImageView } from './image/view.tsx'
import type { BlockView } from './kit/view.ts'
import { JobProgressView } from './job-progress/view.tsx'
import { LiveStreamView } from './live-stream/view.tsx'
import { MembershipCardView } from './membership-card/view.tsx'
import { MenuView } from './menu/view.tsx'
import { NoticeBarView } from './notice-bar/view.tsx'
import { OpeningHoursView } from './opening-hours/view.tsx'
import { OrderStatusView } from './order-status/view.tsx'
import { OwnOrdersView } from './own-orders/view.tsx'
import { PayButtonView } from './pay-button/view.tsx'
import { PointsRewardsView } from './points-rewards/view.tsx'
import { PopupView } from './popup/view.tsx'
import { PriceListView } from './price-list/view.tsx'
import { iconPaths } from './primitives/icon-paths.ts'
import { offerIcons } from './primitives/index.ts'
import { ProductDetailView } from './product-detail/view.tsx'
import { ProductGridView } from './product-grid/view.tsx'
import { QueueTicketView } from './queue-ticket/view.tsx'
import { ReviewWallView } from './review-wall/view.tsx'
import { SearchBoxView } from './search-box/view.tsx'
import { SectionView } from './section/view.tsx'
import { ShopLocationView } from './shop-location/view.tsx'
import { SpacerView } from './spacer/view.tsx'
import { StampCardView } from './stamp-card/view.tsx'
import { TabsView } from './tabs/view.tsx'
import { TeamView } from './team/view.tsx'
import { TextView } from './text/view.tsx'
import { TimelineView } from './timeline/view.tsx'
import { TipView } from './tip/view.tsx'
import { VideoView } from './video/view.tsx'

offerIcons(iconPaths)

const views = {
  'article-list': ArticleListView,
  'banner-carousel': BannerCarouselView,
  booking: BookingView,
  card: CardView,
  'check-in': CheckInView,
  collapsible: CollapsibleView,
  columns: ColumnsView,
  countdown: CountdownView,
  'coupon-wall': CouponWallView,
  divider: DividerView,
  faq: FaqView,
  'floating-button': FloatingButtonView,
  gallery: GalleryView,
  form: FormView,
  heading: HeadingView,
  'hot-area-image': HotAreaImageView,
  'icon-navigation': IconNavigationView,
  image: ImageView,
  'membership-card': MembershipCardView,
  menu: MenuView,
  'notice-bar': NoticeBarView,
  'opening-hours': OpeningHoursView,
  'order-status': OrderStatusView,
  'own-orders': OwnOrdersView,
  'pay-button': PayButtonView,
  'points-rewards': PointsRewardsView,
  popup: PopupView,
  'price-list': PriceListView,
  'review-wall': ReviewWallView,
  section: SectionView,
  'shop-location': ShopLocationView,
  spacer: SpacerView,
  'stamp-card': StampCardView,
  tabs: TabsView,
  team: TeamView,
  text: TextView,
  timeline: TimelineView,
  video: VideoView,
  'contact-buttons': ContactButtonsView,
  'city-services': CityServicesView,
  'live-stream': LiveStreamView,
  'flash-sale': FlashSaleView,
  'product-detail': ProductDetailView,
  'product-grid': ProductGridView,
  tip: TipView,
  'queue-ticket': QueueTicketView,
  'search-box': SearchBoxView,
  'job-progress': JobProgressView,
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

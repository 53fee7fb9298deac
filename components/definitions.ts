/** Every kind of block there is, without views: servers, workers and the editor's inspector load this. */
import { articleList } from './article-list/definition.ts'
import { bannerCarousel } from './banner-carousel/definition.ts'
import { booking } from './booking/definition.ts'
import { card } from './card/definition.ts'
import { cityServices } from './city-services/definition.ts'
import { checkIn } from './check-in/definition.ts'
import { collapsible } from './collapsible/definition.ts'
import { columns } from './columns/definition.ts'
import { contactButtons } from './contact-buttons/definition.ts'
import { countdown } from './countdown/definition.ts'
import { couponWall } from './coupon-wall/definition.ts'
import { divider } from './divider/definition.ts'
import { faq } from './faq/definition.ts'
import { flashSale } from './flash-sale/definition.ts'
import { floatingButton } from './floating-button/definition.ts'
import { form } from './form/definition.ts'
import { gallery } from './gallery/definition.ts'
import { heading } from './heading/definition.ts'
import { hotAreaImage } from './hot-area-image/definition.ts'
import { iconNavigation } from './icon-navigation/definition.ts'
import { image } from './image/definition.ts'
import { withCommonFields } from './kit/common-fields.ts'
import type { BlockDefinition } from './kit/define-block.ts'
import { jobProgress } from './job-progress/definition.ts'
import { liveStream } from './live-stream/definition.ts'
import { membershipCard } from './membership-card/definition.ts'
import { menu } from './menu/definition.ts'
import { noticeBar } from './notice-bar/definition.ts'
import { openingHours } from './opening-hours/definition.ts'
import { orderStatus } from './order-status/definition.ts'
import { ownOrders } from './own-orders/definition.ts'
import { payButton } from './pay-button/definition.ts'
import { pointsRewards } from './points-rewards/definition.ts'
import { popup } from './popup/definition.ts'
import { priceList } from './price-list/definition.ts'
import { productDetail } from './product-detail/definition.ts'
import { productGrid } from './product-grid/definition.ts'
import { queueTicket } from './queue-ticket/definition.ts'
import { reviewWall } from './review-wall/definition.ts'
import { searchBox } from './search-box/definition.ts'
import { section } from './section/definition.ts'
import { shopLocation } from './shop-location/definition.ts'
import { spacer } from './spacer/definition.ts'
import { stampCard } from './stamp-card/definition.ts'
import { tabs } from './tabs/definition.ts'
import { team } from './team/definition.ts'
import { text } from './text/definition.ts'
import { timeline } from './timeline/definition.ts'
import { tip } from './tip/definition.ts'
import { video } from './video/definition.ts'

/** In the order of the palette. */
const all: readonly BlockDefinition[] = [
  menu,
  productGrid,
  productDetail,
  flashSale,
  searchBox,
  booking,
  queueTicket,
  jobProgress,
  membershipCard,
  orderStatus,
  ownOrders,
  payButton,
  tip,
  couponWall,
  heading,
  text,
  image,
  gallery,
  video,
  hotAreaImage,
  bannerCarousel,
  noticeBar,
  countdown,
  iconNavigation,
  faq,
  priceList,
  articleList,
  reviewWall,
  team,
  timeline,
  form,
  openingHours,
  shopLocation,
  contactButtons,
  cityServices,
  liveStream,
  section,
  columns,
  stampCard,
  tabs,
  card,
  checkIn,
  collapsible,
  divider,
  spacer,
  pointsRewards,
  popup,
  floatingButton,
]

export const definitions: { readonly [type: string]: BlockDefinition } = Object.fromEntries(
  all.map((definition) => [definition.type, withCommonFields(definition)]),
)

/** Undefined for a type that this version of the product does not know. */
export function findDefinition(type: string): BlockDefinition | undefined {
  return Object.hasOwn(definitions, type) ? definitions[type] : undefined
}

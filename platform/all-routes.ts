import { accountRoutes } from './accounts/routes.ts'
import { bookingRoutes } from './bookings/routes.ts'
import { menuImportRoutes } from './catalogue/import-routes.ts'
import { catalogueRoutes } from './catalogue/routes.ts'
import { couponRoutes } from './coupons/routes.ts'
import { flashSaleRoutes } from './flash-sales/routes.ts'
import { changeRoutes } from './changes/routes.ts'
import { commentRoutes } from './comments/routes.ts'
import { deliveryRoutes } from './delivery/routes.ts'
import { eventRoutes } from './events/routes.ts'
import { historyRoutes } from './history/routes.ts'
import { formRoutes } from './forms/routes.ts'
import { kitchenRoutes } from './kitchen/routes.ts'
import { progressRoutes } from './progress/routes.ts'
import { queueRoutes } from './queue/routes.ts'
import { memberRoutes } from './members/routes.ts'
import { orderRoutes } from './orders/routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { phonePreviewRoutes } from './phone-preview/routes.ts'
import { pictureRoutes } from './pictures/routes.ts'
import { posterRoutes } from './posters/routes.ts'
import { programRoutes } from './programs/routes.ts'
import { packageRoutes } from './releases/package-routes.ts'
import { releaseRoutes } from './releases/routes.ts'
import { shopRoutes } from './shop/routes.ts'
import { taxRoutes } from './shop/tax-routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { statisticsRoutes } from './statistics/routes.ts'
import { stockRoutes } from './stock/routes.ts'
import { webhookRoutes } from './webhooks/routes.ts'
import type { Route } from './http/define-route.ts'

/** Everything under `/api`, and pictures; the shop's own API under `/_shop` is `shop/visitor-app.ts`. */
export const allRoutes: readonly Route[] = [
  ...accountRoutes,
  ...programRoutes,
  ...peopleRoutes,
  ...commentRoutes,
  ...historyRoutes,
  ...changeRoutes,
  ...releaseRoutes,
  ...packageRoutes,
  ...pictureRoutes,
  ...phonePreviewRoutes,
  ...posterRoutes,
  ...shopRoutes,
  ...taxRoutes,
  ...catalogueRoutes,
  ...menuImportRoutes,
  ...stockRoutes,
  ...orderRoutes,
  ...kitchenRoutes,
  ...deliveryRoutes,
  ...bookingRoutes,
  ...formRoutes,
  ...progressRoutes,
  ...queueRoutes,
  ...memberRoutes,
  ...couponRoutes,
  ...flashSaleRoutes,
  ...eventRoutes,
  ...reportRoutes,
  ...webhookRoutes,
  ...statisticsRoutes,
]

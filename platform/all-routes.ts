import { accountRoutes } from './accounts/routes.ts'
import { bookingRoutes } from './bookings/routes.ts'
import { catalogueRoutes } from './catalogue/routes.ts'
import { eventRoutes } from './events/routes.ts'
import { memberRoutes } from './members/routes.ts'
import { orderRoutes } from './orders/routes.ts'
import { pictureRoutes } from './pictures/routes.ts'
import { programRoutes } from './programs/routes.ts'
import { releaseRoutes } from './releases/routes.ts'
import { shopRoutes } from './shop/routes.ts'
import type { Route } from './http/define-route.ts'

/** Everything under `/api`, and pictures; the shop's own API under `/_shop` is `shop/visitor-app.ts`. */
export const allRoutes: readonly Route[] = [
  ...accountRoutes,
  ...programRoutes,
  ...releaseRoutes,
  ...pictureRoutes,
  ...shopRoutes,
  ...catalogueRoutes,
  ...orderRoutes,
  ...bookingRoutes,
  ...memberRoutes,
  ...eventRoutes,
]

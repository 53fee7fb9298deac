import type { CommerceTables } from './commerce-tables.ts'
import type { CoreTables } from './core-tables.ts'
import type { CouponTables } from './coupon-tables.ts'
import type { CustomerTables } from './customer-tables.ts'
import type { FlashSaleTables } from './flash-sale-tables.ts'
import type { DeliveryTables } from './delivery-tables.ts'
import type { FormTables } from './form-tables.ts'
import type { HistoryTables } from './history-tables.ts'
import type { KitchenTables } from './kitchen-tables.ts'
import type { PeopleTables } from './people-tables.ts'
import type { ProgressTables } from './progress-tables.ts'
import type { PublishingTables } from './publishing-tables.ts'
import type { ReceiptTables } from './receipt-tables.ts'
import type { QueueTables } from './queue-tables.ts'
import type { StatisticsTables } from './statistics-tables.ts'
import type { TipTables } from './tip-tables.ts'
import type { StockTables } from './stock-tables.ts'
import type { WebhookTables } from './webhook-tables.ts'

/** Every table that the query builder knows. An area adds its own by one more member. */
export type Tables = CoreTables &
  CommerceTables &
  CouponTables &
  CustomerTables &
  FlashSaleTables &
  DeliveryTables &
  FormTables &
  HistoryTables &
  KitchenTables &
  PeopleTables &
  ProgressTables &
  PublishingTables &
  QueueTables &
  ReceiptTables &
  StatisticsTables &
  StockTables &
  TipTables &
  WebhookTables

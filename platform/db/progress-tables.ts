/** The table of `progress.sql` as the query builder sees it. */
import type { Generated } from 'kysely'
import type { JobProgress, ProgressStep } from '#model/shop/progress.ts'
import type { InstantWithDefault, Json, OfShop } from './commerce-tables.ts'

export interface ShopJobTable extends OfShop {
  id: string
  code: string
  title: string
  customer_name: string
  customer_phone: string
  customer_email: string
  promised_on: string | null
  steps: Json<readonly ProgressStep[]>
  status: Generated<JobProgress['status']>
  created_at: InstantWithDefault
  version: Generated<number>
  told_version: Generated<number>
}

export interface ProgressTables {
  shop_job: ShopJobTable
}

import type { CommerceTables } from './commerce-tables.ts'
import type { CoreTables } from './core-tables.ts'

/** Every table that the query builder knows. An area adds its own by one more member. */
export type Tables = CoreTables & CommerceTables

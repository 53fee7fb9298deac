/** The tables of `0011_customers.sql` as the query builder sees them. */
import type { Generated } from 'kysely'
import type { CustomerField, LoginReason } from '#model/shop/customers.ts'
import type { InstantOrNull, InstantWithDefault, OfShop } from './commerce-tables.ts'

type Instant = InstantWithDefault

export type ContactKind = 'phone' | 'email'

interface CustomerTable {
  id: string
  name: Generated<string>
  phone: Generated<string>
  email: Generated<string>
  area: Generated<string>
  address: Generated<string>
  created_at: InstantWithDefault
}

interface CustomerContactTable {
  kind: ContactKind
  /** E.164, or an address in lower case. */
  value: string
  customer_id: string
  created_at: InstantWithDefault
}

interface CustomerSessionTable {
  token_sha256: Buffer
  customer_id: string
  created_at: InstantWithDefault
  expires_at: Instant
}

interface SignInCodeTable {
  token_sha256: Buffer
  kind: ContactKind
  contact: string
  code_hmac: Buffer
  tries: Generated<number>
  created_at: InstantWithDefault
  expires_at: Instant
  used_at: InstantOrNull
}

interface SandboxMessageTable {
  token_sha256: Buffer
  kind: ContactKind
  recipient: string
  body: string
  created_at: InstantWithDefault
  expires_at: Instant
}

interface WorkspaceCustomerTable {
  tenant_id: string
  /** All that programs see. */
  id: string
  customer_id: string
  created_at: InstantWithDefault
}

interface BrowserTable extends OfShop {
  id: string
  key_sha256: Buffer
  visitor_id: string
  /** Of `customer_session`, under which this browser was signed in. */
  session_sha256: Generated<Buffer | null>
  created_at: InstantWithDefault
}

interface LoginRequestTable extends OfShop {
  id: string
  token_sha256: Buffer
  browser_id: string
  release_id: string
  reason: LoginReason
  fields: CustomerField[]
  return_path: string
  expires_at: Instant
  /** Of `workspace_customer`. */
  customer_id: Generated<string | null>
  code_sha256: Generated<Buffer | null>
  session_sha256: Generated<Buffer | null>
  answered_at: InstantOrNull
  redeemed_at: InstantOrNull
}

export interface CustomerTables {
  customer: CustomerTable
  customer_contact: CustomerContactTable
  customer_session: CustomerSessionTable
  sign_in_code: SignInCodeTable
  sandbox_message: SandboxMessageTable
  workspace_customer: WorkspaceCustomerTable
  browser: BrowserTable
  login_request: LoginRequestTable
}

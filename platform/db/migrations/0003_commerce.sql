-- The shop behind a program: catalogue, orders, payments, bookings, members, events.
-- Limits live here as constraints; the code only turns their refusals into words. Runs on PostgreSQL 15 to 18.
-- Money is in minor units; instants are timestamptz; every tenant's row names its workspace and its program, and
-- every reference goes through both, so a row can never point into another shop.

CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

-- Shop -------------------------------------------------------------------------------------------------------------

CREATE TABLE shop (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  name text NOT NULL,
  currency char(3) NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  time_zone text NOT NULL,
  phone text NOT NULL DEFAULT '',
  address text NOT NULL DEFAULT '',
  latitude double precision,
  longitude double precision,
  hours jsonb NOT NULL,
  orders_paused boolean NOT NULL DEFAULT false,
  points_per_unit integer NOT NULL DEFAULT 0 CHECK (points_per_unit BETWEEN 0 AND 1000),
  -- Orders before this wall-clock time belong to the evening before: a bar's day does not end at midnight.
  day_starts time NOT NULL DEFAULT '04:00',
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, program_id),
  FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, id) ON DELETE CASCADE
);

-- Something that one booking takes whole: a table or a member of staff.
CREATE TABLE resource (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('table', 'staff')),
  label text NOT NULL,
  seats integer NOT NULL DEFAULT 1 CHECK (seats BETWEEN 1 AND 100),
  sort integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id) REFERENCES shop (tenant_id, program_id) ON DELETE CASCADE
);

-- Catalogue --------------------------------------------------------------------------------------------------------

CREATE TABLE category (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  name jsonb NOT NULL,
  sort integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id) REFERENCES shop (tenant_id, program_id) ON DELETE CASCADE
);

CREATE TABLE dish (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  category_id uuid NOT NULL,
  name jsonb NOT NULL,
  description jsonb NOT NULL,
  -- { url, widthPx, heightPx, alt: { en, zh-CN } }
  picture jsonb,
  tags text[] NOT NULL DEFAULT '{}',
  status text NOT NULL DEFAULT 'on' CHECK (status IN ('on', 'hidden')),
  sold_out boolean NOT NULL DEFAULT false,
  -- With sold_out: the instant it returns by itself; null means until the shop says otherwise.
  sold_out_until timestamptz,
  sort integer NOT NULL DEFAULT 0,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id, category_id) REFERENCES category (tenant_id, program_id, id)
);

CREATE TABLE dish_variant (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  dish_id uuid NOT NULL,
  name jsonb NOT NULL,
  price_minor bigint NOT NULL CHECK (price_minor BETWEEN 0 AND 10000000),
  sold_out boolean NOT NULL DEFAULT false,
  sort integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id, dish_id) REFERENCES dish (tenant_id, program_id, id) ON DELETE CASCADE
);
CREATE INDEX dish_variant_by_dish ON dish_variant (tenant_id, program_id, dish_id);

CREATE TABLE modifier_group (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  name jsonb NOT NULL,
  min_choices integer NOT NULL CHECK (min_choices >= 0),
  max_choices integer NOT NULL CHECK (max_choices >= 1),
  sort integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, program_id, id),
  CHECK (min_choices <= max_choices),
  FOREIGN KEY (tenant_id, program_id) REFERENCES shop (tenant_id, program_id) ON DELETE CASCADE
);

CREATE TABLE modifier_option (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  group_id uuid NOT NULL,
  name jsonb NOT NULL,
  price_minor bigint NOT NULL CHECK (price_minor BETWEEN 0 AND 10000000),
  max_quantity integer NOT NULL DEFAULT 1 CHECK (max_quantity BETWEEN 1 AND 20),
  preselected boolean NOT NULL DEFAULT false,
  sold_out boolean NOT NULL DEFAULT false,
  sort integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id, group_id) REFERENCES modifier_group (tenant_id, program_id, id) ON DELETE CASCADE
);

CREATE TABLE dish_modifier_group (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  dish_id uuid NOT NULL,
  group_id uuid NOT NULL,
  sort integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, program_id, dish_id, group_id),
  FOREIGN KEY (tenant_id, program_id, dish_id) REFERENCES dish (tenant_id, program_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, program_id, group_id) REFERENCES modifier_group (tenant_id, program_id, id) ON DELETE CASCADE
);

-- Visitors and what they send twice ----------------------------------------------------------------------------------

CREATE TABLE visitor (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  -- The key itself never leaves the visitor's phone.
  key_sha256 bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, program_id, id),
  UNIQUE (tenant_id, program_id, key_sha256),
  FOREIGN KEY (tenant_id, program_id) REFERENCES shop (tenant_id, program_id) ON DELETE CASCADE
);

CREATE TABLE idempotency (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  principal text NOT NULL,
  key uuid NOT NULL,
  route text NOT NULL,
  body_sha256 bytea NOT NULL,
  -- What the first call made, as ids; the answer is drawn from the rows each time.
  result jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, program_id, principal, key),
  FOREIGN KEY (tenant_id, program_id) REFERENCES shop (tenant_id, program_id) ON DELETE CASCADE
);

CREATE TABLE consent (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  visitor_id uuid NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('booking', 'membership', 'order-contact')),
  policy_version integer NOT NULL,
  given_at timestamptz NOT NULL DEFAULT now(),
  withdrawn_at timestamptz,
  PRIMARY KEY (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id, visitor_id) REFERENCES visitor (tenant_id, program_id, id) ON DELETE CASCADE
);

-- Members ------------------------------------------------------------------------------------------------------------

CREATE TABLE tier (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  name jsonb NOT NULL,
  from_points integer NOT NULL CHECK (from_points >= 0),
  discount_percent integer NOT NULL CHECK (discount_percent BETWEEN 0 AND 100),
  perk jsonb NOT NULL,
  PRIMARY KEY (tenant_id, program_id, id),
  UNIQUE (tenant_id, program_id, from_points),
  FOREIGN KEY (tenant_id, program_id) REFERENCES shop (tenant_id, program_id) ON DELETE CASCADE
);

CREATE TABLE member (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  visitor_id uuid NOT NULL,
  card_no text NOT NULL,
  name text NOT NULL,
  phone text NOT NULL,
  joined_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, program_id, id),
  UNIQUE (tenant_id, program_id, visitor_id),
  UNIQUE (tenant_id, program_id, card_no),
  FOREIGN KEY (tenant_id, program_id, visitor_id) REFERENCES visitor (tenant_id, program_id, id)
);

CREATE TABLE wallet (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  member_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('points')),
  balance bigint NOT NULL DEFAULT 0,
  earned_ever bigint NOT NULL DEFAULT 0 CHECK (earned_ever >= 0),
  last_seq integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, program_id, id),
  UNIQUE (tenant_id, program_id, member_id, kind),
  FOREIGN KEY (tenant_id, program_id, member_id) REFERENCES member (tenant_id, program_id, id)
);

CREATE TABLE wallet_entry (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  wallet_id uuid NOT NULL,
  seq integer NOT NULL CHECK (seq >= 1),
  kind text NOT NULL CHECK (kind IN ('earn', 'redeem', 'reverse', 'adjust')),
  delta bigint NOT NULL CHECK (delta <> 0),
  balance_after bigint NOT NULL,
  -- What it was for, e.g. `order:<id>`; the same thing is never counted twice.
  ref text NOT NULL,
  label text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, program_id, wallet_id, seq),
  UNIQUE (tenant_id, program_id, wallet_id, kind, ref),
  FOREIGN KEY (tenant_id, program_id, wallet_id) REFERENCES wallet (tenant_id, program_id, id)
);
CREATE TRIGGER wallet_entry_append_only BEFORE UPDATE OR DELETE ON wallet_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Orders -------------------------------------------------------------------------------------------------------------

CREATE TABLE quote (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  visitor_id uuid NOT NULL,
  -- Ids and quantities as they were asked; priced again when the order is placed.
  request jsonb NOT NULL,
  lines jsonb NOT NULL,
  currency char(3) NOT NULL,
  subtotal_minor bigint NOT NULL CHECK (subtotal_minor >= 0),
  discount_minor bigint NOT NULL CHECK (discount_minor >= 0),
  total_minor bigint NOT NULL CHECK (total_minor = subtotal_minor - discount_minor AND total_minor >= 0),
  points_to_earn integer NOT NULL CHECK (points_to_earn >= 0),
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id, visitor_id) REFERENCES visitor (tenant_id, program_id, id) ON DELETE CASCADE
);

CREATE TABLE business_day (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  date date NOT NULL,
  last_number integer NOT NULL CHECK (last_number >= 1),
  PRIMARY KEY (tenant_id, program_id, date),
  FOREIGN KEY (tenant_id, program_id) REFERENCES shop (tenant_id, program_id) ON DELETE CASCADE
);

CREATE TABLE shop_order (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  quote_id uuid NOT NULL,
  visitor_id uuid NOT NULL,
  business_date date,
  number integer,
  channel text NOT NULL CHECK (channel IN ('dine_in', 'pickup')),
  table_id uuid,
  table_label text,
  pay_at text NOT NULL CHECK (pay_at IN ('online', 'counter')),
  status text NOT NULL
    CHECK (status IN ('draft', 'placed', 'accepted', 'preparing', 'ready', 'completed', 'rejected', 'cancelled', 'expired')),
  pay_status text NOT NULL
    CHECK (pay_status IN ('unpaid', 'pending', 'paid', 'part_refunded', 'refunded', 'failed')),
  currency char(3) NOT NULL,
  subtotal_minor bigint NOT NULL CHECK (subtotal_minor >= 0),
  discount_minor bigint NOT NULL CHECK (discount_minor >= 0),
  total_minor bigint NOT NULL CHECK (total_minor = subtotal_minor - discount_minor AND total_minor >= 0),
  points_earned integer NOT NULL DEFAULT 0 CHECK (points_earned >= 0),
  contact_phone text,
  reason text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT now(),
  placed_at timestamptz,
  paid_at timestamptz,
  -- A draft waits this long for its payment.
  expires_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, program_id, id),
  UNIQUE (tenant_id, program_id, quote_id),
  UNIQUE (tenant_id, program_id, business_date, number),
  CHECK ((number IS NULL) = (business_date IS NULL) AND (number IS NULL) = (placed_at IS NULL)),
  CHECK (number IS NOT NULL OR status IN ('draft', 'cancelled', 'expired')),
  FOREIGN KEY (tenant_id, program_id, quote_id) REFERENCES quote (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id, visitor_id) REFERENCES visitor (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id, table_id) REFERENCES resource (tenant_id, program_id, id)
);
CREATE INDEX shop_order_recent ON shop_order (tenant_id, program_id, placed_at DESC);
CREATE INDEX shop_order_by_visitor ON shop_order (tenant_id, program_id, visitor_id, created_at DESC);

CREATE TABLE order_line (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  order_id uuid NOT NULL,
  seq integer NOT NULL,
  dish_id uuid NOT NULL,
  variant_id uuid NOT NULL,
  -- A snapshot: what the menu said when it was ordered.
  name text NOT NULL,
  variant_name text NOT NULL,
  modifiers jsonb NOT NULL,
  note text NOT NULL,
  quantity integer NOT NULL CHECK (quantity BETWEEN 1 AND 99),
  unit_minor bigint NOT NULL CHECK (unit_minor >= 0),
  total_minor bigint NOT NULL CHECK (total_minor = unit_minor * quantity),
  PRIMARY KEY (tenant_id, program_id, order_id, seq),
  FOREIGN KEY (tenant_id, program_id, order_id) REFERENCES shop_order (tenant_id, program_id, id)
);

CREATE TABLE order_event (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  order_id uuid NOT NULL,
  seq integer NOT NULL,
  from_status text,
  to_status text NOT NULL,
  -- `visitor`, `system`, or `user:<id>`.
  actor text NOT NULL,
  reason text NOT NULL DEFAULT '',
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, program_id, order_id, seq),
  FOREIGN KEY (tenant_id, program_id, order_id) REFERENCES shop_order (tenant_id, program_id, id)
);
CREATE TRIGGER order_event_append_only BEFORE UPDATE OR DELETE ON order_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Payments -----------------------------------------------------------------------------------------------------------

CREATE TABLE pay_account (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  provider text NOT NULL CHECK (provider IN ('sandbox')),
  -- The merchant's name with the provider.
  external_id text NOT NULL,
  livemode boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, program_id, id),
  UNIQUE (id),
  UNIQUE (tenant_id, program_id, provider),
  FOREIGN KEY (tenant_id, program_id) REFERENCES shop (tenant_id, program_id) ON DELETE CASCADE
);

CREATE TABLE payment (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  order_id uuid,
  -- The pay button that asked for it, when there is no order.
  node_id text,
  visitor_id uuid NOT NULL,
  out_trade_no text NOT NULL,
  subject text NOT NULL,
  note text NOT NULL DEFAULT '',
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  currency char(3) NOT NULL,
  status text NOT NULL CHECK (status IN ('created', 'pending', 'unknown', 'succeeded', 'failed', 'closed')),
  provider_txn text,
  cashier_url text,
  return_url text NOT NULL,
  captured_minor bigint NOT NULL DEFAULT 0 CHECK (captured_minor IN (0, amount_minor)),
  refund_held_minor bigint NOT NULL DEFAULT 0 CHECK (refund_held_minor >= 0),
  refunded_minor bigint NOT NULL DEFAULT 0 CHECK (refunded_minor >= 0),
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  paid_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, program_id, id),
  UNIQUE (account_id, out_trade_no),
  UNIQUE (account_id, provider_txn),
  CHECK ((order_id IS NULL) <> (node_id IS NULL)),
  CHECK (refund_held_minor + refunded_minor <= captured_minor),
  CHECK ((status = 'succeeded') = (captured_minor > 0)),
  FOREIGN KEY (tenant_id, program_id, account_id) REFERENCES pay_account (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id, order_id) REFERENCES shop_order (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id, visitor_id) REFERENCES visitor (tenant_id, program_id, id)
);
-- Two open payments for one order could both be paid.
CREATE UNIQUE INDEX payment_one_open_per_order ON payment (tenant_id, program_id, order_id)
  WHERE status IN ('created', 'pending', 'unknown') AND order_id IS NOT NULL;
CREATE INDEX payment_by_order ON payment (tenant_id, program_id, order_id);

CREATE TABLE refund (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  payment_id uuid NOT NULL,
  out_request_no text NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  status text NOT NULL CHECK (status IN ('requested', 'succeeded', 'failed')),
  reason text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  done_at timestamptz,
  PRIMARY KEY (tenant_id, program_id, id),
  UNIQUE (tenant_id, program_id, payment_id, out_request_no),
  FOREIGN KEY (tenant_id, program_id, payment_id) REFERENCES payment (tenant_id, program_id, id)
);

-- Verified notifications, once each. What fails a check is not kept, or a forger could use up the ids of real ones.
CREATE TABLE pay_inbox (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  account_id uuid NOT NULL,
  event_id text NOT NULL,
  raw bytea NOT NULL,
  outcome text NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, event_id),
  FOREIGN KEY (tenant_id, program_id, account_id) REFERENCES pay_account (tenant_id, program_id, id) ON DELETE CASCADE
);

-- Bookings -----------------------------------------------------------------------------------------------------------

CREATE TABLE service (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('table', 'appointment')),
  name jsonb NOT NULL,
  description jsonb NOT NULL,
  duration_minutes integer NOT NULL CHECK (duration_minutes BETWEEN 5 AND 1440),
  slot_step_minutes integer NOT NULL CHECK (slot_step_minutes BETWEEN 5 AND 1440),
  price_minor bigint NOT NULL DEFAULT 0 CHECK (price_minor BETWEEN 0 AND 10000000),
  min_party integer NOT NULL CHECK (min_party >= 1),
  max_party integer NOT NULL CHECK (max_party <= 50),
  min_notice_minutes integer NOT NULL CHECK (min_notice_minutes >= 0),
  max_advance_days integer NOT NULL CHECK (max_advance_days BETWEEN 1 AND 366),
  sort integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, program_id, id),
  CHECK (min_party <= max_party),
  FOREIGN KEY (tenant_id, program_id) REFERENCES shop (tenant_id, program_id) ON DELETE CASCADE
);

CREATE TABLE service_resource (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  service_id uuid NOT NULL,
  resource_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, program_id, service_id, resource_id),
  FOREIGN KEY (tenant_id, program_id, service_id) REFERENCES service (tenant_id, program_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, program_id, resource_id) REFERENCES resource (tenant_id, program_id, id) ON DELETE CASCADE
);

CREATE TABLE booking (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  service_id uuid NOT NULL,
  visitor_id uuid NOT NULL,
  code text NOT NULL,
  status text NOT NULL
    CHECK (status IN ('held', 'confirmed', 'checked_in', 'completed', 'no_show', 'cancelled', 'expired')),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  time_zone text NOT NULL,
  -- The time as it was promised, so that new rules of the zone cannot move it unnoticed.
  wall_start text NOT NULL,
  party_size integer NOT NULL CHECK (party_size BETWEEN 1 AND 50),
  hold_until timestamptz,
  contact_name text NOT NULL DEFAULT '',
  contact_phone text NOT NULL DEFAULT '',
  note text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, program_id, id),
  UNIQUE (tenant_id, program_id, code),
  CHECK (starts_at < ends_at),
  CHECK ((status = 'held') = (hold_until IS NOT NULL)),
  FOREIGN KEY (tenant_id, program_id, service_id) REFERENCES service (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id, visitor_id) REFERENCES visitor (tenant_id, program_id, id)
);
CREATE INDEX booking_by_start ON booking (tenant_id, program_id, starts_at);
CREATE INDEX booking_by_visitor ON booking (tenant_id, program_id, visitor_id, starts_at DESC);

CREATE TABLE booking_resource (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  booking_id uuid NOT NULL,
  resource_id uuid NOT NULL,
  during tstzrange NOT NULL CHECK (NOT isempty(during)),
  -- True for held, confirmed and checked in.
  active boolean NOT NULL DEFAULT true,
  PRIMARY KEY (tenant_id, program_id, booking_id, resource_id),
  CONSTRAINT one_booking_at_a_time EXCLUDE USING gist (resource_id WITH =, during WITH &&) WHERE (active),
  FOREIGN KEY (tenant_id, program_id, booking_id) REFERENCES booking (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id, resource_id) REFERENCES resource (tenant_id, program_id, id)
);

CREATE TABLE booking_event (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  booking_id uuid NOT NULL,
  seq integer NOT NULL,
  from_status text,
  to_status text NOT NULL,
  actor text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, program_id, booking_id, seq),
  FOREIGN KEY (tenant_id, program_id, booking_id) REFERENCES booking (tenant_id, program_id, id)
);
CREATE TRIGGER booking_event_append_only BEFORE UPDATE OR DELETE ON booking_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Events -------------------------------------------------------------------------------------------------------------

-- Taken last in a transaction and held until its end, so events of one shop become visible in the order of their
-- numbers and a reader that remembers the last one never misses another.
CREATE TABLE shop_event_cursor (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  last_seq bigint NOT NULL,
  PRIMARY KEY (tenant_id, program_id),
  FOREIGN KEY (tenant_id, program_id) REFERENCES shop (tenant_id, program_id) ON DELETE CASCADE
);

CREATE TABLE shop_event (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  seq bigint NOT NULL,
  type text NOT NULL CHECK (type IN ('order', 'booking', 'member', 'catalogue', 'shop', 'release')),
  subject_id text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, program_id, seq),
  FOREIGN KEY (tenant_id, program_id) REFERENCES shop (tenant_id, program_id) ON DELETE CASCADE
);

-- Things to do at a moment of the database's clock. A list of ids for the background worker of every process, without
-- any tenant's data; the worker acts inside the tenant it names.
CREATE TABLE shop_timer (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('order-expiry', 'dish-return', 'hold-expiry', 'payment-close', 'payment-sync', 'refund')),
  subject_id uuid NOT NULL,
  due_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX shop_timer_due ON shop_timer (due_at);

-- The sandbox payment provider ---------------------------------------------------------------------------------------
-- Another company in all but name: it shares no table with the shops, knows them by account, and keeps its own keys.

CREATE TABLE sandbox_key (
  id integer PRIMARY KEY CHECK (id = 1),
  private_key_pem text NOT NULL,
  public_key_pem text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE sandbox_trade (
  trade_no text PRIMARY KEY,
  seller_id text NOT NULL,
  out_trade_no text NOT NULL,
  -- Of the cashier's address; names the trade and is all a payer needs.
  cashier_token text NOT NULL UNIQUE,
  merchant_name text NOT NULL,
  subject text NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  currency char(3) NOT NULL,
  language text NOT NULL,
  status text NOT NULL CHECK (status IN ('waiting', 'processing', 'paid', 'closed')),
  -- The last try was declined; the trade can still be paid.
  declined boolean NOT NULL DEFAULT false,
  -- Scripted to be paid after it was closed.
  pays_late boolean NOT NULL DEFAULT false,
  -- The payer's bank takes its time: paid by itself from then on.
  pays_at timestamptz,
  notify_url text NOT NULL,
  return_url text NOT NULL,
  refunded_minor bigint NOT NULL DEFAULT 0 CHECK (refunded_minor BETWEEN 0 AND amount_minor),
  expires_at timestamptz NOT NULL,
  paid_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (seller_id, out_trade_no)
);

CREATE TABLE sandbox_refund (
  trade_no text NOT NULL REFERENCES sandbox_trade (trade_no),
  out_request_no text NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (trade_no, out_request_no)
);

CREATE TABLE sandbox_notice (
  id uuid PRIMARY KEY,
  trade_no text NOT NULL REFERENCES sandbox_trade (trade_no),
  notify_url text NOT NULL,
  body text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  next_at timestamptz,
  done_at timestamptz
);
CREATE INDEX sandbox_notice_due ON sandbox_notice (next_at) WHERE done_at IS NULL;

-- Isolation ----------------------------------------------------------------------------------------------------------

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'shop', 'resource', 'category', 'dish', 'dish_variant', 'modifier_group', 'modifier_option', 'dish_modifier_group',
    'visitor', 'idempotency', 'consent', 'tier', 'member', 'wallet', 'wallet_entry', 'quote', 'business_day',
    'shop_order', 'order_line', 'order_event', 'pay_account', 'payment', 'refund', 'pay_inbox', 'service',
    'service_resource', 'booking', 'booking_resource', 'booking_event', 'shop_event_cursor', 'shop_event'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_tenant ON %I USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant())', name
    );
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO shopwright_app', name);
  END LOOP;
END $$;

-- A provider's notification names an account before anyone knows whose it is: exactly that row may be read.
CREATE POLICY named_account ON pay_account FOR SELECT
  USING (id = nullif(current_setting('app.pay_account', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON shop_timer, sandbox_key, sandbox_trade, sandbox_refund, sandbox_notice TO shopwright_app;
REVOKE UPDATE, DELETE ON wallet_entry, order_line, order_event, booking_event, pay_inbox FROM shopwright_app;

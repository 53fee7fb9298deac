-- Points that end after a while, and rewards that they are spent on. Runs on PostgreSQL 15 to 18.

-- What came in together, ends together: spent oldest end first. What is left of all lots is the balance, as long as that
-- is not below nothing.
CREATE TABLE wallet_lot (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  wallet_id uuid NOT NULL,
  -- What brought it, as its entry says.
  ref text NOT NULL,
  granted bigint NOT NULL CHECK (granted > 0),
  remaining bigint NOT NULL CHECK (remaining BETWEEN 0 AND granted),
  -- Null: it does not end.
  expires_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id, wallet_id) REFERENCES wallet (tenant_id, program_id, id)
);
CREATE INDEX wallet_lot_left ON wallet_lot (tenant_id, program_id, wallet_id, expires_at) WHERE remaining > 0;

ALTER TABLE wallet_entry DROP CONSTRAINT wallet_entry_kind_check;
ALTER TABLE wallet_entry ADD CONSTRAINT wallet_entry_kind_check
  CHECK (kind IN ('earn', 'redeem', 'reverse', 'adjust', 'expire', 'bonus'));

-- Whose hand it was: `user:<id>`; empty for what follows from an order or a rule.
ALTER TABLE wallet_entry ADD COLUMN actor text NOT NULL DEFAULT '';

-- Points from before do not end: nobody said that they would. Also for an owner whom row-level security binds.
ALTER TABLE wallet NO FORCE ROW LEVEL SECURITY;
INSERT INTO wallet_lot (tenant_id, program_id, id, wallet_id, ref, granted, remaining)
  SELECT tenant_id, program_id, gen_random_uuid(), id, 'before', balance, balance FROM wallet WHERE balance > 0;
ALTER TABLE wallet FORCE ROW LEVEL SECURITY;

ALTER TABLE wallet_lot ENABLE ROW LEVEL SECURITY;
ALTER TABLE wallet_lot FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON wallet_lot
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE ON wallet_lot TO shopwright_app;
REVOKE DELETE ON wallet_lot FROM shopwright_app;

-- Points that are earned from now on are good for so many months; null for ever.
ALTER TABLE shop ADD COLUMN points_good_for_months integer CHECK (points_good_for_months BETWEEN 1 AND 120);

-- How a coupon comes into somebody's pocket: taken from a wall, bought with points, or handed out by the shop.
ALTER TABLE coupon
  ADD COLUMN had_by text NOT NULL DEFAULT 'wall' CHECK (had_by IN ('wall', 'points', 'gift')),
  ADD COLUMN points_price integer CHECK (points_price BETWEEN 1 AND 10000000),
  ADD CHECK ((had_by = 'points') = (points_price IS NOT NULL));
-- What this one was bought for; the ledger has an entry of `claim:<id>`.
ALTER TABLE coupon_claim ADD COLUMN paid_points integer CHECK (paid_points > 0);

DO $$
DECLARE rule text;
BEGIN
  SELECT pg_get_constraintdef(oid) INTO rule FROM pg_constraint WHERE conname = 'shop_timer_kind_check';
  ALTER TABLE shop_timer DROP CONSTRAINT shop_timer_kind_check;
  EXECUTE 'ALTER TABLE shop_timer ADD CONSTRAINT shop_timer_kind_check ' || replace(rule, 'ARRAY[', 'ARRAY[''points-expiry''::text, ');
END $$;

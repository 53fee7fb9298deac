-- A card of stamps that becomes a reward when it is full, and coupons that the shop gives itself. Runs on PostgreSQL 15 to 18.

ALTER TABLE wallet DROP CONSTRAINT wallet_kind_check;
ALTER TABLE wallet ADD CONSTRAINT wallet_kind_check CHECK (kind IN ('points', 'stamps'));

-- Null: the shop has no stamp card. The reward is a coupon that the shop gives.
ALTER TABLE shop
  ADD COLUMN stamps_needed integer CHECK (stamps_needed BETWEEN 2 AND 20),
  ADD COLUMN stamps_coupon_id uuid,
  -- A stamp with every paid order that comes to so much; else only from the counter.
  ADD COLUMN stamps_by_order boolean NOT NULL DEFAULT true,
  ADD COLUMN stamps_min_minor bigint NOT NULL DEFAULT 0 CHECK (stamps_min_minor BETWEEN 0 AND 100000000),
  ADD CONSTRAINT shop_stamp_card CHECK ((stamps_needed IS NULL) = (stamps_coupon_id IS NULL)),
  ADD CONSTRAINT shop_stamps_coupon FOREIGN KEY (tenant_id, program_id, stamps_coupon_id)
    REFERENCES coupon (tenant_id, program_id, id);

-- What the shop gave this one for, e.g. a full card; the same thing is never rewarded twice. Null for what was taken.
ALTER TABLE coupon_claim ADD COLUMN given_ref text;
CREATE UNIQUE INDEX coupon_claim_given_once ON coupon_claim (tenant_id, program_id, given_ref) WHERE given_ref IS NOT NULL;

-- Used at the counter, without an order of ours, and by whom it was taken in.
ALTER TABLE coupon_claim DROP CONSTRAINT coupon_claim_check;
ALTER TABLE coupon_claim DROP CONSTRAINT coupon_claim_status_check;
ALTER TABLE coupon_claim
  ADD COLUMN handed_at timestamptz,
  ADD COLUMN handed_by text,
  ADD CONSTRAINT coupon_claim_status_check CHECK (status IN ('issued', 'locked', 'redeemed', 'handed')),
  ADD CONSTRAINT coupon_claim_order_check CHECK ((status IN ('issued', 'handed')) = (order_id IS NULL)),
  ADD CONSTRAINT coupon_claim_handed_check CHECK ((status = 'handed') = (handed_at IS NOT NULL));

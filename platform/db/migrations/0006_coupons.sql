-- Coupons: what a shop offers, who holds one, and which order used it. Runs on PostgreSQL 15 to 18.
-- Both limits are constraints, consumed by the statement that checks them: `claimed` by the update that takes one,
-- `n` by the claim's own row; a claim is on at most one order that still counts.

CREATE TABLE coupon (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  title jsonb NOT NULL,
  kind text NOT NULL CHECK (kind IN ('amount', 'percent', 'item')),
  amount_minor bigint CHECK (amount_minor BETWEEN 1 AND 10000000),
  percent integer CHECK (percent BETWEEN 1 AND 100),
  -- A share of the bill takes off no more than this.
  most_minor bigint CHECK (most_minor BETWEEN 1 AND 10000000),
  dish_id uuid,
  min_spend_minor bigint NOT NULL DEFAULT 0 CHECK (min_spend_minor BETWEEN 0 AND 100000000),
  adds_to_member_price boolean NOT NULL DEFAULT true,
  starts_at timestamptz,
  -- Nothing is claimed or used from then on, however long a claimed one would be good for.
  ends_at timestamptz,
  good_for_days integer CHECK (good_for_days BETWEEN 1 AND 3650),
  total_limit integer CHECK (total_limit BETWEEN 1 AND 10000000),
  per_person integer NOT NULL DEFAULT 1 CHECK (per_person BETWEEN 1 AND 100),
  audience text NOT NULL DEFAULT 'everyone' CHECK (audience IN ('everyone', 'members', 'tier')),
  tier_id uuid,
  paused boolean NOT NULL DEFAULT false,
  claimed integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, program_id, id),
  CHECK ((kind = 'amount') = (amount_minor IS NOT NULL)),
  CHECK ((kind = 'percent') = (percent IS NOT NULL)),
  CHECK ((kind = 'item') = (dish_id IS NOT NULL)),
  CHECK (kind = 'percent' OR most_minor IS NULL),
  CHECK ((audience = 'tier') = (tier_id IS NOT NULL)),
  CHECK (ends_at > starts_at),
  CONSTRAINT coupon_limit CHECK (claimed >= 0 AND (total_limit IS NULL OR claimed <= total_limit)),
  FOREIGN KEY (tenant_id, program_id) REFERENCES shop (tenant_id, program_id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, program_id, dish_id) REFERENCES dish (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id, tier_id) REFERENCES tier (tenant_id, program_id, id)
);

-- One coupon in somebody's pocket.
CREATE TABLE coupon_claim (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  coupon_id uuid NOT NULL,
  visitor_id uuid NOT NULL,
  -- The first, second … of this coupon that this visitor claimed, of as many as were allowed then.
  n integer NOT NULL CHECK (n >= 1),
  per_person integer NOT NULL,
  -- What was promised: a later change of the coupon changes nothing here.
  terms jsonb NOT NULL,
  -- issued -> locked (on an order that is not paid yet) -> redeemed; back to issued when the order is called off.
  status text NOT NULL DEFAULT 'issued' CHECK (status IN ('issued', 'locked', 'redeemed')),
  order_id uuid,
  claimed_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz,
  PRIMARY KEY (tenant_id, program_id, id),
  CONSTRAINT coupon_claim_per_person CHECK (n <= per_person),
  UNIQUE (tenant_id, program_id, coupon_id, visitor_id, n),
  UNIQUE (tenant_id, program_id, order_id),
  CHECK ((status = 'issued') = (order_id IS NULL)),
  FOREIGN KEY (tenant_id, program_id, coupon_id) REFERENCES coupon (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id, visitor_id) REFERENCES visitor (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id, order_id) REFERENCES shop_order (tenant_id, program_id, id)
);
CREATE INDEX coupon_claim_of_visitor ON coupon_claim (tenant_id, program_id, visitor_id, claimed_at DESC);

-- Which order used which claim, and for how much; one that was called off stays as released.
CREATE TABLE coupon_redemption (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  order_id uuid NOT NULL,
  coupon_id uuid NOT NULL,
  claim_id uuid NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  at timestamptz NOT NULL DEFAULT now(),
  released_at timestamptz,
  PRIMARY KEY (tenant_id, program_id, order_id),
  FOREIGN KEY (tenant_id, program_id, order_id) REFERENCES shop_order (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id, coupon_id) REFERENCES coupon (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id, claim_id) REFERENCES coupon_claim (tenant_id, program_id, id)
);
CREATE UNIQUE INDEX coupon_redemption_once ON coupon_redemption (tenant_id, program_id, claim_id) WHERE released_at IS NULL;
CREATE INDEX coupon_redemption_of_coupon ON coupon_redemption (tenant_id, program_id, coupon_id);

-- What the shop's people did with a coupon, and who.
CREATE TABLE coupon_event (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  coupon_id uuid NOT NULL,
  seq integer NOT NULL,
  action text NOT NULL CHECK (action IN ('created', 'changed', 'paused', 'resumed')),
  -- `user:<id>`, or `template`.
  actor text NOT NULL,
  -- The coupon as it was from then on.
  terms jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, program_id, coupon_id, seq),
  FOREIGN KEY (tenant_id, program_id, coupon_id) REFERENCES coupon (tenant_id, program_id, id)
);
CREATE TRIGGER coupon_event_append_only BEFORE UPDATE OR DELETE ON coupon_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The coupon's part of the discount, and its name as it was.
ALTER TABLE quote
  ADD COLUMN coupon_minor bigint NOT NULL DEFAULT 0,
  ADD CHECK (coupon_minor BETWEEN 0 AND discount_minor);
ALTER TABLE shop_order
  ADD COLUMN coupon_minor bigint NOT NULL DEFAULT 0,
  ADD COLUMN coupon_claim_id uuid,
  ADD COLUMN coupon_title text,
  ADD CHECK (coupon_minor BETWEEN 0 AND discount_minor),
  ADD CHECK ((coupon_minor > 0) = (coupon_claim_id IS NOT NULL)),
  ADD CHECK ((coupon_claim_id IS NULL) = (coupon_title IS NULL));

ALTER TABLE shop_event DROP CONSTRAINT shop_event_type_check;
ALTER TABLE shop_event ADD CONSTRAINT shop_event_type_check
  CHECK (type IN ('order', 'booking', 'member', 'catalogue', 'shop', 'release', 'coupon'));

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['coupon', 'coupon_claim', 'coupon_redemption', 'coupon_event'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_tenant ON %I USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant())', name
    );
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO shopwright_app', name);
  END LOOP;
END $$;
REVOKE UPDATE, DELETE ON coupon_event FROM shopwright_app;
REVOKE DELETE ON coupon_claim, coupon_redemption FROM shopwright_app;

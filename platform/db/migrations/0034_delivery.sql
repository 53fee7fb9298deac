-- Where a shop delivers, for how much, and to whom. Runs on PostgreSQL 15 to 18.

CREATE TABLE delivery_zone (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
  -- Districts and postcodes as they are written; a postcode that ends with * is the beginning of many.
  areas text[] NOT NULL CHECK (cardinality(areas) BETWEEN 1 AND 200),
  fee_minor bigint NOT NULL CHECK (fee_minor BETWEEN 0 AND 10000000),
  min_spend_minor bigint NOT NULL DEFAULT 0 CHECK (min_spend_minor BETWEEN 0 AND 100000000),
  -- From this much on nothing is charged; null: always charged.
  free_from_minor bigint CHECK (free_from_minor BETWEEN 1 AND 100000000),
  -- From the kitchen to the door.
  ride_minutes integer NOT NULL DEFAULT 30 CHECK (ride_minutes BETWEEN 0 AND 240),
  sort integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id) REFERENCES shop (tenant_id, program_id) ON DELETE CASCADE
);
ALTER TABLE delivery_zone ENABLE ROW LEVEL SECURITY;
ALTER TABLE delivery_zone FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON delivery_zone
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON delivery_zone TO shopwright_app;

-- Kept by the platform, for the customer; programs never read them.
ALTER TABLE customer
  ADD COLUMN area text NOT NULL DEFAULT '' CHECK (length(area) <= 60),
  ADD COLUMN address text NOT NULL DEFAULT '' CHECK (length(address) <= 200);

DO $$
DECLARE rule record;
BEGIN
  FOR rule IN
    SELECT conrelid::regclass AS owner, conname, pg_get_constraintdef(oid) AS def FROM pg_constraint
    WHERE contype = 'c' AND (
      (conrelid IN ('login_request'::regclass, 'consent'::regclass) AND pg_get_constraintdef(oid) LIKE '%fields <@%')
      OR (conrelid = 'shop_order'::regclass AND (conname IN ('shop_order_channel_check', 'shop_order_status_check', 'shop_order_total'))))
  LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', rule.owner, rule.conname);
  END LOOP;
END $$;
ALTER TABLE login_request ADD CHECK (fields <@ ARRAY['name', 'phone', 'email', 'area', 'address']);
ALTER TABLE consent ADD CHECK (fields <@ ARRAY['name', 'phone', 'email', 'area', 'address']);

ALTER TABLE shop_order
  -- { name, phone, area, address }, for the shop alone.
  ADD COLUMN deliver_to jsonb,
  ADD COLUMN zone_name text,
  ADD COLUMN delivery_minor bigint NOT NULL DEFAULT 0 CHECK (delivery_minor >= 0),
  ADD CONSTRAINT shop_order_channel_check CHECK (channel IN ('dine_in', 'pickup', 'delivery')),
  ADD CONSTRAINT shop_order_status_check CHECK (status IN ('draft', 'placed', 'accepted', 'preparing', 'ready',
    'out_for_delivery', 'completed', 'rejected', 'cancelled', 'expired')),
  ADD CHECK ((channel = 'delivery') = (deliver_to IS NOT NULL) AND (channel = 'delivery') = (zone_name IS NOT NULL)),
  ADD CHECK (channel = 'delivery' OR (delivery_minor = 0 AND status <> 'out_for_delivery')),
  ADD CONSTRAINT shop_order_total CHECK (
    total_minor = subtotal_minor - discount_minor + tax_added_minor + delivery_minor AND total_minor >= 0
  );
